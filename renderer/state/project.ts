import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { EventPayload } from '#contract/events.ts';
import type { ProjectInfo, Scheme, Settings } from '#contract/schemas/project.ts';
import { call, listen, newOnce } from '../bridge/bridge.ts';
import { loadAccepted } from './accepted.ts';
import { coalesce } from './coalesce.ts';
import { loadQueues } from './queue.ts';
import { loadRules } from './rules.ts';
import { sayError } from './toasts.ts';

export type JobProgress = EventPayload<'job.progress'>;

type State = {
  readonly info: ProjectInfo | null; // null: not there yet, or no project
  readonly problem: AppError | null; // why there is no info
  readonly schemes: readonly Scheme[];
  readonly readingFailed: AppError | null; // why the folder could not be read the last time
  readonly jobs: readonly JobProgress[]; // running, or ended a moment ago; newest last
  readonly revision: number; // of the library: grows whenever a list may have changed
  readonly files: { readonly files: number; readonly folderThere: boolean } | null; // as last announced
};

const EMPTY: State = { info: null, problem: null, schemes: [], readingFailed: null, jobs: [], revision: 0, files: null };

/** What the engine says of the open project as a whole. */
export const projectStore = createStore<State>(() => EMPTY);

export const useProject = <T>(select: (state: State) => T): T => useStore(projectStore, select);

/** Follows the engine's announcements. To be called once. */
export function followProject(): void {
  const refresh = coalesce(() => void loadInfo(), 500); // while a folder is read, lists change many times a second
  listen('project.saved', ({ head, savedAt }) => {
    projectStore.setState(({ info }) => ({ info: info && { ...info, head, savedAt } }));
  });
  listen('library.changed', ({ revision }) => {
    projectStore.setState({ revision });
    refresh();
  });
  listen('files.changed', (files) => projectStore.setState({ files }));
  listen('job.progress', (job) => {
    projectStore.setState(({ jobs }) => ({ jobs: [...jobs.filter((other) => other.job !== job.job), job].filter(isWorthKeeping) }));
    if (job.kind === 'reading') projectStore.setState({ readingFailed: job.state === 'failed' ? job.error : null });
    if (job.state === 'failed' && job.kind !== 'export' && job.error) sayError(job.error);
  });
}

// What came of an export is shown on its screen; other work says what went wrong and is gone.
const isWorthKeeping = (job: JobProgress): boolean => job.state === 'running' || job.kind === 'export';

/** Asks for everything anew: a project was opened, or the engine came back. */
export async function loadProject(): Promise<void> {
  await Promise.all([loadInfo(), loadSchemes(), loadQueues(), loadAccepted(), loadRules()]);
}

export async function loadInfo(): Promise<void> {
  const info = await call('project.info', {});
  if (info.ok) projectStore.setState({ info: info.value, problem: null });
  else if (info.error.code !== 'engine-restarted') projectStore.setState({ problem: info.error });
}

export async function loadSchemes(): Promise<void> {
  const schemes = await call('topics.list', {});
  if (schemes.ok) projectStore.setState({ schemes: schemes.value });
}

export function forgetProject(): void {
  projectStore.setState({ ...EMPTY });
}

/** The engine is another one: what the last one worked on is over. What the new one has begun already it tells again. */
export function forgetJobs(): void {
  projectStore.setState({ jobs: [] });
}

/** Changes some settings. Says whether it was done; if not, the user has been told why. */
export async function changeSettings(settings: Partial<Settings>): Promise<boolean> {
  const info = await call('project.setSettings', { once: newOnce(), settings });
  if (info.ok) projectStore.setState({ info: info.value });
  else sayError(info.error);
  return info.ok;
}

/** The work under way that was begun last; null: none is. */
export const runningJob = (): string | null => projectStore.getState().jobs.findLast(({ state }) => state === 'running')?.job ?? null;

export async function cancelJob(job: string): Promise<void> {
  const cancelled = await call('job.cancel', { job });
  if (!cancelled.ok) sayError(cancelled.error);
}
