import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

export type Log = {
  readonly path: string;
  readonly say: (text: string) => void;
  /** Writes down what was thrown and gives the id the user is shown. */
  readonly bug: (thrown: unknown) => string;
};

/** Opens the log of the main process in a folder, which is made if it is not there. */
export function openLog(folder: string): Log {
  const path = join(folder, 'main.log');
  const say = (text: string): void => {
    // A log that cannot be written must not stop what it reports on.
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(path, `${new Date().toISOString()} ${text}\n`, { mode: 0o600 });
    } catch (error) {
      process.stderr.write(`${String(error)}\n${text}\n`);
    }
  };
  return {
    path,
    say,
    bug: (thrown) => {
      const id = randomBytes(4).toString('hex');
      say(`bug ${id}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
      return id;
    },
  };
}
