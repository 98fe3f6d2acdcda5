import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Unsent } from '#contract/schemas/unsent.ts';
import type { Result } from '#util/result.ts';
import { call, listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { catchUp } from './desk-open.ts';
import { isTurn } from './desk-outbox.ts';
import type { Outgoing } from './desk-outbox.ts';
import { readPage } from './desk-read.ts';
import { deliverAct, deliverTurn, drained, persist } from './desk-save.ts';
import { write } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { say, sayError } from './toasts.ts';

const PATIENCE = 1_200; // milliseconds: main waits for two seconds in all

const after = (milliseconds: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

/** Ends what is being written: a field keeps its text when it is left, and a composition is what has been composed so far. */
async function endWriting(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  write(null);
  await after(0);
}

/** What waits on the desk, to be kept, page by page. Sent with the same `once` it is not made twice. */
export function unsentNow(): readonly Unsent[] {
  const { page, outbox: { waiting } } = deskStore.getState();
  const project = appStore.getState().app?.project?.id;
  if (!page || !project) return [];
  const pageOf = (one: Outgoing) => (isTurn(one) ? page.id : one.issue);
  return [...new Set(waiting.map(pageOf))].map((issue) => ({ project, issue, waiting: JSON.stringify(waiting.filter((one) => pageOf(one) === issue)) }));
}

/** The window is about to close: what it holds is written; what cannot be in time is kept for the next start. */
async function leave(): Promise<void> {
  await endWriting();
  await Promise.race([drained(), after(PATIENCE)]);
  const unsent = unsentNow();
  const kept = unsent.length > 0 && (await call('app.kept', {}));
  if (kept) await call('app.keep', { unsent: [...(kept.ok ? kept.value : []), ...unsent] });
  await call('app.leave', {});
}

async function sendOne(issue: IssueId, one: Outgoing): Promise<Result<unknown, AppError>> {
  if (isTurn(one)) return deliverTurn(one, issue, null);
  const read = await persist(() => readPage(issue));
  return read.ok ? deliverAct({ ...one, issue }, read.value.version) : read; // kept by an earlier Stet, an act may not name its page
}

const NO_LONGER_FITS: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['edit-refused', 'no-such-issue', 'nothing-to-undo', 'nothing-to-redo', 'undo-stands-in-the-way']);

/** Sends what earlier windows kept of a project. What the page no longer takes is shown on the desk. */
async function sendKept(project: string): Promise<void> {
  const kept = await call('app.kept', {});
  const own = kept.ok ? kept.value.filter((one) => one.project === project) : [];
  if (!kept.ok || own.length === 0) return;
  for (const { issue, waiting } of own) {
    for (const one of JSON.parse(waiting) as readonly Outgoing[]) {
      const sent = await sendOne(issue, one);
      if (sent.ok) continue;
      sayError(sent.error);
      if (!NO_LONGER_FITS.has(sent.error.code)) return; // it stays kept, and what was sent is not made twice
      if (!isTurn(one)) deskStore.setState(({ lost }) => ({ lost: [...lost, one] }));
    }
  }
  await call('app.keep', { unsent: kept.value.filter((one) => one.project !== project) });
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
    if (project === null || project === sent) return; // an engine that is not up yet is waited for by every call
    sent = project;
    void sendKept(project);
  });
}
