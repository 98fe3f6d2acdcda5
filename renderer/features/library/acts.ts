import type { AppError } from '#contract/app-error.ts';
import type { Metadata, Row, Selection, Tagged } from '#contract/schemas/library.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import type { StringKey } from '#strings/index.ts';
import type { Result } from '#util/result.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { sameTopic } from '../../state/topics.ts';
import { articles, libraryStore, refreshLibrary } from './library-store.ts';
import { isTicked, selectionOf, tickCount } from './ticks.ts';

/** What an act in the library is for now; null: nothing is ticked and no row has the cursor. */
export function selection(): Selection | null {
  return selectionOf(libraryStore.getState().ticks, libraryQuery.getState().filter, articles.currentRow()?.article ?? null);
}

export const hasSelection = (): boolean => selection() !== null;

async function report<T>(act: Promise<Result<T, AppError>>, key: StringKey, count: (value: T) => number): Promise<void> {
  const done = await whileSaving(act);
  if (!done.ok) return done.error.code === 'cancelled' ? say('toast.nothing-changed') : sayError(done.error);
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

/** The selected rows, if all of them are at hand. */
export function selectedRows(): readonly Row[] | null {
  const { ticks } = libraryStore.getState();
  if (ticks.kind === 'some' && ticks.ids.size === 0) {
    const row = articles.currentRow();
    return row ? [row] : [];
  }
  const selected = articles.rows.held().filter((row) => isTicked(ticks, row.article));
  return selected.length === tickCount(ticks, articles.rows.state().total ?? 0) ? selected : null;
}

/** The selected articles that are at hand: all, or where they are many, some of them. */
export function selectedAtHand(): readonly Row[] {
  const { ticks } = libraryStore.getState();
  return selectedRows() ?? articles.rows.held().filter((row) => isTicked(ticks, row.article));
}

/** How many articles are selected, and how many of them have each topic, at hand or not. Null if nothing is selected, or it could not be asked. */
export async function tagged(): Promise<Tagged | null> {
  const chosen = selection();
  const told = chosen && (await call('library.tagged', { selection: chosen }));
  return told?.ok ? told.value : null;
}

/** Whether every one of the selected articles has a topic. */
export const haveAll = ({ articles, topics }: Tagged, topic: TopicRef): boolean => topics.some((one) => sameTopic(one.topic, topic) && one.have === articles);

/** Tags the selection with a topic, or takes it off if every selected article has it. */
export async function toggleTopic(topic: TopicRef): Promise<void> {
  const told = await tagged();
  if (told) await (haveAll(told, topic) ? setTopics([], [topic]) : setTopics([topic], []));
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
