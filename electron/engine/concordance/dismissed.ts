import type { IssueId } from '#contract/schemas/library.ts';
import type { Settlement } from '#core/model/settlement.ts';
import type { Database } from '../db/database.ts';

const MARK = 'string:'; // what the checks find bears a check's name there
const MOST = 80; // characters of a string that are told apart

/** What a person's answer is to who says that a string is right at a place. */
export const dismissal = (key: string, read: string): Settlement => ({ kind: 'finding', subject: `${MARK}${read.slice(0, MOST)}:${key}`, verdict: 'wrong' });

/** The subjects of all such answers, by page. */
export function dismissedPlaces(db: Database): ReadonlyMap<IssueId, ReadonlySet<string>> {
  const dismissed = new Map<IssueId, Set<string>>();
  const rows = db.all<{ issue: IssueId; subject: string }>(`SELECT issue, subject FROM settled WHERE kind = 'finding' AND subject >= '${MARK}' AND subject < '${MARK.slice(0, -1)};'`);
  for (const { issue, subject } of rows) {
    const known = dismissed.get(issue);
    if (known) known.add(subject);
    else dismissed.set(issue, new Set([subject]));
  }
  return dismissed;
}
