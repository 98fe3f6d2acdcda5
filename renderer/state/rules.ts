import { createStore, useStore } from 'zustand';
import type { RuleRow } from '#contract/schemas/rules.ts';
import { NO_RULES, rulesFor } from '#core/mend/rule.ts';
import type { Rule, RulePage } from '#core/mend/rule.ts';
import { call } from '../bridge/bridge.ts';

type State = { readonly rules: readonly RuleRow[]; readonly known: boolean };

const EMPTY: State = { rules: [], known: false };

/** The standing rules of the project, with what each did. */
export const rulesStore = createStore<State>(() => EMPTY);

export const useRules = <T>(select: (state: State) => T): T => useStore(rulesStore, select);

/** Asks for them anew: something may have been decided about them. The same list while it says the same. */
export async function loadRules(): Promise<void> {
  const answer = await call('rules.list', {});
  if (!answer.ok) return;
  const before = rulesStore.getState();
  if (!before.known || JSON.stringify(before.rules) !== JSON.stringify(answer.value)) rulesStore.setState({ rules: answer.value, known: true });
}

/** Another project has other rules. */
export const forgetRules = (): void => rulesStore.setState(EMPTY);

let last: { readonly rules: readonly Rule[]; readonly page: RulePage; readonly own: readonly Rule[] } = { rules: [], page: { path: '', newspaper: '', date: '' }, own: NO_RULES };

/** The rules in force on a page; the same list while it says the same. */
export function rulesOn({ path, newspaper, date }: RulePage): readonly Rule[] {
  const { rules } = rulesStore.getState();
  if (last.rules !== rules || last.page.path !== path || last.page.newspaper !== newspaper || last.page.date !== date) last = { rules, page: { path, newspaper, date }, own: rulesFor(rules, { path, newspaper, date }) };
  return last.own;
}
