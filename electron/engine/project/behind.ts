import type { IssueId } from '#contract/schemas/library.ts';
import { apply } from '#core/edits/apply.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { isField } from './deed.ts';
import type { Deed } from './deed.ts';

/**
 * An issue with what the journal has of it from an effect on: whoever does an act does not wait until it is in the tree. Throws DamagedError where that cannot be
 * done, which is so only where stored bytes changed.
 */
export function caughtUp(db: Database, id: IssueId, issue: Issue, behind: number): Issue {
  let now = issue;
  for (const { deed } of db.all<{ deed: Uint8Array }>('SELECT deed FROM effect WHERE issue = ? AND id >= ? ORDER BY id', id, behind)) now = withDeed(now, unpack<Deed>(deed));
  return now;
}

function withDeed(issue: Issue, deed: Deed): Issue {
  if (isField(deed)) return issue; // the tree does not hold these
  if (deed.kind !== 'edits') throw new DamagedError(`what was done is not in the tree: ${deed.kind}`); // that writes the tree with itself
  return deed.edits.reduce((now, { edit }) => {
    const next = apply(now, edit);
    if (!next.ok) throw new DamagedError(`an edit of the journal does not fit the tree: ${next.error.code}`);
    return next.value;
  }, issue);
}

const left = new WeakMap<Database, Set<IssueId>>();

/** The issues whose trees were left behind over this connection: to be added to, and taken out of. */
export function leftBehind(db: Database): Set<IssueId> {
  const known = left.get(db) ?? new Set();
  left.set(db, known);
  return known;
}
