import type { Mender } from '#contract/schemas/concordance.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { stateOf } from '#core/mend/take-back.ts';
import type { Database } from '../db/database.ts';
import { paced } from '../paced.ts';
import { loadIssue } from '../project/issues.ts';
import { standingsOf } from '../project/journal.ts';
import { lastChange } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import { TAKE_BACK_ALL, TAKE_BACK_PLACE, runOf } from '../project/taken-back.ts';
import { takenBackOfRule } from '../rules/rules.ts';
import { placesOn } from './mended.ts';
import type { MendedPages } from './mended.ts';

const last = new WeakMap<Store, { readonly mender: string; readonly change: number; readonly count: Promise<number> }>();

/** In how many of the places that an entry or a rule mended somebody took that back. It is counted anew once something was changed. */
export function countTakenBack(store: Store, mender: Mender, mended: MendedPages): Promise<number> {
  const [key, change] = [JSON.stringify(mender), lastChange(store.db)];
  const known = last.get(store);
  if (known?.mender === key && known.change === change) return known.count;
  const count = mender.by === 'rule' ? Promise.resolve(takenBackOfRule(store.db, mender.rule)) : paced(counting(store, mender.entry, mended));
  last.set(store, { mender: key, change, count });
  count.catch(() => last.delete(store));
  return count;
}

function* counting(store: Store, entry: EntryId, { pages, ends }: MendedPages): Generator<void, number> {
  const undone = new Set(standingsOf(store.db, entry).flatMap(({ issue, state }) => (state === 'undone' ? [issue] : [])));
  const taken = new Map(takenOn(store.db, entry).map(({ issue, ...how }) => [issue, how]));
  let sum = 0;
  for (const [at, { issue }] of pages.entries()) {
    const count = ends[at]! - (at === 0 ? 0 : ends[at - 1]!);
    const how = taken.get(issue);
    if (undone.has(issue)) sum += count;
    else if (how) {
      sum += how.own === 1 || how.edits === count ? Math.min(how.edits, count) : backNow(store, entry, issue);
      yield;
    }
  }
  return sum;
}

/** By page, how many places were taken back since, as it is in force; `own`: all of them the entry's own. Else they may be those of other entries of its rule. */
const takenOn = (db: Database, entry: EntryId): readonly { readonly issue: IssueId; readonly edits: number; readonly own: 0 | 1 }[] => db.all(
  `SELECT effect.issue, sum(effect.edits) AS edits, min(coalesce(entry.run, '') = ?2) AS own FROM entry CROSS JOIN effect ON effect.entry = entry.id AND effect.stands_for = entry.id AND effect.after IS NOT NULL
   CROSS JOIN standing ON standing.issue = effect.issue AND standing.entry = entry.id AND standing.state = 'live'
   WHERE entry.label IN ('${TAKE_BACK_ALL}', '${TAKE_BACK_PLACE}') AND entry.id > ?1 AND (entry.run = ?2 OR entry.label = '${TAKE_BACK_ALL}' AND entry.run IS (SELECT run FROM entry WHERE id = ?1)) GROUP BY effect.issue`,
  entry, runOf(entry),
);

/** How many of the places an entry mended on a page read as before. */
function backNow(store: Store, entry: EntryId, issue: IssueId): number {
  const stored = loadIssue(store, issue);
  return stored ? placesOn(store, entry, issue).filter((place) => stateOf(stored.issue, place).state === 'back').length : 0;
}
