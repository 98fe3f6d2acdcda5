import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { EMPTY_OUTBOX } from './desk-outbox.ts';
import type { Outbox, Outgoing } from './desk-outbox.ts';
import { withAct } from './desk-settle.ts';
import type { Answers } from './desk-settle.ts';

/** One page as the desk holds it: the engine's state with the edits that are on their way already made. */
export type Page = {
  readonly id: IssueId;
  readonly issue: Issue;
  readonly decisions: OpenIssue['decisions'];
  readonly metadata: OpenIssue['metadata'];
  readonly files: OpenIssue['files'];
  readonly unplaced: OpenIssue['unplaced'];
  readonly settled: Verdicts; // what a person answered to the machine's decisions
  readonly asideConfirmed: boolean; // what stands aside belongs there, or nothing does
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** How the page stands with the disk. `held`: it could not be written, what was done is kept here and sent again on request. */
export type Saving = { readonly state: 'saved' | 'saving' | 'held'; readonly at: string | null; readonly error: AppError | null };

export type DeskState = {
  readonly wanted: IssueId | null; // the page asked for last
  readonly page: Page | null;
  readonly problem: AppError | null; // why the wanted page is not there
  readonly version: number; // of the engine's page, as last acknowledged
  readonly announced: number; // the newest version the engine has spoken of
  readonly outbox: Outbox;
  readonly saving: Saving;
  readonly lost: readonly Outgoing[]; // found no place on a page that was read again
};

const SAVED: Saving = { state: 'saved', at: null, error: null };

export const EMPTY_DESK: DeskState = {
  wanted: null, page: null, problem: null, version: 0, announced: 0, outbox: EMPTY_OUTBOX, saving: SAVED, lost: [],
};

/** The page on the desk and what of it is saved. */
export const deskStore = createStore<DeskState>(() => EMPTY_DESK);

export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(deskStore, select);

/** The page on the desk; throws where there is none: commands ask first. */
export function openedPage(): Page {
  const { page } = deskStore.getState();
  if (!page) throw new Error('no page is on the desk');
  return page;
}

/** Shows what an act made of the page. */
export function setIssue(issue: Issue, answers: Answers): void {
  deskStore.setState(({ page }) => ({ page: page && withAct(page, issue, answers) }));
}
