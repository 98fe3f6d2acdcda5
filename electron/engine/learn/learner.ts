import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Learning } from '#contract/schemas/learning.ts';
import { FEWEST_PAGES } from '#core/split/train/verdict.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { ArchiveKeeper } from '../archive/archive-keeper.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from '../index/indexer.ts';
import type { Library } from '../index/library.ts';
import type { Jobs, Running } from '../jobs.ts';
import { decide } from '../project/decide.ts';
import { PROJECT } from '../project/journal.ts';
import { readOnlyError } from '../project/store.ts';
import { keptWeights } from '../project/weights.ts';
import type { Store } from '../project/store.ts';
import type { Events } from '../serve/events.ts';
import { ApprovedPages } from './approved-pages.ts';
import { Comparer } from './comparer.ts';
import { freshOf, learn } from './learn.ts';
import { lastLesson, lessonOf } from './lessons.ts';
import { splitAnew } from './split-anew.ts';
import type { SplitAnewDone } from './split-anew.ts';
import { learnThread } from './thread.ts';
import type { LearnThread } from './thread.ts';
import type { WeightsInUse } from './weights-in-use.ts';

const SHOWN = 50; // pages that are left out, by name

export type LearnerOptions = {
  readonly store: Store;
  readonly index: Database;
  readonly indexer: Indexer;
  readonly library: Library;
  readonly archives: ArchiveKeeper;
  readonly weights: WeightsInUse;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly toError: (error: unknown) => AppError;
  readonly threadEntry: URL | undefined; // the bundled learn-worker, where it is not beside this file's bundle
};

export type Learner = ReturnType<typeof startLearner>;

/** All that a project does to learn from its approved pages: learning itself, which pages would split otherwise, splitting them anew, and going back. */
export function startLearner({ store, index, indexer, library, archives, weights, jobs, events, toError, threadEntry }: LearnerOptions) {
  const archive = async () => {
    await archives.load();
    return archives.inUse();
  };
  const approved = new ApprovedPages(store, library);
  const comparer = new Comparer({
    index, store, weights, jobs, archive,
    startThread: () => learnThread(threadEntry),
    onChange: () => {
      indexer.touched(); // the library can be filtered by it
      events.emit('learning.changed', { pages: comparer.counts().pages });
    },
    onError: toError,
  });
  const stopFollowing = store.changes.listen(({ issues, topicsOrSettings }) => {
    if (issues.size > 0 || topicsOrSettings) comparer.schedule();
  });
  comparer.schedule();
  let running: Running | null = null;

  const learnable = async () => {
    await indexer.whole();
    const pages = await approved.list();
    return { pages: pages.filter(({ why }) => why === null), leftOut: pages.filter(({ why }) => why !== null) };
  };

  /** Does something on a thread of its own, as a job. Being cancelled stops the thread. */
  const asJob = async <T>(job: Running, work: (thread: LearnThread) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> => {
    if (job.signal.aborted) return fail({ code: 'cancelled' });
    const thread = learnThread(threadEntry);
    const stop = () => void thread.stop();
    job.signal.addEventListener('abort', stop);
    try {
      return await work(thread);
    } catch (error) {
      return fail(job.signal.aborted ? { code: 'cancelled' } : toError(error));
    } finally {
      job.signal.removeEventListener('abort', stop);
      await thread.stop();
    }
  };

  const state = async (): Promise<Learning> => {
    const { pages, leftOut } = await learnable();
    const last = lastLesson(store.db);
    const version = weights.version();
    return {
      approved: pages.length,
      fresh: freshOf(store, weights, pages).length,
      fewest: FEWEST_PAGES,
      more: Math.max(0, pages.length - (last?.approved ?? 0)),
      leftOut: { count: leftOut.length, pages: leftOut.slice(0, SHOWN).map(({ issue, path, why }) => ({ issue, path, why: why! })) },
      inUse: version,
      fits: version === null || weights.fits(version),
      weights: keptWeights(store.db).map((kept) => ({ version: kept.version, madeAt: kept.madeAt, fits: weights.fits(kept.version), lesson: lessonOf(store.db, kept.version) })),
      last: last?.lesson ?? null,
      running: running?.job ?? null,
      otherwise: comparer.counts(),
    };
  };

  /** Begins to learn in the background; what comes of it is told by the job. */
  const start = async (): Promise<Result<{ readonly job: string }, AppError>> => {
    if (store.readOnly) return fail(readOnlyError(store.readOnly));
    if (running) return fail({ code: 'job-running' });
    const { pages } = await learnable();
    const fresh = freshOf(store, weights, pages).length;
    if (fresh < FEWEST_PAGES) return fail({ code: 'too-few-pages', pages: fresh, fewest: FEWEST_PAGES });
    if (running) return fail({ code: 'job-running' }); // asked for twice while the pages were looked through
    const job = jobs.begin('learning');
    running = job;
    void asJob(job, async (thread) => learn({ store, weights, archive: await archive(), pages, thread, onProgress: ({ done, total }) => job.progress(done, total) }, `learn-${job.job}`)).then((result) => {
      running = null;
      job.end(result.ok ? ok(null) : result);
      events.emit('learning.changed', { pages: comparer.counts().pages });
    });
    return ok({ job: job.job });
  };

  /** Puts weights to use that were learned before, or (null) the program's own. */
  const use = (once: string, version: string | null): Result<null, AppError> => {
    if (running) return fail({ code: 'job-running' });
    if (version !== null && !(keptWeights(store.db).some((kept) => kept.version === version) && weights.fits(version))) return fail({ code: 'no-such-weights' });
    return decide(store, { once, label: 'use-weights' }, true, (deciding) => {
      if (version !== weights.version()) deciding.set(PROJECT, { kind: 'weights', before: null, after: version });
      return ok(null);
    });
  };

  /** Splits pages anew with the weights in use: those named, or (null) all that are ready. */
  const anew = async (once: string, issues: readonly IssueId[] | null): Promise<Result<SplitAnewDone, AppError>> => {
    if (store.readOnly) return fail(readOnlyError(store.readOnly));
    const wanted = issues ?? comparer.ready();
    const job = jobs.begin('splitting');
    const result = await asJob(job, async (thread) => splitAnew({ store, weights, archive: await archive(), thread, issues: wanted, listing: issues !== null, signal: job.signal, onProgress: job.progress }, once));
    if (result.ok) comparer.forget(wanted);
    job.end(result.ok ? ok(null) : result);
    return result;
  };

  return {
    state, start, use, anew,
    pages: (offset: number, limit: number) => comparer.pages(offset, limit),
    goOn: () => comparer.goOn(),
    /** Resolves when all pages are compared. */
    settled: () => comparer.settled(),
    stop: async () => {
      stopFollowing();
      await comparer.close();
    },
  };
}
