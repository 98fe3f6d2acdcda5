import { createStore, useStore } from 'zustand';
import type { IssueId } from '#contract/schemas/library.ts';
import { listen } from '../bridge/bridge.ts';
import { coalesce } from './coalesce.ts';
import { appStore } from './app.ts';
import { readPage } from './desk-read.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { queueStore } from './queue.ts';

/** A page as the engine told it, and its version. */
export type Read = { readonly page: Page; readonly version: number };

/** The pages the queue goes on to and back to, read ahead so that nobody waits for them, as far as they are there. */
export const aheadStore = createStore<{ readonly reads: readonly Read[] }>(() => ({ reads: [] }));

const readOf = (reads: readonly Read[], issue: IssueId | null): Read | null => reads.find(({ page }) => page.id === issue) ?? null;

/** A page, if it was read ahead. */
export const useAhead = (issue: IssueId | null): Page | null => useStore(aheadStore, ({ reads }) => readOf(reads, issue)?.page ?? null);

const FILES_SETTLE = 500; // milliseconds

let wanted: readonly IssueId[] = [];
const asked = new Map<IssueId, symbol>(); // of each page the question whose answer counts

function drop(isOut: (issue: IssueId) => boolean): void {
  for (const issue of asked.keys()) if (isOut(issue)) asked.delete(issue);
  const { reads } = aheadStore.getState();
  const left = reads.filter(({ page }) => !isOut(page.id));
  if (left.length < reads.length) aheadStore.setState({ reads: left });
}

/** Takes a page that was read ahead, if it is there: it is on the desk then, and no longer ahead. */
export function takeAhead(issue: IssueId): Read | null {
  const read = readOf(aheadStore.getState().reads, issue);
  if (read) drop((one) => one === issue);
  return read;
}

/** Nothing is ahead: another project, or an engine that may know better. */
export function forgetAhead(): void {
  wanted = [];
  drop(() => true);
}

async function read(issue: IssueId): Promise<void> {
  const question = Symbol('a page');
  asked.set(issue, question);
  const answer = await readPage(issue);
  if (asked.get(issue) !== question) return;
  asked.delete(issue);
  if (answer.ok) aheadStore.setState(({ reads }) => ({ reads: [...reads, answer.value] }));
}

/** Reads pages ahead, in place of those that were. Nothing is locked by it and nothing changed; what cannot be read is read when it is opened. */
export async function readAhead(...issues: readonly (IssueId | null | undefined)[]): Promise<void> {
  const here = deskStore.getState().page?.id;
  wanted = [...new Set(issues)].filter((issue): issue is IssueId => issue !== null && issue !== undefined && issue !== here);
  drop((issue) => !wanted.includes(issue));
  const { reads } = aheadStore.getState();
  await Promise.all(wanted.filter((issue) => !asked.has(issue) && !readOf(reads, issue)).map(read));
}

/** Keeps the next page of the queue and the one before read ahead, as they are. To be called once. */
export function followAhead(): void {
  queueStore.subscribe(({ place, isHere }, before) => {
    if (isHere && place !== before.place) void readAhead(place?.nextPage?.issue, place?.previousPage?.issue);
  });
  listen('issue.changed', ({ issue }) => {
    drop((one) => one === issue);
    if (wanted.includes(issue) && issue !== deskStore.getState().page?.id) void read(issue);
  });
  listen('files.changed', coalesce(() => {
    drop(() => true); // a page says which of its files are there
    void Promise.all(wanted.map(read));
  }, FILES_SETTLE));
  appStore.subscribe(({ app, engine }, before) => {
    if (app?.project?.id !== before.app?.project?.id || (engine.state !== before.engine.state && engine.state !== 'ready')) forgetAhead();
  });
}
