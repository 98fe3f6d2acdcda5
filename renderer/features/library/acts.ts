import type { AppError } from '#contract/app-error.ts';
import type { Metadata, Selection } from '#contract/schemas/library.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import type { StringKey } from '#strings/index.ts';
import type { Result } from '#util/result.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { currentRow, libraryStore, refreshLibrary, rows } from './library-store.ts';
import { isTicked, selectionOf } from './ticks.ts';

/** What an act in the library is for now; null: nothing is ticked and no row has the cursor. */
export function selection(): Selection | null {
  return selectionOf(libraryStore.getState().ticks, libraryQuery.getState().filter, currentRow()?.article ?? null);
}

export const hasSelection = (): boolean => selection() !== null;

async function report<T>(act: Promise<Result<T, AppError>>, key: StringKey, count: (value: T) => number): Promise<void> {
  const done = await whileSaving(act);
  if (!done.ok) return sayError(done.error);
  say(key, { count: count(done.value) }, undoLast);
  refreshLibrary();
}

/** Tags and untags the selection. */
export async function setTopics(add: readonly TopicRef[], remove: readonly TopicRef[]): Promise<void> {
  const chosen = selection();
  if (!chosen) return;
  const key = add.length > 0 ? 'toast.tagged' : 'toast.untagged';
  await report(call('library.setTopics', { once: newOnce(), selection: chosen, add: [...add], remove: [...remove] }), key, ({ articles }) => articles);
}

/** The selected rows that are at hand. */
export function selectedRows() {
  const { ticks } = libraryStore.getState();
  if (ticks.kind === 'some' && ticks.ids.size === 0) {
    const row = currentRow();
    return row ? [row] : [];
  }
  const total = rows.state().total ?? 0;
  return Array.from({ length: total }, (_, at) => rows.row(at)).filter((row) => row !== undefined && isTicked(ticks, row.article)).filter((row) => row !== undefined);
}

/** Of the selection: how many articles have a topic, and how many one below it. Null if nothing is selected. */
export async function previewTopic(topic: TopicRef): Promise<{ readonly articles: number; readonly have: number; readonly implied: number } | null> {
  const chosen = selection();
  const told = chosen && (await call('library.previewTopic', { selection: chosen, topic }));
  return told?.ok ? told.value : null;
}

/** Tags the selection with a topic, or takes it off if every selected article has it. */
export async function toggleTopic(topic: TopicRef): Promise<void> {
  const told = await previewTopic(topic);
  if (told) await (told.have === told.articles ? setTopics([], [topic]) : setTopics([topic], []));
}

export async function setStatus(status: Status): Promise<void> {
  const chosen = selection();
  if (!chosen) return;
  await report(call('library.setStatus', { once: newOnce(), selection: chosen, status }), `toast.status.${status}`, ({ articles }) => articles);
}

/** Sets newspaper, edition, date or page of the pages the selected articles stand on. */
export async function setMetadata(values: Partial<Metadata>): Promise<void> {
  const chosen = selection();
  if (!chosen || Object.keys(values).length === 0) return;
  await report(call('library.setMetadata', { once: newOnce(), selection: chosen, values }), 'toast.metadata', ({ issues }) => issues);
}
