import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Settlement } from '#core/model/settlement.ts';
import type { Database } from '../db/database.ts';

const MARK = 'string:'; // what the checks find bears a check's name there
const RULE = 'rule:';
const MOST = 80; // characters of a string that are told apart

/** What a person's answer is to who says that a string is right at a place. */
export const dismissal = (key: string, read: string): Settlement => ({ kind: 'finding', subject: `${MARK}${read.slice(0, MOST)}:${key}`, verdict: 'wrong' });

/** What the check of standing rules calls what it finds at a source offset of a passage. */
export const ruleFinding = (passage: PassageId, at: number): string => `${RULE}${passage}:${at}`;

/** The subjects of all such answers, by page. `both`: those too that were given to a rule. */
export function dismissedPlaces(db: Database, which: 'strings' | 'both' = 'strings'): ReadonlyMap<IssueId, ReadonlySet<string>> {
  const dismissed = new Map<IssueId, Set<string>>();
  for (const mark of which === 'both' ? [MARK, RULE] : [MARK]) {
    const rows = db.all<{ issue: IssueId; subject: string }>(`SELECT issue, subject FROM settled WHERE kind = 'finding' AND verdict = 'wrong' AND subject >= ? AND subject < ?`, mark, `${mark.slice(0, -1)};`);
    for (const { issue, subject } of rows) {
      const known = dismissed.get(issue);
      if (known) known.add(subject);
      else dismissed.set(issue, new Set([subject]));
    }
  }
  return dismissed;
}
