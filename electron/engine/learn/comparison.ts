import type { Otherwise } from '#contract/schemas/learning.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import { agreementOf, blockTreeOf, reordered } from '#core/split/train/block-tree.ts';
import type { StoredIssue } from '../project/issues.ts';
import { changedApprovals } from '../project/pinned.ts';
import { replay } from '../project/replay.ts';
import type { Replayed } from '../project/replay.ts';
import type { Store } from '../project/store.ts';

/** What would become of a page on a machine's tree: what people did replayed on it, and how that differs from the page as it is. */
export type Compared = { readonly replayed: Replayed; readonly otherwise: Otherwise };

/** Compares a page as it is with what it would be on `fresh`, by what is decided: ids do not count. */
export function compare(store: Store, stored: StoredIssue, fresh: Tree): Compared {
  const { id, path, issue } = stored;
  const replayed = replay(store.db, stored, { source: issue.source, ...fresh });
  const [is, would] = [blockTreeOf(issue), blockTreeOf(replayed.issue)];
  const { boundaries, roles, joins } = agreementOf(is, would);
  return {
    replayed,
    otherwise: {
      issue: id, path,
      boundaries: boundaries.wrong, roles: roles.wrong, joins: joins.wrong, moved: reordered(is, would),
      unplaced: replayed.unplaced.length,
      pinned: changedApprovals(issue, replayed.issue).length,
    },
  };
}

/** Whether a page would be another at all. */
export function differs({ boundaries, roles, joins, moved }: Otherwise): boolean {
  return boundaries + roles + joins + moved > 0;
}

/** Whether weights may have a say on a page: one that is approved whole is settled. */
export function isOpen({ articles }: Issue): boolean {
  return articles.length === 0 || articles.some(({ status }) => status !== 'approved');
}
