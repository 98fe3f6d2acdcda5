import type { RuleRow } from '#contract/schemas/rules.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import { lastPlace } from '../project/journal.ts';
import { standingRules } from '../project/rule-due.ts';
import { TAKE_BACK_ALL, TAKE_BACK_PLACE } from '../project/taken-back.ts';

/** What the work of rules is called in the journal; the run names the rule. */
export const APPLY_RULE = 'apply-rule';
const SPLIT_ANEW = 'split-anew';
export const runOfRule = (id: string): string => `rule:${id}`;

/** What entries of a label did to pages and is in force there. */
const inForce = (label: string): string => `entry CROSS JOIN effect ON effect.entry = entry.id AND effect.stands_for = entry.id
  CROSS JOIN standing ON standing.issue = effect.issue AND standing.entry = entry.id AND standing.state = 'live' WHERE entry.label = '${label}'`;

type Done = { readonly run: string; readonly entries: number; readonly edits: number };
type Counts = { readonly done: ReadonlyMap<string, Done>; readonly back: ReadonlyMap<string, Done> };

/** What was counted last, and up to which place of the journal that holds: over all pages that rules changed it is read in a good part of a second. */
const counted = new WeakMap<Database, Counts & { readonly place: number }>();

function countsOf(db: Database): Counts {
  const [known, place] = [counted.get(db), lastPlace(db)];
  const counts = known && !isOtherwiseSince(db, known.place) ? known : count(db);
  counted.set(db, { ...counts, place });
  return counts;
}

function count(db: Database): Counts {
  const done = byRun(db.all<Done>(`SELECT entry.run, count(DISTINCT entry.id) AS entries, sum(effect.edits) AS edits FROM ${inForce(APPLY_RULE)} GROUP BY entry.run`));
  return { done, back: done.size === 0 ? done : byRun(takenBack(db)) };
}

/** Whether anything was done after a place to what rules did, or to what took that back: by itself, or with its page, which was split anew. */
const isOtherwiseSince = (db: Database, place: number): boolean => db.get(
  `SELECT 1 FROM effect CROSS JOIN entry ON entry.id = effect.stands_for WHERE effect.id > ? AND entry.label IN ('${APPLY_RULE}', '${TAKE_BACK_ALL}', '${TAKE_BACK_PLACE}', '${SPLIT_ANEW}') LIMIT 1`, place,
) !== undefined;

/** The rules with what each did of its own accord and is in force: how many places read so by it, and by how many entries. */
export function ruleRows(db: Database): readonly RuleRow[] {
  const { done, back } = countsOf(db);
  return standingRules(db).map((rule) => {
    const run = runOfRule(rule.id);
    const { entries, edits } = done.get(run) ?? { entries: 0, edits: 0 };
    return { ...rule, except: [...rule.except], applied: edits - (entries === 0 ? 0 : back.get(run)?.edits ?? 0), entries };
  });
}

const byRun = (rows: readonly Done[]): ReadonlyMap<string, Done> => new Map(rows.map((row) => [row.run, row]));

/** In how many places that rules mended somebody took that back, one by one or all at once, by the run of the rule. */
const takenBack = (db: Database): readonly Done[] => db.all(
  `SELECT run, count(*) AS entries, sum(edits) AS edits FROM (
     SELECT entry.run, effect.edits FROM ${inForce(TAKE_BACK_ALL)} AND entry.run IS NOT NULL
     UNION ALL SELECT rule.run, 1 FROM (SELECT DISTINCT entry.id, entry.run FROM ${inForce(TAKE_BACK_PLACE)}) AS back
     CROSS JOIN entry AS rule ON rule.id = CAST(substr(back.run, 4) AS INTEGER) AND rule.label = '${APPLY_RULE}'
   ) GROUP BY run`,
);

/** In how many of the places that a rule mended somebody took that back. */
export const takenBackOfRule = (db: Database, id: string): number => countsOf(db).back.get(runOfRule(id))?.edits ?? 0;

/** The pages on which what a rule did of its own accord is in force, and in how many places it did so: the newest entry's first. */
export const pagesOfRule = (db: Database, id: string): readonly { readonly entry: EntryId; readonly issue: IssueId; readonly edits: number }[] => db.all(
  `SELECT entry.id AS entry, effect.issue, sum(effect.edits) AS edits FROM ${inForce(APPLY_RULE)} AND entry.run = ? GROUP BY entry.id, effect.issue ORDER BY entry.id DESC, min(effect.id)`, runOfRule(id),
);
