import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Result } from '#util/result.ts';
import { call, listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { catchUp } from './desk-open.ts';
import { isTurn } from './desk-outbox.ts';
import type { Outgoing } from './desk-outbox.ts';
import { readPage } from './desk-read.ts';
import { deliverAct, deliverTurn, drained, persist, setAway } from './desk-save.ts';
import { forgetKept, keepUnsent, keptOf } from './desk-unsent.ts';
import { write } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { say, sayError } from './toasts.ts';

const PATIENCE = 1_200; // milliseconds: main waits for two seconds in all

const after = (milliseconds: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

/** Ends what is being written: a field keeps its text when it is left, and a composition is what has been composed so far. */
async function endWriting(): Promise<void> {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea, [contenteditable=true]')) activeElement.blur();
  write(null);
  await after(0);
}

/** Writes what the desk holds, for so long as somebody who leaves may be kept waiting. */
export async function settleDesk(): Promise<void> {
  await endWriting();
  await Promise.race([drained(), after(PATIENCE)]);
}

/** The window is about to close: what it holds is written; what cannot be in time is kept for the next start. */
async function leave(): Promise<void> {
  await settleDesk();
  const project = appStore.getState().app?.project?.id;
  if (project !== undefined) await keepUnsent(project);
  await call('app.leave', {});
}

/**
 * Asks for another project, or that this one be closed. What the desk holds is written before; what cannot be in time, or is done meanwhile, goes to
 * no other project's engine: it is kept until this one is opened again, or sent if it stays.
 */
export async function whileLeaving(ask: () => Promise<void>): Promise<void> {
  await settleDesk();
  setAway(true);
  await ask().finally(() => setAway(false));
}

async function sendOne(issue: IssueId, one: Outgoing): Promise<Result<unknown, AppError>> {
  if (isTurn(one)) return deliverTurn(one, issue, null);
  const read = await persist(() => readPage(issue));
  return read.ok ? deliverAct({ ...one, issue }, read.value.version) : read; // kept by an earlier Stet, an act may not name its page
}

const NO_LONGER_FITS: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['edit-refused', 'no-such-issue', 'nothing-to-undo', 'nothing-to-redo', 'undo-stands-in-the-way']);

/** Sends what was kept of a project. What the page no longer takes is shown on the desk. */
async function sendKept(project: string): Promise<void> {
  const kept = await keptOf(project);
  if (kept.length === 0) return;
  for (const { issue, waiting } of kept) {
    for (const one of JSON.parse(waiting) as readonly Outgoing[]) {
      if (appStore.getState().app?.project?.id !== project) return; // as after any other failure
      const sent = await sendOne(issue, one);
      if (sent.ok) continue;
      sayError(sent.error);
      if (!NO_LONGER_FITS.has(sent.error.code)) return; // it stays kept, and what was sent is not made twice
      if (!isTurn(one)) deskStore.setState(({ lost }) => ({ lost: [...lost, one] }));
    }
  }
  await forgetKept(kept);
  say('desk.sent-kept');
  await catchUp();
}

/** Follows main's word that the window closes, and sends what was kept when it last did. To be called once. */
export function followLeaving(): void {
  let leaving: Promise<void> | null = null;
  listen('app.closing', () => {
    leaving ??= leave();
  });
  let sent: string | null = null;
  appStore.subscribe(({ app }) => {
    const project = app?.project?.id ?? null;
    if (project === sent) return;
    sent = project;
    if (project !== null) void sendKept(project); // an engine that is not up yet is waited for by every call
  });
}
