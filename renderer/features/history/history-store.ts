import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import type { HistoryFilter, HistoryRow } from '#contract/schemas/history.ts';
import { ok } from '#util/result.ts';
import { call } from '../../bridge/bridge.ts';
import { coalesce } from '../../state/coalesce.ts';
import { drained } from '../../state/desk-save.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState } from '../../state/page-cache.ts';
import { projectStore } from '../../state/project.ts';
import { sayError } from '../../state/toasts.ts';
import { historyWindows } from './windows.ts';

type State = { readonly filter: HistoryFilter; readonly current: number | null };

const FIRST: State = { filter: {}, current: null };

/** What of the project's history is shown, and the line the cursor is on. */
export const historyStore = createStore<State>(() => FIRST);

export const useHistory = <T>(select: (state: State) => T): T => useStore(historyStore, select);

/** The lines of the history in view, newest first. */
export const lines = createPageCache<HistoryRow>();

export const useLines = (): CacheState => useSyncExternalStore(lines.subscribe, lines.state);

export const currentLine = (): HistoryRow | undefined => {
  const { current } = historyStore.getState();
  return current === null ? undefined : lines.row(current);
};

/** A line, fetched where it is not at hand; null where it could not be, of which the user has been told. */
export async function lineAt(index: number): Promise<HistoryRow | null> {
  const known = lines.row(index);
  if (known) return known;
  const answer = await call('history.all', { before: null, skip: index, limit: 1, filter: historyStore.getState().filter });
  if (answer.ok) return answer.value.rows[0] ?? null;
  sayError(answer.error);
  return null;
}

const windowsOf = (filter: HistoryFilter) =>
  historyWindows(async (before, skip, limit) => {
    await drained(); // what was decided a moment ago is an entry too: whoever comes to take it back finds it on top
    return call('history.all', { before, skip, limit, filter });
  });

/** Shows what a filter asks for, from the newest. */
export function showHistory(filter: HistoryFilter): void {
  historyStore.setState({ filter, current: null });
  total = null;
  lines.ask(windowsOf(filter));
}

/** What the history is narrowed to when it is next gone to. */
export function narrowBeforehand(filter: HistoryFilter): void {
  historyStore.setState({ filter, current: null });
}

/** Asks again: something was done since. */
export function refreshHistory(): void {
  lines.refresh(windowsOf(historyStore.getState().filter));
}

let total: number | null = null;

/** What is new comes in at the top: the cursor stays on its line, which moves down. Before there is one, it goes to the newest. */
function keepLine(): void {
  const now = lines.state();
  if (now.changing || now.total === null || now.total === total) return;
  const more = total === null ? 0 : now.total - total;
  total = now.total;
  historyStore.setState(({ current }) => ({ current: total === 0 ? null : Math.min(total! - 1, Math.max(0, (current ?? 0) + (current === null ? 0 : more))) }));
}

/** Follows what is done to the project while the history is shown, until the returned function is called. */
export function followHistory(): () => void {
  const refresh = coalesce(refreshHistory, 250);
  const stops = [
    lines.subscribe(keepLine),
    projectStore.subscribe(({ info }, before) => {
      if (info && info.head !== before.info?.head) refresh();
    }),
  ];
  showHistory(historyStore.getState().filter);
  return () => stops.forEach((stop) => stop());
}

/** Another project: nothing of this one's history is looked for in it. */
export function forgetHistory(): void {
  historyStore.setState(FIRST);
  lines.ask(() => Promise.resolve(ok({ total: 0, revision: 0, rows: [] })));
}
