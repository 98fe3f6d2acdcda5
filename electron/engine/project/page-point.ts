import type { IssueId, EntryId } from '#contract/schemas/library.ts';
import type { Tree } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import type { State } from './journal.ts';
import { readTree } from './tree-codec.ts';
import type { UnplacedRow } from './unplaced.ts';

/** Where an entry stood on a page: see `Standing`. */
export type StoodAt = { readonly entry: EntryId; readonly state: State; readonly by: EntryId; readonly deeds: EntryId };

/** A page at one moment, whole: what it was made of, its tree (null: as the machine read it), where each entry stood, and what had found no place. */
export type PagePoint = {
  readonly reading: number;
  readonly tree: Tree | null;
  readonly standings: readonly StoodAt[];
  readonly unplaced: readonly UnplacedRow[];
};

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
