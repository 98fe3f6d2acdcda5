import type { IssueId } from '#contract/schemas/library.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Database } from '../db/database.ts';
import { storedSettings } from './settings.ts';

/** The standing rules of the project, oldest first. Those of former programs know of no folders. */
export const standingRules = (db: Database): readonly Rule[] => (storedSettings(db, ['rules']).rules ?? []).map((rule) => ({ ...ALL_FOLDERS, ...rule }));

const ALL_FOLDERS = { folder: '' };

/** Whether a rule changes what comes of its own accord. */
export const isApplied = ({ applies, on }: Pick<Rule, 'applies' | 'on'>): boolean => applies && on;

/** Notes with a page that comes which rules are to be applied to it: whenever the program ends, none is forgotten. */
export function oweRules(db: Database, issue: IssueId): void {
  for (const { id } of standingRules(db).filter(isApplied)) db.run('INSERT INTO rule_due (rule, issue) VALUES (?, ?)', id, issue);
}

/** The pages that rules are still to be applied to, by rule. */
export function dueForRules(db: Database): ReadonlyMap<string, readonly IssueId[]> {
  const due = new Map<string, IssueId[]>();
  for (const { rule, issue } of db.all<{ rule: string; issue: IssueId }>('SELECT rule, issue FROM rule_due ORDER BY rule, issue')) due.set(rule, [...(due.get(rule) ?? []), issue]);
  return due;
}

/** Says that a rule was applied to pages, or is not to be any more; in the transaction in which it was. */
export function ruleIsDone(db: Database, rule: string, issues: readonly IssueId[]): void {
  db.run('DELETE FROM rule_due WHERE rule = ? AND issue IN (SELECT value FROM json_each(?))', rule, JSON.stringify(issues));
}
