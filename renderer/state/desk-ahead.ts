import { createStore, useStore } from 'zustand';
import type { IssueId } from '#contract/schemas/library.ts';
import { listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { readPage } from './desk-read.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { queueStore } from './queue.ts';

/** A page as the engine told it, and its version. */
export type Read = { readonly page: Page; readonly version: number };

/** The page the queue goes on to, read ahead so that nobody waits for it; null while it is not there. */
export const aheadStore = createStore<{ readonly read: Read | null }>(() => ({ read: null }));

export const useAhead = (): Page | null => useStore(aheadStore, ({ read }) => read?.page ?? null);

let wanted: IssueId | null = null;
let asked: symbol | null = null; // the question whose answer counts

/** Takes the page that was read ahead, if it is this one: it is on the desk then, and no longer ahead. */
export function takeAhead(issue: IssueId): Read | null {
  const { read } = aheadStore.getState();
  if (read?.page.id !== issue) return null;
  forgetAhead();
  return read;
}

/** Nothing is ahead: another project, or an engine that may know better. */
export function forgetAhead(): void {
  wanted = null;
  asked = null;
  if (aheadStore.getState().read) aheadStore.setState({ read: null });
}

/** Reads a page ahead, in place of the one that was. Nothing is locked by it and nothing changed; where it cannot be read, it is read when it is opened. */
export async function readAhead(issue: IssueId | null): Promise<void> {
  if (issue === wanted || issue === deskStore.getState().page?.id) return;
  forgetAhead();
  if (issue === null) return;
  wanted = issue;
  const question = Symbol('a page');
  asked = question;
  const read = await readPage(issue);
  if (asked !== question) return;
  if (read.ok) aheadStore.setState({ read: read.value });
  else wanted = null;
}

/** Keeps the next page of the queue read ahead, as it is. To be called once. */
export function followAhead(): void {
  queueStore.subscribe(({ place, isHere }, before) => {
    if (isHere && place !== before.place) void readAhead(place?.nextPage?.issue ?? null);
  });
  listen('issue.changed', ({ issue }) => {
    if (issue !== wanted) return;
    forgetAhead();
    void readAhead(issue);
  });
  appStore.subscribe(({ app, engine }, before) => {
    if (app?.project?.id !== before.app?.project?.id || (engine.state !== before.engine.state && engine.state !== 'ready')) forgetAhead();
  });
}
