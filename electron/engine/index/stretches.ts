import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '../db/database.ts';

const STRETCH = 8; // milliseconds of looking after which calls are answered first
const FIRST = 2_000; // rows looked at in the first stretch
const MOST = 50_000;

/** Goes through all rows of `article` by their ids, a stretch (`from` and `to` included) at a time; other calls are answered in between. */
export async function throughArticles(db: Database, visit: (from: number, to: number) => void): Promise<void> {
  const last = () => db.get<{ id: number | null }>('SELECT max(id) AS id FROM article')?.id ?? 0;
  for (let from = 1, size = FIRST; from <= last();) {
    const begun = performance.now();
    visit(from, from + size - 1);
    from += size;
    size = Math.min(MOST, Math.max(200, Math.round(size * Math.min(2, STRETCH / Math.max(0.1, performance.now() - begun)))));
    await breathe();
  }
}
