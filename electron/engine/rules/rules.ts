import type { RuleRow } from '#contract/schemas/rules.ts';
import type { EntryId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import { standingRules } from '../project/rule-due.ts';
import { TAKE_BACK_ALL, TAKE_BACK_PLACE, runOf } from '../project/taken-back.ts';

/** What the work of rules is called in the journal; the run names the rule. */
export const APPLY_RULE = 'apply-rule';
export const runOfRule = (id: string): string => `rule:${id}`;

const LIVE = `EXISTS (SELECT 1 FROM standing WHERE standing.issue = effect.issue AND standing.entry = entry.id AND standing.state = 'live')`;

/** The rules with what each did of its own accord and is in force: in how many places, by which entries. */
export function ruleRows(db: Database): readonly RuleRow[] {
  return standingRules(db).map((rule) => {
    const rows = db.all<{ entry: EntryId; edits: number }>(
      `SELECT entry.id AS entry, sum(effect.edits) AS edits FROM entry JOIN effect ON effect.entry = entry.id
       WHERE entry.label = '${APPLY_RULE}' AND entry.run = ? AND ${LIVE}
       GROUP BY entry.id ORDER BY entry.id DESC`, runOfRule(rule.id),
    );
    const entries = rows.map(({ entry }) => entry);
    const back = rows.length === 0 ? 0 : takenBack(db, runOfRule(rule.id), entries);
    return { ...rule, except: [...rule.except], applied: rows.reduce((sum, { edits }) => sum + edits, 0) - back, entries };
  });
}

/** In how many places that entries of a run mended somebody took that back, one by one or all at once. */
function takenBack(db: Database, run: string, entries: readonly EntryId[]): number {
  const all = db.get<{ edits: number | null }>(`SELECT sum(effect.edits) AS edits FROM entry JOIN effect ON effect.entry = entry.id WHERE entry.label = '${TAKE_BACK_ALL}' AND entry.run = ? AND effect.stands_for = entry.id AND ${LIVE}`, run);
  const single = db.get<{ places: number }>(
    `SELECT count(DISTINCT entry.id) AS places FROM entry JOIN effect ON effect.entry = entry.id WHERE entry.label = '${TAKE_BACK_PLACE}' AND entry.run IN (SELECT value FROM json_each(?)) AND ${LIVE}`,
    JSON.stringify(entries.map(runOf)),
  );
  return (all?.edits ?? 0) + (single?.places ?? 0);
}
