import { createStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { Filter, IssueId } from '#contract/schemas/library.ts';
import { UNITS } from '#contract/schemas/queue.ts';
import type { Order, Queue, QueueCounts, QueueItem, QueuePlace, Unit } from '#contract/schemas/queue.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { call, newOnce } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { lateStore, usePaced } from './late.ts';
import { recall, remember } from './remember.ts';
import { whileSaving } from './saving.ts';
import { sayError } from './toasts.ts';

/** Which queue is worked, and by what: an article at a time or a page. */
type Choice = { readonly queue: string; readonly unit: Unit };

/** Where one is. `key` is from when one came there: what is done there may move it, and one goes on from where it stood. */
type Here = { readonly issue: IssueId; readonly article: ArticleId | null; readonly key: string | null };

type State = Choice & {
  readonly queues: readonly Queue[]; // empty until they were asked for
  readonly counts: Readonly<Record<string, QueueCounts>>; // by queue, as last asked for
  readonly here: Here | null;
  readonly place: QueuePlace | null; // as last told
  readonly isHere: boolean; // whether it is the place of `here`, or still that of where one was before
};

const isChoice = (value: unknown): value is Choice => (
  typeof value === 'object' && value !== null && 'queue' in value && typeof value.queue === 'string' && 'unit' in value && UNITS.some((unit) => unit === value.unit)
);

const FIRST: Choice = { queue: 'risk', unit: 'article' };
const EMPTY = { queues: [], counts: {}, here: null, place: null, isHere: false } as const;

const openProject = (): string | null => appStore.getState().app?.project?.id ?? null;

/** Keeps the choice for the project it was made in, and as what a project begins with in which none was made. */
function keep(choice: Choice): void {
  const project = openProject();
  remember('queue', choice);
  if (project !== null) remember(`queue.${project}`, choice);
}

/** The queue that is worked: what comes next, and how far one is. */
export const queueStore = createStore<State>(() => ({ ...(recall('queue', isChoice) ?? FIRST), ...EMPTY }));

const lateQueue = lateStore(queueStore);

export const useQueue = <T>(pick: (state: State) => T): T => usePaced(queueStore, lateQueue, pick);

/** Whether all of the queue is done, as far as it was told. */
export const isFinished = ({ place }: Pick<State, 'place'>): boolean => place !== null && place.total > 0 && place.done === place.total;

/** Asks which queues there are; where there is no answer, they are asked for again once the engine is back. One that was chosen and is gone gives way to the first. */
export async function loadQueues(): Promise<void> {
  const project = openProject();
  const queues = await call('queue.list', {});
  if (!queues.ok || project !== openProject()) return; // those of one that was open before say nothing of what is chosen here
  queueStore.setState({ queues: queues.value });
  const { queue, unit } = queueStore.getState();
  if (!queues.value.some(({ id }) => id === queue)) await chooseQueue(FIRST.queue, unit);
}

/** Asks how much is left in each queue. */
export async function loadCounts(): Promise<void> {
  const counts = await call('queue.counts', {});
  if (counts.ok) queueStore.setState({ counts: counts.value });
}

/** Works another queue from here on, or the same by another unit. */
export async function chooseQueue(queue: string, unit: Unit): Promise<void> {
  keep({ queue, unit });
  queueStore.setState(({ here }) => ({ queue, unit, place: null, isHere: false, here: here && { ...here, key: null } }));
  await locate();
}

/** One has come to an article, or (null) to a page as a whole: what was told of the place is not of here. False where one was there before. */
export function noteHere(issue: IssueId, article: ArticleId | null): boolean {
  const { here, place } = queueStore.getState();
  if (here?.issue === issue && here.article === article) return false;
  const known = [place?.next, place?.previous, place?.nextPage, place?.previousPage].find((item) => item?.issue === issue && (item.article === null || item.article === article));
  queueStore.setState({ here: { issue, article, key: known?.key ?? null }, isHere: false });
  return true;
}

/** One has come to an article or a page, and where that is in the queue is asked. */
export async function cameTo(issue: IssueId, article: ArticleId | null): Promise<void> {
  if (noteHere(issue, article)) await locate();
}

/** Asks anew where one is: the lists have changed. */
export async function locate(): Promise<void> {
  const asked = queueStore.getState();
  const place = await ask(asked);
  const now = queueStore.getState();
  if (!place.ok || now.queue !== asked.queue || now.unit !== asked.unit || now.here?.issue !== asked.here?.issue || now.here?.article !== asked.here?.article) return;
  queueStore.setState(({ here }) => ({ place: place.value, isHere: true, here: here && { ...here, key: here.key ?? place.value.key } }));
}

function ask({ queue, unit, here }: State): Promise<Result<QueuePlace, AppError>> {
  return call('queue.place', { queue, unit, issue: here?.issue ?? null, article: unit === 'issue' ? null : (here?.article ?? null), key: here?.key ?? null });
}

/** Which way in the queue, and whether to the next item or to the next that is on another page. */
export type Step = { readonly by: 1 | -1; readonly page: boolean };

function itemAt(place: QueuePlace, { by, page }: Step): QueueItem | null {
  if (page) return by > 0 ? place.nextPage : place.previousPage;
  return by > 0 ? place.next : place.previous;
}

/** What comes next or before and is not done, as far as it was told: null at the end, undefined where nothing was told of the place one is at. */
export function toldNeighbour(step: Step): QueueItem | null | undefined {
  const { place, isHere } = queueStore.getState();
  return isHere && place ? itemAt(place, step) : undefined;
}

/** The same as things are now; undefined where it could not be asked, of which the user has been told. */
export async function neighbourInQueue(step: Step): Promise<QueueItem | null | undefined> {
  const place = await ask(queueStore.getState());
  if (place.ok) return itemAt(place.value, step);
  sayError(place.error);
  return undefined;
}

/** The first item that is not done: null where all is; undefined where it could not be asked, of which the user has been told. */
export async function firstInQueue(): Promise<QueueItem | null | undefined> {
  const place = await ask({ ...queueStore.getState(), here: null });
  if (place.ok) return place.value.next;
  sayError(place.error);
  return undefined;
}

/** Saves a filter as a queue of its own (`id` null), or changes one. Gives its id; if it was not saved, the user has been told why. */
export async function saveQueue(id: string | null, name: string, order: Order, filter: Filter): Promise<Result<string, null>> {
  const saved = await whileSaving(call('queue.save', { once: newOnce(), id, name, order, filter }));
  if (!saved.ok) {
    sayError(saved.error);
    return fail(null);
  }
  await loadQueues();
  return ok(saved.value.id);
}

/** Gives a saved queue another name. False if it has it not: the user has been told why. */
export async function renameQueue(id: string, name: string): Promise<boolean> {
  const renamed = await whileSaving(call('queue.rename', { once: newOnce(), id, name }));
  if (!renamed.ok) sayError(renamed.error);
  await loadQueues();
  return renamed.ok;
}

/** Takes a saved queue away. False if it was not: the user has been told why. */
export async function removeQueue(id: string): Promise<boolean> {
  const removed = await whileSaving(call('queue.remove', { once: newOnce(), id }));
  if (!removed.ok) sayError(removed.error);
  await loadQueues();
  return removed.ok;
}

/** Nothing is known any more: another project was opened. What was chosen in it is worked again; where nothing was, the choice stays. */
export function forgetQueue(): void {
  queueStore.setState({ ...recall(`queue.${openProject() ?? ''}`, isChoice), ...EMPTY });
}
