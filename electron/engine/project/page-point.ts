import type { IssueId, EntryId } from '#contract/schemas/library.ts';
import type { Tree } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import type { PagePoint, StoodAt } from './deed.ts';
import { loadIssue } from './issues.ts';
import type { Stores } from './issues.ts';
import type { UnplacedRow } from './unplaced.ts';

/** The page as it is now. `except`: the entry that is about to change it. */
export function pointOf(stores: Stores, issue: IssueId, except: EntryId): PagePoint {
  const { db } = stores;
  const { reading, edited } = db.get<{ reading: number; edited: number }>('SELECT reading, tree IS NOT NULL AS edited FROM issue WHERE id = ?', issue)!;
  const unplaced = db.all<Omit<UnplacedRow, 'edit'> & { edit: Uint8Array }>('SELECT entry, edit, was, "is", problem FROM unplaced WHERE issue = ? ORDER BY id', issue);
  return {
    reading,
    tree: edited === 1 ? treeOf(stores, issue) : null,
    standings: standingsBut(db, issue, except),
    unplaced: unplaced.map((row) => ({ ...row, edit: unpack<UnplacedRow['edit']>(row.edit) })),
  };
}

function treeOf(stores: Stores, issue: IssueId): Tree {
  const { articles, aside } = loadIssue(stores, issue)!.issue;
  return { articles, aside };
}

/** Where every entry but one stands on a page, in their order. */
export function standingsBut(db: Database, issue: IssueId, except: EntryId): readonly StoodAt[] {
  return db.all('SELECT entry, state, by, deeds FROM standing WHERE issue = ? AND entry <> ? ORDER BY place', issue, except);
}
