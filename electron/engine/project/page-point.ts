import type { IssueId, EntryId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import type { PagePoint, StoodAt } from './deed.ts';
import { readTree } from './tree-codec.ts';
import type { UnplacedRow } from './unplaced.ts';

/** The page as it is now. `except`: the entry that is about to change it. */
export function pointOf(db: Database, issue: IssueId, except: EntryId): PagePoint {
  const { reading, tree } = db.get<{ reading: number; tree: Uint8Array | null }>('SELECT reading, tree FROM issue WHERE id = ?', issue)!;
  const unplaced = db.all<Omit<UnplacedRow, 'edit'> & { edit: Uint8Array }>('SELECT entry, edit, was, "is", problem FROM unplaced WHERE issue = ? ORDER BY id', issue);
  return {
    reading,
    tree: tree && readTree(tree),
    standings: standingsBut(db, issue, except),
    unplaced: unplaced.map((row) => ({ ...row, edit: unpack<UnplacedRow['edit']>(row.edit) })),
  };
}

/** Where every entry but one stands on a page, in their order. */
export function standingsBut(db: Database, issue: IssueId, except: EntryId): readonly StoodAt[] {
  return db.all('SELECT entry, state, by, deeds FROM standing WHERE issue = ? AND entry <> ? ORDER BY place', issue, except);
}
