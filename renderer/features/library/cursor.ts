import { openIssue, screenStore } from '../../state/screen.ts';
import { fileHere, fileStore, moveToFile, openFile } from './files/files-store.ts';
import { articles, idsBetween, libraryStore, listInFront, pages } from './library-store.ts';
import { NO_TICKS, withAdded, withToggled } from './ticks.ts';

const isFilesInFront = (): boolean => {
  const { place } = screenStore.getState();
  return place.screen === 'library' && place.view === 'files';
};

/** Puts the cursor of the list in front on a row. */
export function moveTo(index: number): void {
  if (isFilesInFront()) return moveToFile(index);
  const list = listInFront();
  const current = list.moveTo(index);
  if (list === articles && current !== null) libraryStore.setState({ anchor: current });
}

export function moveBy(step: number): void {
  const { current } = isFilesInFront() ? fileStore.getState() : listInFront().cursor.getState();
  moveTo(current === null ? 0 : current + step);
}

/** Opens what is under the cursor: the page of an article, at that article; a page, at its first article that is not approved; or the page of a file. */
export function openCurrent(): void {
  if (isFilesInFront()) {
    openFile(fileHere());
  } else if (listInFront() === pages) {
    const page = pages.currentRow();
    if (page) openIssue(page.issue, page.first);
  } else {
    const row = articles.currentRow();
    if (row) openIssue(row.issue, row.article);
  }
}

const total = (): number => articles.rows.state().total ?? 0;

/** Ticks or unticks an article. With all ticked, they are named one by one first. */
export async function toggleTick(index: number): Promise<void> {
  const row = articles.rows.row(index);
  if (!row) return;
  const { ticks } = libraryStore.getState();
  const ids = ticks.kind === 'some' ? ticks.ids : await idsBetween(0, total() - 1);
  if (!ids) return;
  libraryStore.setState({ ticks: withToggled(new Set(ids), row.article), anchor: index });
  articles.moveTo(index);
}

/** Ticks all articles between where the range began and this one. */
export async function tickTo(index: number): Promise<void> {
  const { anchor, ticks } = libraryStore.getState();
  const { current } = articles.cursor.getState();
  const target = articles.moveTo(index) ?? 0;
  const from = anchor ?? current ?? target;
  libraryStore.setState({ anchor: from });
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
