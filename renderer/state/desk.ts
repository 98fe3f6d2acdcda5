import { createStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { LanguageOf } from '#core/checks/judged.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { lateStore, partOfStore, usePaced } from './late.ts';
import { EMPTY_OUTBOX } from './desk-outbox.ts';
import type { Act, Outbox } from './desk-outbox.ts';
import { withAct } from './desk-settle.ts';
import { NO_TURNS, canRedo, momentOf, withDone } from './desk-turns.ts';
import type { Done, Turns } from './desk-turns.ts';
import type { Answers } from './desk-settle.ts';
import { shownOf } from './shown.ts';

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
  readonly language: LanguageOf | null; // what the texts of the page are judged by, as far as the engine has said it
  readonly problem: AppError | null; // why the wanted page is not there
  readonly version: number; // of the engine's page, as last acknowledged
  readonly announced: number; // the newest version the engine has spoken of
  readonly outbox: Outbox;
  readonly behind: { readonly issue: IssueId; readonly version: number } | null; // the page that was left last, while acts on it are on their way; they come before those on this one
  readonly saving: Saving;
  readonly turns: Turns; // what can be taken back and done again
  readonly lost: readonly Act[]; // found no place on a page that was read again
};

const SAVED: Saving = { state: 'saved', at: null, error: null };

export const EMPTY_DESK: DeskState = {
  wanted: null, page: null, language: null, problem: null, version: 0, announced: 0, outbox: EMPTY_OUTBOX, behind: null, saving: SAVED, turns: NO_TURNS, lost: [],
};

/** The page on the desk and what of it is saved. */
export const deskStore = createStore<DeskState>(() => EMPTY_DESK);

/** The same for those who draw it: what is typed they hear of when the hands rest. */
export const shownDesk = shownOf(deskStore);
const lateDesk = lateStore(shownDesk);

export const useDesk = <T>(select: (state: DeskState) => T): T => usePaced(shownDesk, lateDesk, select);

const shownPage = partOfStore(shownDesk, ({ page }) => page);
const latePage = lateStore(shownPage);

/** The same of the page alone: many parts of the window show something of it, and none need be asked when something else changes. */
export const useDeskPage = <T>(select: (page: Page | null) => T): T => usePaced(shownPage, latePage, ({ page }) => select(page));

/** The page on the desk; throws where there is none: commands ask first. */
export function openedPage(): Page {
  const { page } = deskStore.getState();
  if (!page) throw new Error('no page is on the desk');
  return page;
}

/** Shows what an act made of the page, and remembers how it was before. Gives the key of the journal's entry that it belongs to: `once`, or that of its run. */
export function showAct(issue: Issue, answers: Answers, act: Pick<Done, 'run' | 'label'> & { readonly once: string }): string {
  const page = openedPage();
  const next = withAct(page, issue, answers);
  const { turns, key } = withDone(deskStore.getState().turns, { key: act.once, run: act.run, label: act.label, entry: null, before: momentOf(page), after: momentOf(next) });
  deskStore.setState({ page: { ...next, canUndo: true, canRedo: canRedo(turns) }, turns });
  return key;
}
