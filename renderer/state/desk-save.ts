import type { AppError } from '#contract/app-error.ts';
import type { Reply, Request } from '#contract/calls.ts';
import type { Saved } from '#contract/schemas/desk.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Result } from '#util/result.ts';
import { call } from '../bridge/bridge.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { appStore } from './app.ts';
import { announce } from './desk-view.ts';
import { deskStore } from './desk.ts';
import type { DeskState, Page } from './desk.ts';
import { isTurn, post, rebase, taken } from './desk-outbox.ts';
import type { Act, Outgoing, Turn } from './desk-outbox.ts';
import { readPage } from './desk-read.ts';
import { verdictsOf } from './desk-settle.ts';
import { keepView, reuse } from './desk-reuse.ts';
import { tell } from './desk-tell.ts';
import { showTurned } from './desk-turned.ts';
import { canRedo, canUndo, entryOf, freshTurns, withEntry } from './desk-turns.ts';
import { whileSaving } from './saving.ts';
import { drawnLater } from './shown.ts';
import { say, sayError } from './toasts.ts';

/** Puts edits that are already made on the page on their way to the engine. */
export function send(outgoing: Outgoing): void {
  deskStore.setState(({ outbox, saving }) => ({
    outbox: post(outbox, outgoing),
    saving: saving.state === 'held' ? saving : { ...saving, state: 'saving' },
  }));
  afterPaint(sendWaiting);
}

/** What was done leaves when it is to be seen: neither the sending nor the engine's work is in the way of that frame. Who waits for it sends it at once. */
const sendWaiting = (): void => void flush();

let letGo: (() => void) | null = null;

let away = false;

/** Whether another project is being opened, or this one closed. What waits is not sent then: the next engine would take it for something of its own project's. */
export function setAway(next: boolean): void {
  away = next;
  if (away) return;
  if (deskStore.getState().saving.error?.code === 'engine-restarted') sendHeld(); // it did stay
  else void flush();
}

/** What cannot be written stays here, and the status bar does not say that all is saved. */
function hold(error: AppError): void {
  deskStore.setState(({ outbox, saving }) => ({ outbox: { ...outbox, busy: false }, saving: { ...saving, state: 'held', error } }));
  letGo?.();
  void whileSaving(new Promise<void>((resolve) => (letGo = resolve)));
  again ??= setInterval(() => void trySaving(), AGAIN);
}

const AGAIN = 10_000; // milliseconds
let again: ReturnType<typeof setInterval> | null = null; // while something is held back

/** What passes by itself: room is made on a disk, a cable is put in again, a folder put back. */
const PASSES: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['disk-full', 'disk-error', 'project-gone']);

/** Tries to write what is held back without a word, and goes on where that succeeds. */
async function trySaving(): Promise<void> {
  const { outbox, saving, version, behind } = deskStore.getState();
  const [next] = outbox.waiting;
  if (saving.state !== 'held' || !saving.error || !PASSES.has(saving.error.code) || outbox.busy || away || !next || isTurn(next)) return;
  drawnLater(() => deskStore.setState({ outbox: { ...outbox, busy: true } }));
  const answer = await deliverAct(next, isBehind(next) ? behind!.version : version);
  if (!isFirst(next)) return;
  const stillHeld = deskStore.getState().saving.state === 'held'; // else it was asked for meanwhile
  deskStore.setState((state) => ({ outbox: { ...state.outbox, busy: false } }));
  if (answer.ok || !stillHeld || !PASSES.has(answer.error.code)) sendHeld(); // with the same key: what is written is not written twice
}

/** Nothing is held back any more: it is sent again, or given up with its page. */
export function release(): void {
  letGo?.();
  letGo = null;
  if (again !== null) clearInterval(again);
  again = null;
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
    behind: null,
    saving: { ...saving, state: 'saved', error: null },
    turns: freshTurns(fresh.value.page.canUndo, fresh.value.page.canRedo),
    lost: [...lost, ...outbox.waiting.flatMap((one) => (isTurn(one) ? [] : [one]))],
  }));
  keepView(page.issue, fresh.value.page.issue);
}

/** Resolves when `read` says something other than null of the desk, with that. */
function until<T>(read: (state: DeskState) => T | null): Promise<T> {
  const now = read(deskStore.getState());
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const stop = deskStore.subscribe((state) => {
      const then = read(state);
      if (then === null) return;
      stop();
      resolve(then);
    });
  });
}

/** Resolves once nothing is on its way any more; false if something is held back. */
export function drained(): Promise<boolean> {
  sendWaiting();
  return until(({ outbox, saving }) => (saving.state === 'held' ? false : outbox.waiting.length === 0 || null));
}

/** Resolves once something is no longer on its way; also when it is held back. */
export function gone(once: string): Promise<void> {
  return until(({ outbox, saving }) => saving.state === 'held' || outbox.waiting.every((one) => one.once !== once) || null).then(() => undefined);
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
 * the request's `once` keeps it from being done twice. Not while another project is being opened.
 */
export async function persist<T>(ask: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'engine-restarted' || away || !(await engineBack())) return answer;
  }
}

/** Sends an act on its page of a version; again with the same `once`, if the engine was started anew before it could answer. */
export function deliverAct({ issue, once, key, label, run, edits, answers: { settle, confirmAside, accept = [] } }: Act, version: number): Promise<Result<Saved, AppError>> {
  return persist(() => {
    const act = { once, issue, version };
    const mutable = [...edits] as Request<'issue.edit'>['edits'];
    // By the key, not by the run: the engine goes on with an entry only where this window does.
    if (run !== null) return call('issue.type', { ...act, run: key, edits: mutable });
    if (edits.length > 0) return call('issue.edit', { ...act, label, edits: mutable, ...(settle.length > 0 && { settle: [...settle] }), ...(confirmAside !== null && { confirmAside }) });
    return confirmAside === null ? call('issue.settle', { ...act, label, items: [...settle], ...(accept.length > 0 && { accept: [...accept] }) }) : call('issue.confirmAside', { ...act, confirmed: confirmAside });
  });
}

/** Sends an undo or redo. `expect`: what it is of, if the page shows it already. */
export function deliverTurn({ once, turn }: Turn, issue: IssueId, expect: EntryId | null): Promise<Result<Reply<'history.undo'>, AppError>> {
  return persist(() => {
    const { version } = deskStore.getState();
    return call(turn === 'undo' ? 'history.undo' : 'history.redo', { once, issue, ...(expect !== null && { expect: { entry: expect, version } }) });
  });
}

/** Sends what waits, one after the other, until nothing does. */
async function flush(): Promise<void> {
  const { outbox, page, saving } = deskStore.getState();
  const next = outbox.waiting[0];
  if (outbox.busy || !next || !page || saving.state === 'held' || away) return;
  drawnLater(() => deskStore.setState({ outbox: { ...outbox, busy: true } }));
  if (isTurn(next)) await sendTurn(next, page.id);
  else await sendAct(next);
  await flush();
}

/** Whether something is still the first that waits: another project may have been opened meanwhile, or it was given up. */
const isFirst = (one: Outgoing): boolean => deskStore.getState().outbox.waiting[0]?.once === one.once;

const isBehind = ({ issue }: Act): boolean => deskStore.getState().behind?.issue === issue;

async function sendAct(act: Act): Promise<void> {
  const { version, behind } = deskStore.getState();
  const answer = await whileSaving(deliverAct(act, isBehind(act) ? behind!.version : version));
  if (!isFirst(act)) return;
  if (answer.ok) (isBehind(act) ? acknowledgeBehind : acknowledge)(answer.value, act.key);
  else if (answer.error.code === 'issue-moved-on' || answer.error.code === 'edit-refused') await (isBehind(act) ? refusedBehind : refused)(act, answer.error);
  else hold(answer.error);
}

async function sendTurn(turn: Turn, issue: IssueId): Promise<void> {
  // What came before it was acknowledged, so the entry it is to take back has its number now.
  const expect = turn.over === null ? null : entryOf(deskStore.getState().turns, turn.over);
  const answer = await whileSaving(deliverTurn(turn, issue, expect));
  if (deskStore.getState().page?.id !== issue) return;
  if (!answer.ok) return NOT_TURNED.has(answer.error.code) ? notTurned(answer.error) : hold(answer.error);
  if (expect !== null && answer.value.of === expect && answer.value.tree === null) acknowledge(answer.value, null);
  else await takeOver(answer.value, turn);
}

/** Errors that say that the step is not to be made, not that it could not be written. */
const NOT_TURNED: ReadonlySet<AppError['code']> = new Set<AppError['code']>(['nothing-to-undo', 'nothing-to-redo', 'undo-stands-in-the-way', 'no-such-issue', 'read-only']);

function acknowledge({ version, savedAt, entry, canUndo: undoable, canRedo: redoable }: Saved, key: string | null): void {
  drawnLater(() => deskStore.setState((state) => {
    const outbox = taken(state.outbox);
    const quiet = outbox.waiting.length === 0;
    const named = key === null ? state.turns : withEntry(state.turns, key, entry);
    const turns = named ?? freshTurns(true, true);
    const settled = quiet ? { ...turns, moreLive: turns.live.length > 0 ? turns.moreLive : undoable, moreUndone: turns.undone.length > 0 ? turns.moreUndone : redoable } : turns;
    return {
      version,
      outbox,
      turns: settled,
      page: state.page && { ...state.page, canUndo: canUndo(settled), canRedo: canRedo(settled) },
      saving: { state: quiet ? 'saved' : 'saving', at: savedAt, error: null },
    };
  }));
}

/** An act on the page that was left is durable: once the last is, nothing more is to be known of that page. */
function acknowledgeBehind({ version, savedAt }: Saved): void {
  deskStore.setState(({ outbox, behind }) => {
    const next = taken(outbox);
    const more = next.waiting.some((one) => !isTurn(one) && one.issue === behind?.issue);
    return { outbox: next, behind: more && behind ? { ...behind, version } : null, saving: { state: next.waiting.length === 0 ? 'saved' : 'saving', at: savedAt, error: null } };
  });
}

/** The engine did not take an act on the page that was left: what still fits there is sent, the rest is kept and shown. */
async function refusedBehind(act: Act, error: AppError): Promise<void> {
  const fresh = await persist(() => readPage(act.issue));
  if (!isFirst(act)) return;
  if (!fresh.ok) return hold(fresh.error);
  const moved = error.code === 'issue-moved-on';
  const { outbox: { waiting }, lost } = deskStore.getState();
  const [there, here] = [waiting.filter((one) => !isTurn(one) && one.issue === act.issue), waiting.filter((one) => isTurn(one) || one.issue !== act.issue)];
  const next = rebase(fresh.value.page, moved ? there : there.slice(1));
  deskStore.setState({
    outbox: { waiting: [...next.kept, ...here], busy: false },
    behind: next.kept.length > 0 ? { issue: act.issue, version: fresh.value.version } : null,
    lost: [...lost, ...(moved ? [] : [act]), ...next.lost],
  });
  if (deskStore.getState().lost.length > lost.length) sayError(error);
  if (deskStore.getState().outbox.waiting.length === 0) deskStore.setState(({ saving }) => ({ saving: { ...saving, state: 'saved' } }));
}

/** Puts the page as the engine has it in the place of ours, with what still waits made on it; what finds no place is kept and shown. `first`: of what waits. */
function replace(fresh: Page, version: number, at: string | null, first: 'stays' | 'goes', lost: readonly Act[] = []): void {
  deskStore.setState((state) => {
    const waiting = first === 'goes' ? state.outbox.waiting.slice(1) : state.outbox.waiting;
    const known = state.page?.issue ?? fresh.issue;
    const next = rebase({ ...fresh, issue: { source: fresh.issue.source, ...reuse(known, fresh.issue) } }, waiting);
    const quiet = next.kept.length === 0;
    const turns = quiet ? freshTurns(fresh.canUndo, fresh.canRedo) : freshTurns(true, true);
    return {
      page: { ...next.page, canUndo: canUndo(turns), canRedo: canRedo(turns) },
      version,
      turns,
      outbox: { waiting: next.kept, busy: false },
      saving: { ...state.saving, ...(at !== null && { at }), state: quiet ? 'saved' : 'saving' },
      lost: [...state.lost, ...lost, ...next.lost],
    };
  });
}

/** The engine took back (or did again) something else than this page shows, or what only it knew: the page is as it says. */
async function takeOver({ tree, answers, version, savedAt, canUndo: undoable, canRedo: redoable, label }: Reply<'history.undo'>, { turn, over }: Turn): Promise<void> {
  const before = deskStore.getState().page!;
  const read = tree ? null : await persist(() => readPage(before.id));
  if (read && !read.ok) return hold(read.error);
  const { turns } = deskStore.getState();
  const told = read?.ok ? read.value.page : before;
  const fresh = { ...told, canUndo: undoable, canRedo: redoable, ...(tree && { issue: { source: told.issue.source, ...tree } }), ...(answers && { settled: verdictsOf(answers.settled), asideConfirmed: answers.asideConfirmed }) };
  replace(fresh, read?.ok ? read.value.version : version, savedAt, 'goes');
  // What this window did not know it could step over it knows the order of all the same.
  if (over === null && deskStore.getState().outbox.waiting.length === 0) deskStore.setState({ turns: { ...turns, moreLive: turns.live.length > 0 ? turns.moreLive : undoable, moreUndone: turns.undone.length > 0 ? turns.moreUndone : redoable } });
  showTurned(before, deskStore.getState().page!, turn === 'undo', label);
}

function notTurned(error: AppError): Promise<void> {
  return readAgain('goes', [], () => {
    if (error.code === 'nothing-to-undo' || error.code === 'nothing-to-redo') tell(`error.${error.code}`);
    else sayError(error);
  });
}

/** Reads the page and makes on it what still waits; then says so. */
async function readAgain(first: 'stays' | 'goes', lost: readonly Act[], then: () => void): Promise<void> {
  const { page } = deskStore.getState();
  const fresh = await persist(() => readPage(page!.id));
  if (!fresh.ok) return hold(fresh.error);
  replace(fresh.value.page, fresh.value.version, null, first, lost);
  keepView(page!.issue, deskStore.getState().page!.issue);
  then();
}

/** The engine did not take an act: the page is read again and what still fits is made on it; what does not is kept and shown. */
function refused(act: Act, error: AppError): Promise<void> {
  const { lost } = deskStore.getState();
  const moved = error.code === 'issue-moved-on';
  return readAgain(moved ? 'stays' : 'goes', moved ? [] : [act], () => {
    if (deskStore.getState().lost.length > lost.length) sayError(error);
    else say('desk.moved-on');
    announce('desk.moved-on');
  });
}
