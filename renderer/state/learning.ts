import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { EventPayload } from '#contract/events.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Learning, LessonTold, Otherwise } from '#contract/schemas/learning.ts';
import { call, listen, newOnce } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { coalesce } from './coalesce.ts';
import { undoLast } from './history.ts';
import { voice } from './language.ts';
import { projectStore } from './project.ts';
import { screenStore } from './screen.ts';
import { whileSaving } from './saving.ts';
import { say, sayError } from './toasts.ts';

type State = {
  readonly learning: Learning | null; // null: not asked for yet, or no project
  readonly otherwise: { readonly total: number; readonly pages: readonly Otherwise[] }; // the first of the list
  readonly problem: AppError | null; // why it is not there
};

const EMPTY: State = { learning: null, otherwise: { total: 0, pages: [] }, problem: null };

/** What Stet learned from the project's approved pages, and what it would split otherwise now. */
export const learningStore = createStore<State>(() => EMPTY);

export const useLearning = <T>(select: (state: State) => T): T => useStore(learningStore, select);

/** How many pages of the list are shown by name. */
const SHOWN = 100;

/** From how many approved pages on that came since the last time it is offered to learn from them. */
const WORTH_OFFERING = 20;

/** How many newly approved pages are worth learning from; 0 while there are too few. */
export function offered({ learning }: State): number {
  if (!learning || learning.running !== null || learning.fresh < learning.fewest) return 0;
  return learning.more >= WORTH_OFFERING ? learning.more : 0;
}

/** Milliseconds after a project was opened. To say how much could be learned from, every approved page is looked at: nobody waits for that when they come to work. */
const AT_LEISURE = 3_000;

export async function loadLearning(): Promise<void> {
  const [learning, otherwise] = await Promise.all([call('learning.state', {}), call('learning.pages', { offset: 0, limit: SHOWN })]);
  if (projectStore.getState().info === null) return;
  if (learning.ok && otherwise.ok) learningStore.setState({ learning: learning.value, otherwise: otherwise.value, problem: null });
  else {
    const error = learning.ok ? (otherwise.ok ? null : otherwise.error) : learning.error;
    if (error && error.code !== 'engine-restarted') learningStore.setState({ problem: error });
  }
}

/** Follows the project and what is learned in it. To be called once. */
export function followLearning(): void {
  const refresh = coalesce(() => void loadLearning(), 300);
  const refreshIfOpen = () => projectStore.getState().info !== null && refresh();
  const later = coalesce(() => void loadLearning(), 3000); // what is approved changes with every keystroke at the desk
  listen('learning.changed', refresh);
  screenStore.subscribe(({ place }, before) => {
    if (place.screen === 'learning' && before.place.screen !== 'learning' && learningStore.getState().learning === null) refresh();
  });
  listen('job.progress', (job) => {
    if (job.kind === 'learning' && job.state !== 'running') void tellOutcome(job);
  });
  projectStore.subscribe(({ info, revision }, before) => {
    if (info === null) {
      if (before.info !== null) learningStore.setState(EMPTY);
    } else if (before.info === null) setTimeout(refreshIfOpen, AT_LEISURE);
    else if (revision !== before.revision || info.head !== before.info.head) later();
  });
}

/** The share of boundaries that were right, 0..1, before and after. */
export function boundariesRight({ judgement }: LessonTold): { readonly before: number; readonly after: number } {
  return { before: shareOf(judgement.before.boundaries) ?? 1, after: shareOf(judgement.after.boundaries) ?? 1 };
}

/** The share of what was right, 0..1; null where there was nothing to decide. */
export function shareOf({ right, wrong }: { readonly right: number; readonly wrong: number }): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

async function tellOutcome(job: EventPayload<'job.progress'>): Promise<void> {
  await loadLearning();
  const last = learningStore.getState().learning?.last;
  if (job.state !== 'done' || !last) return;
  if (last.kept === null) return say('toast.learned-nothing');
  const { before, after } = boundariesRight(last);
  const { exactPercent } = voice(appStore.getState().app?.language ?? 'en').formats;
  say('toast.learned', { before: exactPercent(before), after: exactPercent(after) }, undoLast);
}

export async function startLearning(): Promise<void> {
  const started = await call('learning.start', {});
  if (!started.ok) sayError(started.error);
  await loadLearning();
}

/** Puts what was learned at another time to use, or (null) what Stet came with. */
export async function putToUse(weights: string | null): Promise<void> {
  const used = await whileSaving(call('learning.use', { once: newOnce(), weights }));
  if (used.ok) say('toast.weights', {}, undoLast);
  else sayError(used.error);
  await loadLearning();
}

/** Splits pages anew: those named, or (null) all on which everything people did would find its place. */
export async function splitAnew(issues: readonly IssueId[] | null): Promise<void> {
  const done = await whileSaving(call('learning.splitAnew', { once: newOnce(), issues: issues && [...issues] }));
  if (!done.ok) sayError(done.error);
  else say('toast.split-anew', { pages: done.value.pages, kept: done.value.kept }, done.value.pages > 0 ? undoLast : null);
  await loadLearning();
}

/** Goes on comparing pages where it was halted. */
export async function compareRest(): Promise<void> {
  const going = await call('learning.compare', {});
  if (!going.ok) sayError(going.error);
}
