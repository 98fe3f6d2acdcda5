import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import type { NameKind } from '#core/names/bodies.ts';
import type { NameShow } from '#core/names/filter.ts';
import type { NameRow } from '#contract/schemas/language.ts';
import { ok } from '#util/result.ts';
import { call, listen } from '../../bridge/bridge.ts';
import { acceptedStore } from '../../state/accepted.ts';
import { coalesce } from '../../state/coalesce.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState, FetchWindow } from '../../state/page-cache.ts';
import { loadRules, rulesStore } from '../../state/rules.ts';

type State = { readonly text: string; readonly kind: NameKind | null; readonly show: NameShow; readonly current: number | null; readonly counted: boolean };

const FIRST: State = { text: '', kind: null, show: 'twofold', current: null, counted: true };

/** What of the register of names is shown, and where one is in it. */
export const namesStore = createStore<State>(() => FIRST);

export const useNames = <T>(select: (state: State) => T): T => useStore(namesStore, select);

/** The names in view, in their order. */
export const names = createPageCache<NameRow>();

export const useRows = (): CacheState => useSyncExternalStore(names.subscribe, names.state);

const windowsOf = ({ text, kind, show }: State): FetchWindow<NameRow> => async (offset, limit) => {
  const answer = await call('language.names', { text, kind, show, offset, limit });
  if (!answer.ok) return answer;
  const { counted, total, rows } = answer.value;
  namesStore.setState({ counted });
  return ok({ total, revision: 0, rows });
};

/** Shows other names. */
export function askFor(change: Partial<Pick<State, 'text' | 'kind' | 'show'>>): void {
  namesStore.setState({ ...change, current: null });
  names.ask(windowsOf(namesStore.getState()));
}

const KINDS: readonly State['kind'][] = [null, 'person', 'office', 'place'];

/** Shows the next kind of names alone, and after the last all of them. */
export const nextKind = (): void => askFor({ kind: KINDS[(KINDS.indexOf(namesStore.getState().kind) + 1) % KINDS.length]! });

/** Shows these names, or all where they are shown already. */
export const toggleShow = (show: NameShow): void => askFor({ show: namesStore.getState().show === show ? 'all' : show });

export function moveTo(index: number): void {
  const total = names.state().total ?? 0;
  if (total > 0) namesStore.setState({ current: Math.min(total - 1, Math.max(0, index)) });
}

export const currentName = (): NameRow | undefined => {
  const { current } = namesStore.getState();
  return current === null ? undefined : names.row(current);
};

/** Another project has other people in it. */
export function forgetNames(): void {
  namesStore.setState(FIRST);
  names.ask(() => Promise.resolve(ok({ total: 0, revision: 0, rows: [] })));
}

/** Follows the register while it is shown, until the returned function is called. */
export function followNames(): () => void {
  const refresh = coalesce(() => names.refresh(windowsOf(namesStore.getState())), 300);
  const stops = [listen('language.changed', refresh), rulesStore.subscribe(({ rules }, before) => rules !== before.rules && refresh()), acceptedStore.subscribe(({ accepted }, before) => accepted !== before.accepted && refresh())];
  void loadRules();
  names.ask(windowsOf(namesStore.getState()));
  return () => stops.forEach((stop) => stop());
}
