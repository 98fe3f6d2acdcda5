import { randomUUID } from 'node:crypto';
import type { RuleDraft } from '#contract/schemas/rules.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Deciding } from './decide.ts';
import { PROJECT } from './journal.ts';
import { standingRules } from './rule-due.ts';
import { editorOf } from './settings.ts';

/** The most rules a project has. */
export const MOST_RULES = 500;

/** Makes a rule, in the entry that is being written. Returns its id; null where there are as many as there may be. */
export function addRule(deciding: Deciding, draft: RuleDraft): string | null {
  const { store, at } = deciding.tx;
  const rules = standingRules(store.db);
  if (rules.length >= MOST_RULES) return null;
  const rule: Rule = { ...draft, id: `rule-${randomUUID()}`, who: editorOf(store), at };
  deciding.set(PROJECT, { kind: 'settings', before: {}, after: { rules: [...rules, rule] } });
  return rule.id;
}

/** Takes rules out, in the entry that is being written. Says whether all of them were there. */
export function removeRules(deciding: Deciding, ids: readonly string[]): boolean {
  const rules = standingRules(deciding.tx.store.db);
  if (!ids.every((id) => rules.some((rule) => rule.id === id))) return false;
  if (ids.length > 0) deciding.set(PROJECT, { kind: 'settings', before: {}, after: { rules: rules.filter(({ id }) => !ids.includes(id)) } });
  return true;
}
