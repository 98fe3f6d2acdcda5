import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import type { EngineCall, Reply, Request } from '#contract/calls.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { EngineOptions } from './host-messages.ts';
import { keepArchive } from './archive/archive-keeper.ts';
import { keepCompanions } from './companion/companions.ts';
import { letGo } from './db/let-go.ts';
import { Indexer } from './index/indexer.ts';
import { Library } from './index/library.ts';
import { strictDecode } from './ingest/strict-decode.ts';
import { Jobs } from './jobs.ts';
import { startLearner } from './learn/learner.ts';
import { followWeights } from './learn/weights-in-use.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { BackupKeeper } from './project/backup-keeper.ts';
import { followApprovals } from './project/follow-approvals.ts';
import { openProject } from './project/open-project.ts';
import type { OpenProject } from './project/open-project.ts';
import { fileStore } from './project/record.ts';
import type { Store } from './project/store.ts';
import { startReading } from './reading.ts';
import { announce } from './serve/announce.ts';
import type { Context } from './serve/context.ts';
import { dispatch } from './serve/dispatch.ts';
import { Events } from './serve/events.ts';
import type { Listener } from './serve/events.ts';
import { toAppError } from './serve/trouble.ts';
import { Suggester } from './topics/suggester.ts';
import { allTopics, topicsNamed } from './project/topics.ts';

/** All the work of one open project. Plain Node: window, command line and tests run the same. */
export type Engine = {
  readonly folder: string; // the watched one
  readonly store: Store;
  readonly context: Context;
  /** Answers a call, checked like one from a window. */
  call<K extends EngineCall>(name: K, request: Request<K>): Promise<Result<Reply<K>, AppError>>;
  /** The same for a call that may be anything. */
  dispatch(name: string, request: unknown): Promise<Result<unknown, AppError>>;
  on(listener: Listener): () => void;
  /** Makes a folder that the user chose known under an opaque id. */
  grant(id: string, path: string): void;
  /** Resolves when the watched folder has been read. */
  settled(): Promise<void>;
  /** Ends all work, makes a backup, closes the databases and gives up the writer's lock. */
  close(): Promise<void>;
};

/** What tests set otherwise than a real start does. */
export type EngineTuning = { readonly now?: () => Date; readonly careful?: boolean; readonly read?: boolean; readonly learnEntry?: URL; readonly pictureEntry?: URL };

/** Opens a project, or makes it. */
export async function openEngine(options: EngineOptions, tuning: EngineTuning = {}): Promise<Result<Engine, AppError>> {
  const now = tuning.now ?? (() => new Date());
  const careful = tuning.careful ?? process.env['NODE_ENV'] !== 'production';
  const log = openLog(options.logPath, now);
  try {
    const { projectPath, folder, editor } = options;
    const opened = await openProject({ projectPath, folder, editor, careful, now, decode: strictDecode });
    return opened.ok ? ok(run(options, opened.value, log, tuning)) : opened;
  } catch (error) {
    return fail(toAppError(error, log));
  }
}

function run({ projectPath, resourcesPath, watch }: EngineOptions, project: OpenProject, log: Log, { read = true, learnEntry, pictureEntry }: EngineTuning): Engine {
  const { store, layout, folder, restored } = project;
  const grants = new Map<string, string>();
  const events = new Events();
  const jobs = new Jobs((payload) => events.emit('job.progress', payload, payload.state === 'running' ? payload.job : `${payload.job} over`));
  const library = new Library(project.index, { topics: () => allTopics(store.db), topicsNamed: (text) => topicsNamed(store.db, text) });
  const toError = (error: unknown) => toAppError(error, log);
  let folderThere = existsSync(folder);

  const indexer = new Indexer(project.index, store, (pages) => {
    library.changed(pages);
    events.emit('library.changed', { revision: indexer.revision });
  }, toError);
  const stopFollowing = followApprovals(store, toError);
  const stopAnnouncing = announce(store, events, indexer, () => folderThere);
  const backups = store.readOnly ? null : new BackupKeeper(store, layout, log);
  backups?.start();
  indexer.schedule();

  const archives = keepArchive(layout.archive, log);
  const weights = followWeights(store, resourcesPath);
  const companions = keepCompanions({ folder, store, log, threadEntry: pictureEntry, onChange: (issue) => events.emit('companion.changed', { issue }, String(issue)) });
  const onFolder = (there: boolean) => {
    folderThere = there;
    store.changes.tell({ issues: new Map(), head: null, files: true, topicsOrSettings: false });
  };
  const reading = store.readOnly || !read || folder === ''
    ? null
    : startReading({ folder, files: fileStore(store), archives, learned: () => weights.learned(), resourcesPath, watch, jobs, log, onFolder, onLooked: () => companions.look(), toError });
  const learner = startLearner({ store, index: project.index, indexer, library, archives, weights, jobs, events, toError, threadEntry: learnEntry });

  const suggester = new Suggester(project.index, () => indexer.revision, () => allTopics(store.db));
  const context: Context = {
    store, layout, folder, restored, resourcesPath, indexer, library, learner, suggester, companions, jobs, events, log, grants,
    name: basename(projectPath).replace(/\.stet$/u, ''),
    folderThere: () => folderThere,
    reading: reading ?? { rescan: () => undefined, readLarge: () => Promise.resolve(), reread: () => Promise.resolve(), meets: (_, pairs) => Promise.resolve(pairs.map(() => null)) },
  };

  let closed: Promise<void> | null = null;
  const close = async () => {
    await Promise.all([jobs.stop(), learner.stop(), companions.stop(), reading?.ingest.stop()]);
    await archives.close();
    await Promise.all(answering); // what was asked before is answered: none of it rejects
    await backups?.stop();
    stopFollowing();
    suggester.close();
    stopAnnouncing();
    events.flush();
    indexer.close();
    project.close();
    await letGo();
  };
  const answering = new Set<Promise<unknown>>();
  const answer = (name: string, request: unknown) => {
    if (closed) return Promise.resolve(fail<AppError>({ code: 'no-project' }));
    const reply = dispatch(context, name, request);
    answering.add(reply);
    void reply.then(() => answering.delete(reply));
    return reply;
  };

  return {
    folder, store, context,
    call: answer as Engine['call'], // the table of handlers types what each call answers
    dispatch: answer,
    on: (listener) => events.on(listener),
    grant: (id, path) => void grants.set(id, path),
    settled: () => reading?.ingest.settled() ?? Promise.resolve(),
    close: () => (closed ??= close()),
  };
}
