import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { sameJson } from '#util/same-json.ts';
import { call, listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { coalesce } from './coalesce.ts';
import { takeAhead } from './desk-ahead.ts';
import type { Read } from './desk-ahead.ts';
import { askingStore } from './desk-asking.ts';
import { openDoubts } from './desk-doubts.ts';
import { isTurn } from './desk-outbox.ts';
import { readPage } from './desk-read.ts';
import { forgetLanguage, languageFor } from './desk-language.ts';
import { keepView } from './desk-reuse.ts';
import { drained, persist, release } from './desk-save.ts';
import { focusStops } from './desk-focus.ts';
import { articlePosition, stopOf } from './desk-outline.ts';
import { only } from './desk-selection.ts';
import type { DeskSelection } from './desk-selection.ts';
import { freshTurns } from './desk-turns.ts';
import { keepUnsent } from './desk-unsent.ts';
import { deskViewStore, resetView } from './desk-view.ts';
import { deskStore, EMPTY_DESK } from './desk.ts';
import type { Page } from './desk.ts';
import { retractError, say, sayError } from './toasts.ts';

const FILES_SETTLE = 200; // milliseconds: while a folder is read, files change many times a second

/** Where the work on a page begins: its first doubt, else its first article that is not approved, else its first passage. */
export function firstStop({ issue, decisions, settled }: Page, article: ArticleId | null): DeskSelection | null {
  const doubts = openDoubts(issue, decisions, settled, askingStore.getState());
  if (article !== null) {
    const asked = issue.articles[articlePosition(issue, article)];
    if (asked) return only(asked.passages[0]!.id);
  }
  const open = issue.articles.find(({ status }) => status !== 'approved');
  const passage = doubts[0]?.passage ?? open?.passages[0]?.id ?? issue.articles[0]?.passages[0]?.id ?? issue.aside[0]?.id;
  return passage === undefined ? null : only(passage);
}

/** Where the work on an article begins: its first doubt, else its beginning. Without one, or where it is gone, where the work on the page does. */
export function workStop(page: Page, article: ArticleId | null): DeskSelection | null {
  const asked = article === null ? undefined : page.issue.articles[articlePosition(page.issue, article)];
  const doubt = asked && openDoubts(page.issue, page.decisions, page.settled, askingStore.getState()).find(({ passage }) => asked.passages.some(({ id }) => id === passage));
  return doubt ? only(doubt.passage) : firstStop(page, article);
}

/** Where a page is opened: at an article if one is named, else where it was left, else where the work on it begins. */
function startOf(page: Page, article: ArticleId | null, toWork: boolean): DeskSelection | null {
  if (toWork) return workStop(page, article);
  const left = article === null ? stopOf(page.issue, focusStops.get(page.id)) : null;
  return left ? only(left.passage.id) : firstStop(page, article);
}

/** Whether the page on the desk may give way before all that was done on it is written: acts are then written behind the next page's back; an undo is not. */
function mayLeave(): boolean {
  const { outbox, behind, saving } = deskStore.getState();
  return saving.state !== 'held' && behind === null && outbox.waiting.every((one) => !isTurn(one));
}

/** Waits until all is written. False if it cannot be: the page stays on the desk, and the user has been told. */
async function allWritten(): Promise<boolean> {
  if (await drained()) return true;
  const { page, saving: { error } } = deskStore.getState();
  if (error) sayError(error);
  deskStore.setState({ wanted: page?.id ?? null });
  return false;
}

function show({ page, version }: Read, article: ArticleId | null, toWork: boolean): void {
  deskStore.setState((before) => {
    const writing = before.outbox.waiting.length > 0;
    return {
      ...EMPTY_DESK,
      wanted: page.id,
      page,
      language: languageFor(page.id),
      version,
      turns: freshTurns(page.canUndo, page.canRedo),
      outbox: before.outbox,
      behind: before.page && writing ? { issue: before.page.id, version: before.version } : null,
      saving: { ...before.saving, state: writing ? 'saving' : 'saved', error: null },
      lost: before.lost,
    };
  });
  resetView(startOf(page, article, toWork));
}

/**
 * Brings a page onto the desk, at an article if one is named (`toWork`: at what wants a decision in it). At once if it was read ahead. What is on
 * its way for the page before is written meanwhile.
 */
export async function openPage(id: IssueId, article: ArticleId | null, toWork = false): Promise<void> {
  const { page } = deskStore.getState();
  if (page?.id === id) {
    deskStore.setState({ wanted: id, problem: null });
    if (article !== null) deskViewStore.setState(({ reveal }) => ({ selection: startOf(page, article, toWork), writing: null, reveal: reveal + 1 }));
    return;
  }
  deskStore.setState({ wanted: id, problem: null });
  const isWanted = () => deskStore.getState().wanted === id;
  const ahead = mayLeave() ? takeAhead(id) : null;
  if (ahead) return show(ahead, article, toWork);
  if (!(mayLeave() || (await allWritten())) || !isWanted()) return;
  const read = await persist(() => readPage(id));
  if (!isWanted()) return;
  if (!(read.ok && mayLeave()) && !((await allWritten()) && isWanted())) return;
  if (read.ok) show(read.value, article, toWork);
  else deskStore.setState({ ...EMPTY_DESK, wanted: id, problem: read.error });
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
  if (page.issue.source !== read.value.page.issue.source) say('desk.moved-on');
}

/** Asks which of the page's files are there: it is no other page for it. */
async function lookAtFiles(): Promise<void> {
  const id = deskStore.getState().page?.id;
  if (id === undefined) return;
  const files = await call('files.of', { issue: id });
  const { page } = deskStore.getState();
  if (files.ok && page?.id === id && !sameJson(files.value, page.files)) deskStore.setState({ page: { ...page, files: files.value } });
}

/** Reads the page that is wanted again, if it could not be read because a database is damaged: Stet may have mended it since, or its file may be back. */
function readMended(): void {
  const { wanted, problem } = deskStore.getState();
  if ((problem?.code === 'database-damaged' || problem?.code === 'page-text-lost' || problem?.code === 'page-tree-lost') && wanted !== null) void openPage(wanted, null);
}

/** Takes the page off the desk: another project was opened. */
export function clearDesk(): void {
  release();
  forgetLanguage();
  deskStore.setState(EMPTY_DESK);
  resetView(null);
}

/** Follows what the engine says of the page on the desk, and which project is open. To be called once. */
export function followDesk(): void {
  appStore.subscribe(({ app, engine }, before) => {
    if (engine.state === 'ready' && before.engine.state !== 'ready') readMended();
    const project = before.app?.project?.id;
    if (app?.project?.id === project) return;
    if (project !== undefined) void keepUnsent(project);
    clearDesk();
  });
  listen('issue.changed', ({ issue, version }) => {
    const { page, announced } = deskStore.getState();
    if (page?.id !== issue) return;
    deskStore.setState({ announced: Math.max(announced, version) });
  });
  listen('library.changed', coalesce(readMended, FILES_SETTLE));
  listen('files.changed', coalesce(() => {
    void lookAtFiles();
    readMended(); // the bytes of its file were read again
  }, FILES_SETTLE));
  // What was held back is sent again, or given up: a message that it could not be written is out of date.
  deskStore.subscribe(({ saving }, { saving: before }) => {
    if (before.state === 'held' && saving.state !== 'held' && before.error) retractError(before.error);
  });
  // Our own acknowledgement and its announcement cross: only what is still ahead once all is quiet came from elsewhere.
  deskStore.subscribe(({ announced, version, outbox }, before) => {
    const quiet = outbox.waiting.length === 0;
    if (quiet && announced > version && (announced !== before.announced || before.outbox.waiting.length > 0)) void catchUp();
  });
}
