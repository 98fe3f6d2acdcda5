import { openIssue } from '../../state/screen.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { currentRow, idsBetween, libraryStore, rows } from './library-store.ts';
import { NO_TICKS, withAdded, withToggled } from './ticks.ts';

const total = (): number => rows.state().total ?? 0;

/** Puts the cursor on a row. */
export function moveTo(index: number): void {
  if (total() === 0) return;
  const current = Math.min(total() - 1, Math.max(0, index));
  libraryStore.setState({ current, anchor: current });
}

export function moveBy(step: number): void {
  const { current } = libraryStore.getState();
  moveTo(current === null ? 0 : current + step);
}

/** Opens the page of the article under the cursor, at that article. */
export function openCurrent(): void {
  const row = currentRow();
  if (row) openIssue(row.issue, row.article);
}

/** Ticks or unticks a row. With all ticked, they are named one by one first. */
export async function toggleTick(index: number): Promise<void> {
  const row = rows.row(index);
  if (!row) return;
  const { ticks } = libraryStore.getState();
  const ids = ticks.kind === 'some' ? ticks.ids : await idsBetween(0, total() - 1);
  if (ids) libraryStore.setState({ ticks: withToggled(new Set(ids), row.article), current: index, anchor: index });
}

/** Ticks all rows between where the range began and this one. */
export async function tickTo(index: number): Promise<void> {
  const target = Math.min(total() - 1, Math.max(0, index));
  const { anchor, current, ticks } = libraryStore.getState();
  const from = anchor ?? current ?? target;
  libraryStore.setState({ current: target, anchor: from });
  if (ticks.kind === 'all') return;
  const ids = await idsBetween(Math.min(from, target), Math.max(from, target));
  if (ids) libraryStore.setState((state) => ({ ticks: withAdded(state.ticks.kind === 'some' ? state.ticks.ids : new Set(), ids) }));
}

export function tickAll(): void {
  libraryStore.setState({ ticks: { kind: 'all' } });
}

export function untickAll(): void {
  libraryStore.setState({ ticks: NO_TICKS });
}

/** Whether what is shown is less than all there is. */
export const hasQuery = (): boolean => Object.keys(libraryQuery.getState().filter).length > 0;
