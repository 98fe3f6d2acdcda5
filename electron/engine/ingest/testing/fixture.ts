import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startIngest } from '../ingest.ts';
import type { Ingest, IngestOptions } from '../ingest.ts';
import type { Log } from '../scan.ts';
import { handClock } from './hand-clock.ts';
import { memoryStore } from './memory-store.ts';

export const RESOURCES = fileURLToPath(new URL('../../../../resources', import.meta.url));

/** A page of our own writing; `seed` makes each different. */
export const pageText = (seed: string | number) => `城南菜场重新开张\n　　本报讯　昨天上午，第${seed}号摊位前排起了队。摊主说，水管修好了，灯也亮了。\n\n图书馆延长开放\n　　从下周起，少年阅览室晚上也开。`;

/**
 * A real folder in the temporary folder, and an ingest that reads it; both ended by `dispose`. `ahead`: by how many milliseconds its clock is
 * ahead of the files' times. An hour makes every file one that was finished long ago.
 */
export function fixture(ahead = 3_600_000) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-ingest-'));
  const store = memoryStore();
  const clock = handClock(ahead);
  const logged: string[] = [];
  const progress: { readonly done: number; readonly total: number }[] = [];
  const there: boolean[] = [];
  const cancel = new AbortController();
  const running = new Set<Ingest>();
  const log: Log = (event, data) => logged.push(`${event} ${JSON.stringify(data)}`);
  return {
    folder, store, clock, logged, progress, there, cancel,
    at: (path: string) => join(folder, path),
    /** Writes a file, and the folders above it. */
    put: (path: string, content: string | Uint8Array = pageText(path)) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    start: (options: Partial<IngestOptions> = {}): Ingest => {
      const ingest = startIngest({
        folder, store, resourcesPath: RESOURCES, watch: false, signal: cancel.signal, clock, log,
        onProgress: (now) => progress.push(now),
        onFolder: (now) => there.push(now),
        ...options,
      });
      running.add(ingest);
      return ingest;
    },
    dispose: async () => {
      await Promise.all([...running].map((ingest) => ingest.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Fixture = ReturnType<typeof fixture>;
