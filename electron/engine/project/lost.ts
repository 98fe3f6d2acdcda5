import type { Lost } from '#contract/schemas/project.ts';
import type { Database } from '../db/database.ts';
import { whileReadable } from './salvage.ts';

/**
 * What was decided after the backup that has taken a damaged project.db's place, as far as the damaged file can still be read: how many entries
 * of the journal, and on which pages ('' stands for the project as a whole). Null where its journal cannot be read.
 */
export function lostSince(damaged: string, backup: Database): Lost['changes'] {
  const { entry, effect } = backup.get<{ entry: number; effect: number }>('SELECT (SELECT coalesce(max(id), 0) FROM entry) AS entry, (SELECT coalesce(max(id), 0) FROM effect) AS effect')!;
  const entries = new Set<number>();
  const pages = new Set<string>();
  let readable = false;
  whileReadable(damaged, (db) => {
    const { tables } = db.get<{ tables: number }>("SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table' AND name IN ('entry', 'effect', 'issue')")!;
    if (tables < 3) return;
    for (const { id } of db.iterate<{ id: number }>('SELECT id FROM entry WHERE id > ? ORDER BY id', entry)) entries.add(id);
    readable = true;
    const path = 'SELECT path FROM issue WHERE id = ?';
    for (const { entry: of, issue } of db.iterate<{ entry: number; issue: number | null }>('SELECT entry, issue FROM effect WHERE id > ? ORDER BY id', effect)) {
      entries.add(of); // typing that went on belongs to an entry the backup has
      pages.add(issue === null ? '' : (backup.get<{ path: string }>(path, issue) ?? db.get<{ path: string }>(path, issue))?.path ?? '');
    }
  });
  return readable ? { count: entries.size, pages: [...pages] } : null;
}
