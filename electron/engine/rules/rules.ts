import type { RuleRow } from '#contract/schemas/rules.ts';
import type { EntryId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import { standingRules } from '../project/rule-due.ts';

/** What the work of rules is called in the journal; the run names the rule. */
export const APPLY_RULE = 'apply-rule';
export const runOfRule = (id: string): string => `rule:${id}`;

/** The rules with what each did of its own accord and is in force. */
export function ruleRows(db: Database): readonly RuleRow[] {
  return standingRules(db).map((rule) => {
    const rows = db.all<{ entry: EntryId; edits: number }>(
      `SELECT entry.id AS entry, sum(effect.edits) AS edits FROM entry JOIN effect ON effect.entry = entry.id
       WHERE entry.label = '${APPLY_RULE}' AND entry.run = ? AND EXISTS (SELECT 1 FROM standing WHERE standing.issue = effect.issue AND standing.entry = entry.id AND standing.state = 'live')
       GROUP BY entry.id ORDER BY entry.id DESC`, runOfRule(rule.id),
    );
    return { ...rule, except: [...rule.except], applied: rows.reduce((sum, { edits }) => sum + edits, 0), entries: rows.map(({ entry }) => entry) };
  });
}
