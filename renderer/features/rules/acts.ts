import type { RuleDraft, RuleRow } from '#contract/schemas/rules.ts';
import { createStore, useStore } from 'zustand';
import { call, newOnce } from '../../bridge/bridge.ts';
import { acceptedStore } from '../../state/accepted.ts';
import { undoLast } from '../../state/history.ts';
import { loadRules, rulesStore } from '../../state/rules.ts';
import { whileSaving } from '../../state/saving.ts';
import { goTo } from '../../state/screen.ts';
import { say, sayError, sayHere } from '../../state/toasts.ts';
import { takeAllBack } from '../concordance/acts.ts';
import { everyPlaceDone } from '../concordance/begin.ts';
import { beginWith, concordanceStore } from '../concordance/concordance-store.ts';

/** The rule the keys are for. */
export const ruleStore = createStore<{ readonly current: string | null }>(() => ({ current: null }));

export const useRuleHere = <T>(select: (state: { readonly current: string | null }) => T): T => useStore(ruleStore, select);

const rules = (): readonly RuleRow[] => rulesStore.getState().rules;
export const currentRule = (): RuleRow | undefined => rules().find(({ id }) => id === ruleStore.getState().current) ?? rules()[0];

export function moveBy(step: number): void {
  const at = rules().findIndex(({ id }) => id === currentRule()?.id);
  const next = rules()[Math.min(rules().length - 1, Math.max(0, at + step))];
  if (next) ruleStore.setState({ current: next.id });
}

/** What a rule says, without what is told of it. */
export const draftOf = ({ read, put, folder, newspaper, from, to, except, applies, on }: RuleRow): RuleDraft => ({ read, put, folder, newspaper, from, to, except, applies, on });

/** Saves a rule; `id` null: a new one. Says whether that could be done. */
export async function saveRule(id: string | null, rule: RuleDraft): Promise<boolean> {
  const saved = await whileSaving(call('rules.save', { once: newOnce(), id, rule }));
  if (!saved.ok) {
    sayError(saved.error);
    return false;
  }
  ruleStore.setState({ current: saved.value.id });
  await loadRules();
  return true;
}

/** Changes a part of a rule. */
export const changeRule = (rule: RuleRow, change: Partial<RuleDraft>): Promise<boolean> => saveRule(rule.id, { ...draftOf(rule), ...change });

/** Switches a rule on or off: off, it suggests nothing any more. */
export async function switchRule(rule = currentRule()): Promise<void> {
  if (rule && (await changeRule(rule, { on: !rule.on }))) say(rule.on ? 'rules.switched-off' : 'rules.switched-on', { read: rule.read, put: rule.put }, undoLast);
}

export async function removeRule(rule = currentRule()): Promise<void> {
  if (!rule) return;
  const removed = await whileSaving(call('rules.remove', { once: newOnce(), id: rule.id }));
  if (!removed.ok) return sayError(removed.error);
  await loadRules();
  say('rules.removed', { read: rule.read, put: rule.put }, undoLast);
}

/** Lists the places a rule is for that do not read so yet. */
export function placesOfRule(rule = currentRule()): void {
  if (!rule) return;
  const { read, put, folder, newspaper, from, to } = rule;
  const accepted = acceptedStore.getState().rows.flatMap(({ check, text }) => ((check === '' || check === 'rule') && text.includes(read) ? [text] : []));
  const filter = { ...(folder !== '' && { folder }), ...(newspaper !== '' && { columns: { newspaper } }), ...(from !== '' && { dateFrom: from }), ...(to !== '' && { dateTo: to }) };
  beginWith(read, put, null, { filter }, [...rule.except, ...accepted]);
  goTo({ screen: 'concordance' });
}

/** Lists all that a rule changed of its own accord, the newest first: single places can be taken back there. */
export function placesApplied(rule = currentRule()): void {
  if (!rule || rule.entries === 0) return sayHere('rules.nothing-applied');
  everyPlaceDone({ by: 'rule', rule: rule.id });
}

/** Takes back all that a rule changed of its own accord and still reads so, as one act. */
export async function undoApplied(rule = currentRule()): Promise<void> {
  if (!rule || rule.entries === 0) return sayHere('rules.nothing-applied');
  if (await takeAllBack({ by: 'rule', rule: rule.id })) await loadRules();
}

/** Begins a change of all places that read alike: that is what a rule is made of. */
export function beginRule(): void {
  beginWith('', null, null);
  goTo({ screen: 'concordance' });
}

/** Makes a rule of the change in the concordance and shows it among the others. */
export async function makeRule(): Promise<void> {
  const { question, put } = concordanceStore.getState();
  if (put === null || question.expression || question.text.trim() === '') return sayHere('rules.cannot');
  const rule: RuleDraft = { read: question.text.trim(), put, folder: '', newspaper: '', from: '', to: '', except: [], applies: false, on: true };
  if (!(await saveRule(null, rule))) return;
  goTo({ screen: 'rules' });
  say('rules.made', { read: rule.read, put: rule.put }, undoLast);
}
