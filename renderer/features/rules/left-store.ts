import { createStore, useStore } from 'zustand';
import type { PlaceRow } from '#contract/schemas/concordance.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { currentRule } from './acts.ts';

type Left = { readonly rule: string; readonly rows: readonly PlaceRow[] };

const NONE: Left = { rule: '', rows: [] };

/** The places that the rule at hand leaves as they are. */
const leftStore = createStore<Left>(() => NONE);

export const useLeftPlaces = (rule: string): readonly PlaceRow[] => useStore(leftStore, (left) => (left.rule === rule ? left.rows : NONE.rows));

/** Asks for them anew; `count`: how many there are. Returns how not to hear the answer. */
export function followLeftPlaces(rule: string, count: number): () => void {
  let isOver = false;
  const ask = async () => {
    const answer = count === 0 ? null : await call('rules.left', { id: rule });
    if (!isOver) leftStore.setState({ rule, rows: answer?.ok ? answer.value : NONE.rows });
  };
  void ask();
  return () => {
    isOver = true;
  };
}

/** Names a place in the list. */
export const leftKey = ({ issue, key }: PlaceRow): string => `${issue} ${key}`;

/** The place that the focus is on, else the first of them. */
export function leftPlace(): PlaceRow | undefined {
  const { rule, rows } = leftStore.getState();
  if (rule !== currentRule()?.id) return undefined;
  const focused = document.activeElement?.closest<HTMLElement>('[data-left]')?.dataset['left'];
  return rows.find((row) => leftKey(row) === focused) ?? rows[0];
}

/** Has a rule suggest at a place again that was left as it is. */
export async function askAgain(row = leftPlace(), rule = currentRule()): Promise<void> {
  if (!row || !rule) return;
  const done = await whileSaving(call('rules.askAgain', { once: newOnce(), id: rule.id, issue: row.issue, key: row.key }));
  if (!done.ok) return sayError(done.error);
  say('rules.asks-again', { read: rule.read }, undoLast);
}
