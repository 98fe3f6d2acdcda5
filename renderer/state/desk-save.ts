import type { AppError } from '#contract/app-error.ts';
import type { Request } from '#contract/calls.ts';
import type { Saved } from '#contract/schemas/desk.ts';
import type { Result } from '#util/result.ts';
import { call } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { announce } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { post, rebase, taken } from './desk-outbox.ts';
import type { Outgoing } from './desk-outbox.ts';
import { readPage } from './desk-read.ts';
import { withAct } from './desk-settle.ts';
import { keepView, reuse } from './desk-reuse.ts';
import { whileSaving } from './saving.ts';
import { say, sayError } from './toasts.ts';

/** Puts edits that are already made on the page on their way to the engine. */
export function send(outgoing: Outgoing): void {
  deskStore.setState(({ outbox, saving }) => ({
    outbox: post(outbox, outgoing),
    saving: saving.state === 'held' ? saving : { ...saving, state: 'saving' },
  }));
  void flush();
}

let letGo: (() => void) | null = null;

/** What cannot be written stays here, and the status bar does not say that all is saved. */
function hold(error: AppError): void {
  deskStore.setState(({ outbox, saving }) => ({ outbox: { ...outbox, busy: false }, saving: { ...saving, state: 'held', error } }));
  letGo?.();
  void whileSaving(new Promise<void>((resolve) => (letGo = resolve)));
}

function release(): void {
  letGo?.();
  letGo = null;
}

/** Tries again to write what could not be written. */
export function sendHeld(): void {
  release();
  deskStore.setState(({ saving }) => ({ saving: { ...saving, state: 'saving', error: null } }));
  void flush();
}

/** Gives up what could not be written: it is kept in sight, and the page is read again. */
export async function dropHeld(): Promise<void> {
  const { page, outbox } = deskStore.getState();
  if (!page) return;
  const fresh = await persist(() => readPage(page.id));
  if (!fresh.ok) return sayError(fresh.error);
  release();
  deskStore.setState(({ saving, lost }) => ({
    page: fresh.value.page,
    version: fresh.value.version,
    outbox: { waiting: [], busy: false },
    saving: { ...saving, state: 'saved', error: null },
    lost: [...lost, ...outbox.waiting],
  }));
  keepView(page.issue, fresh.value.page.issue);
}

/** Resolves once nothing is on its way any more; false if something is held back. */
export function drained(): Promise<boolean> {
  const settledNow = () => {
    const { outbox, saving } = deskStore.getState();
    return saving.state === 'held' ? false : outbox.waiting.length === 0 ? true : null;
  };
  const now = settledNow();
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const stop = deskStore.subscribe(() => {
      const then = settledNow();
      if (then === null) return;
      stop();
      resolve(then);
    });
  });
}

/** Resolves when the engine runs again; false if it was given up. */
export function engineBack(): Promise<boolean> {
  const known = () => {
    const { state } = appStore.getState().engine;
    return state === 'ready' ? true : state === 'failed' ? false : null;
  };
  const now = known();
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const stop = appStore.subscribe(() => {
      const then = known();
      if (then === null) return;
      stop();
      resolve(then);
    });
  });
}

/**
 * Asks the engine, and once it is back asks again with the same request where it was started anew before it could answer:
 * the request's `once` keeps it from being done twice.
 */
export async function persist<T>(ask: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'engine-restarted' || !(await engineBack())) return answer;
  }
}

function deliver({ once, label, run, edits, answers: { settle, confirmAside } }: Outgoing, issue: number): Promise<Result<Saved, AppError>> {
  return persist(() => {
    const { version } = deskStore.getState();
    const act = { once, issue, version };
    const mutable = [...edits] as Request<'issue.edit'>['edits'];
    if (run !== null) return call('issue.type', { ...act, run, edits: mutable });
    if (edits.length > 0) return call('issue.edit', { ...act, label, edits: mutable, ...(settle.length > 0 && { settle: [...settle] }), ...(confirmAside !== null && { confirmAside }) });
    return confirmAside === null ? call('issue.settle', { ...act, label, items: [...settle] }) : call('issue.confirmAside', { ...act, confirmed: confirmAside });
  });
}

/** Sends what waits, one after the other, until nothing does. */
async function flush(): Promise<void> {
  const { outbox, page, saving } = deskStore.getState();
  const next = outbox.waiting[0];
  if (outbox.busy || !next || !page || saving.state === 'held') return;
  deskStore.setState({ outbox: { ...outbox, busy: true } });
  const answer = await whileSaving(deliver(next, page.id));
  if (deskStore.getState().page?.id !== page.id) return;
  if (answer.ok) acknowledge(answer.value);
  else await refused(next, answer.error);
  await flush();
}

function acknowledge({ version, savedAt, canUndo, canRedo }: Saved): void {
  deskStore.setState((state) => {
    const outbox = taken(state.outbox);
    return {
      version,
      outbox,
      page: state.page && { ...state.page, canUndo, canRedo },
      saving: { state: outbox.waiting.length > 0 ? 'saving' : 'saved', at: savedAt, error: null },
    };
  });
}

/** The engine did not take an edit: the page is read again and what still fits is made on it; what does not is kept and shown. */
async function refused(outgoing: Outgoing, error: AppError): Promise<void> {
  const here = deskStore.getState();
  const moved = error.code === 'issue-moved-on';
  if (!moved && error.code !== 'edit-refused') {
    hold(error);
    return;
  }
  const fresh = await persist(() => readPage(here.page!.id));
  if (!fresh.ok) {
    hold(fresh.error);
    return;
  }
  const { page } = here;
  deskStore.setState((state) => {
    const again = moved ? state.outbox.waiting : state.outbox.waiting.slice(1);
    const known = state.page?.issue ?? fresh.value.page.issue;
    const { issue, kept, lost } = rebase({ source: fresh.value.page.issue.source, ...reuse(known, fresh.value.page.issue) }, again);
    return {
      page: kept.reduce((page, { answers }) => withAct(page, issue, answers), { ...fresh.value.page, issue }),
      version: fresh.value.version,
      outbox: { waiting: kept, busy: false },
      saving: { ...state.saving, state: kept.length > 0 ? 'saving' : 'saved' },
      lost: [...state.lost, ...(moved ? [] : [outgoing]), ...lost],
    };
  });
  const { lost, page: now } = deskStore.getState();
  if (page && now) keepView(page.issue, now.issue);
  if (lost.length > here.lost.length) sayError(error);
  else say('desk.moved-on');
  announce('desk.moved-on');
}
