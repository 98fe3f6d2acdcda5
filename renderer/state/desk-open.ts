import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { openDoubts } from './desk-doubts.ts';
import { readPage } from './desk-read.ts';
import { keepView } from './desk-reuse.ts';
import { drained, persist } from './desk-save.ts';
import { focusStops } from './desk-focus.ts';
import { articlePosition, stopOf } from './desk-outline.ts';
import { only } from './desk-selection.ts';
import type { DeskSelection } from './desk-selection.ts';
import { freshTurns } from './desk-turns.ts';
import { deskViewStore, resetView } from './desk-view.ts';
import { deskStore, EMPTY_DESK } from './desk.ts';
import type { Page } from './desk.ts';
import { sayError } from './toasts.ts';

/** Where the work on a page begins: its first doubt, else its first article that is not approved, else its first passage. */
export function firstStop({ issue, decisions, settled }: Page, article: ArticleId | null): DeskSelection | null {
  const doubts = openDoubts(issue, decisions, settled);
  if (article !== null) {
    const asked = issue.articles[articlePosition(issue, article)];
    if (asked) return only(asked.passages[0]!.id);
  }
  const open = issue.articles.find(({ status }) => status !== 'approved');
  const passage = doubts[0]?.passage ?? open?.passages[0]?.id ?? issue.articles[0]?.passages[0]?.id ?? issue.aside[0]?.id;
  return passage === undefined ? null : only(passage);
}

/** Where a page is opened: at an article if one is named, else where it was left, else where the work on it begins. */
function startOf(page: Page, article: ArticleId | null): DeskSelection | null {
  const left = article === null ? stopOf(page.issue, focusStops.get(page.id)) : null;
  return left ? only(left.passage.id) : firstStop(page, article);
}

/** Brings a page onto the desk, at an article if one is named. What is on its way for the page before is written first. */
export async function openPage(id: IssueId, article: ArticleId | null): Promise<void> {
  const { page } = deskStore.getState();
  if (page?.id === id) {
    deskStore.setState({ wanted: id, problem: null });
    if (article !== null) deskViewStore.setState(({ reveal }) => ({ selection: firstStop(page, article), writing: null, reveal: reveal + 1 }));
    return;
  }
  deskStore.setState({ wanted: id, problem: null });
  if (!(await drained())) {
    const { error } = deskStore.getState().saving;
    if (error) sayError(error);
    return;
  }
  const read = await persist(() => readPage(id));
  if (deskStore.getState().wanted !== id) return;
  if (!read.ok) {
    deskStore.setState({ ...EMPTY_DESK, wanted: id, problem: read.error });
    return;
  }
  const { saving } = deskStore.getState();
  deskStore.setState({ ...EMPTY_DESK, wanted: id, page: read.value.page, version: read.value.version, turns: freshTurns(read.value.page.canUndo, read.value.page.canRedo), saving: { ...saving, state: 'saved', error: null } });
  resetView(startOf(read.value.page, article));
}

/** Reads the page again if it was changed from elsewhere and nothing of ours is on its way. */
export async function catchUp(): Promise<void> {
  const { page, version, announced, outbox } = deskStore.getState();
  if (!page || announced <= version || outbox.waiting.length > 0) return;
  const read = await persist(() => readPage(page.id));
  const now = deskStore.getState();
  if (!read.ok || now.page?.id !== page.id || now.outbox.waiting.length > 0 || read.value.version <= now.version) return;
  deskStore.setState({ page: read.value.page, version: read.value.version, turns: freshTurns(read.value.page.canUndo, read.value.page.canRedo) });
  keepView(page.issue, read.value.page.issue);
}

/** Takes the page off the desk: another project was opened. */
export function clearDesk(): void {
  deskStore.setState(EMPTY_DESK);
  resetView(null);
}

/** Follows what the engine says of the page on the desk, and which project is open. To be called once. */
export function followDesk(): void {
  appStore.subscribe(({ app }, before) => {
    if (app?.project?.id !== before.app?.project?.id) clearDesk();
  });
  listen('issue.changed', ({ issue, version }) => {
    const { page, announced } = deskStore.getState();
    if (page?.id !== issue) return;
    deskStore.setState({ announced: Math.max(announced, version) });
  });
  // Our own acknowledgement and its announcement cross: only what is still ahead once all is quiet came from elsewhere.
  deskStore.subscribe(({ announced, version, outbox }, before) => {
    const quiet = outbox.waiting.length === 0;
    if (quiet && announced > version && (announced !== before.announced || before.outbox.waiting.length > 0)) void catchUp();
  });
}
