import type { IssueId } from '#contract/schemas/library.ts';
import { applyAll } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import type { Deed } from './deed.ts';
import { treeOfReading } from './readings.ts';
import { treePrint } from './tree-codec.ts';

type Row = { readonly id: number; readonly deed: Uint8Array; readonly before: string | null; readonly after: string | null };

/**
 * The tree of a page whose own was damaged, made again from the machine's and what the journal says was done to it; proved at each step by the fingerprints
 * that stand there. Throws DamagedError where the journal does not lead to it: the page was read anew since, or more is hurt than its tree.
 */
export function rebuiltTree(db: Database, issue: IssueId, source: string, reading: number): Tree {
  let now: Issue = { source, ...treeOfReading(db, reading) };
  const rows = db.all<Row>('SELECT id, deed, before, after FROM effect WHERE issue = ? ORDER BY id', issue);
  const first = treePrint(now);
  const begin = rows.findLastIndex(({ before }) => before === first); // as the machine read it it may have been several times
  let print = first;
  for (const { deed, before, after } of begin < 0 ? [] : rows.slice(begin)) {
    const edits = editsOf(unpack<Deed>(deed));
    if (edits === null) continue;
    const next = before === print && after !== null ? applyAll(now, edits) : null;
    if (!next?.ok || treePrint(next.value) !== after) throw lost(issue);
    now = next.value;
    print = after;
  }
  if (begin < 0) throw lost(issue);
  return { articles: now.articles, aside: now.aside };
}

/** Whether what a damaged tree can be made of is whole: the machine's tree, and what people did and did not take back (see `mendTrees`). */
export function canBeMended(db: Database, issue: IssueId, reading: number): boolean {
  try {
    treeOfReading(db, reading);
    for (const { deed } of db.all<{ deed: Uint8Array }>(IN_FORCE, issue)) unpack(deed);
    return true;
  } catch (error) {
    if (error instanceof DamagedError) return false;
    throw error;
  }
}

const IN_FORCE = `SELECT effect.deed FROM standing CROSS JOIN effect ON effect.entry = standing.deeds AND effect.issue = standing.issue AND effect.stands_for = standing.entry
  WHERE standing.issue = ?1 AND standing.state = 'live' UNION ALL SELECT edit FROM unplaced WHERE issue = ?1`;

const lost = (issue: IssueId): DamagedError => new DamagedError(`the tree of issue ${issue} does not follow from the journal`);

/** What a deed did to the tree; null where it did nothing to it. */
function editsOf(deed: Deed): readonly Edit[] | null {
  switch (deed.kind) {
    case 'edits':
      return deed.edits.map(({ edit }) => edit);
    case 'back':
      return deed.edits;
    case 'reading':
      return []; // stands without a fingerprint: where one lies in between, the tree is not made again
    default:
      return null;
  }
}
