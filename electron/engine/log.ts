import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 2 * 1024 * 1024; // bytes
const OLDER = 3; // files kept beside the one being written

/** The engine's log: a line of JSON an event. */
export type Log = {
  (event: string, data?: Readonly<Record<string, unknown>>): void;
  /** Writes a bug down. Returns the id under which it can be found. */
  bug(error: unknown): string;
};

/** Opens a log at a path. When it has grown large it becomes path.1 and a new one is begun. A log that cannot be written stops nothing. */
export function openLog(path: string, now: () => Date): Log {
  const write = (event: string, data: Readonly<Record<string, unknown>> = {}) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      if (existsSync(path) && statSync(path).size > LARGEST) rotate(path);
      appendFileSync(path, `${JSON.stringify({ at: now().toISOString(), event, ...data })}\n`, { mode: 0o600 });
    } catch {
      // A full disk is told to the user by whoever meets it in earnest.
    }
  };
  return Object.assign(write, {
    bug(error: unknown): string {
      const id = randomUUID().slice(0, 8);
      write('bug', { id, error: told(error), ...(error instanceof Error && error.cause !== undefined ? { cause: told(error.cause) } : {}) });
      return id;
    },
  });
}

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function rotate(path: string): void {
  for (let n = OLDER; n > 0; n -= 1) {
    const from = n === 1 ? path : `${path}.${n - 1}`;
    if (existsSync(from)) renameSync(from, `${path}.${n}`);
  }
}
