import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import type { EngineCall, Reply, Request } from '#contract/calls.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { EngineOptions } from './host-messages.ts';
import { awaitCalm } from './calm.ts';
import { keepArchive } from './archive/archive-keeper.ts';
import { keepCompanions } from './companion/companions.ts';
import { letGo } from './db/let-go.ts';
import { sqliteTrouble } from './db/sqlite-error.ts';
import { ReadyKeeper } from './ready/ready-keeper.ts';
import { Indexer } from './index/indexer.ts';
import { Library } from './index/library.ts';
import { Quieting } from './index/quieting.ts';
import { strictDecode } from './ingest/strict-decode.ts';
import { Jobs } from './jobs.ts';
import { lateReading, NO_READING } from './late-reading.ts';
import { judgeThread } from './language/judge-thread.ts';
import { LanguageKeeper } from './language/language-keeper.ts';
import { lazily } from './lazily.ts';
import type { WeightsInUse } from './learn/weights-in-use.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { Concordance } from './concordance/concordance.ts';
import { followGone } from './project/gone.ts';
import { BackupKeeper } from './project/backup-keeper.ts';
import { keepLogShort } from './project/log-keeper.ts';
import { followWriter } from './project/follow-writer.ts';
import { followApprovals } from './project/follow-approvals.ts';
import { acceptedTexts } from './project/accepted.ts';
import { layoutOf } from './project/layout.ts';
import type { Layout } from './project/layout.ts';
import { openProject } from './project/open-project.ts';
import type { OpenProject } from './project/open-project.ts';
import { fileStore } from './project/record.ts';
import { followRules } from './rules/follow-rules.ts';
import { giveMemoryBack, restWhenIdle } from './rest.ts';
import type { Store } from './project/store.ts';
import { Packer } from './search/packer.ts';
import { Search } from './search/search.ts';
import { searchThreads } from './search/threads.ts';
import { announce } from './serve/announce.ts';
import type { Context } from './serve/context.ts';
import { dispatch } from './serve/dispatch.ts';
import { Events } from './serve/events.ts';
import type { Listener } from './serve/events.ts';
import { toAppError } from './serve/trouble.ts';
import { keptWeights } from './project/weights.ts';
import { Suggester } from './topics/suggester.ts';
import { checkLater, markSuspect } from './project/check-later.ts';
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

const NONE: ReadonlySet<never> = new Set<never>();

/**
 * What tests set otherwise than a real start does. `forWindow`: a window waits for its first rows. What it does not wait for (reading the folder, learning, looking
 * whether databases that were closed in order are sound) begins after them. `onBroken`: the project has to be opened anew. `onWritable`: it would be to write
 * now, and was not, since another process wrote to it.
 */
export type EngineTuning = { readonly now?: () => Date; readonly careful?: boolean; readonly read?: boolean; readonly learnEntry?: URL; readonly languageEntry?: URL; readonly pictureEntry?: URL; readonly readyEntry?: URL; readonly forWindow?: boolean; readonly onBroken?: (error: unknown) => void; readonly onWritable?: () => void };

/** Opens a project, or makes it. */
export async function openEngine(options: EngineOptions, tuning: EngineTuning = {}): Promise<Result<Engine, AppError>> {
  const now = tuning.now ?? (() => new Date());
  const careful = tuning.careful ?? process.env['NODE_ENV'] !== 'production';
  const log = openLog(options.logPath, now);
  try {
    const { projectPath, folder, editor, acceptedPath = null } = options;
    const opened = await openProject({ projectPath, folder, editor, acceptedPath, careful, now, decode: strictDecode, trusting: tuning.forWindow ?? false });
    if (!opened.ok) return opened;
    const { store, layout } = opened.value;
    if (!store.readOnly && existsSync(layout.exporting)) (await import('./export/replace-folder.ts')).endPending(layout.exporting);
    return ok(run(options, opened.value, log, tuning));
  } catch (error) {
    const layout = layoutOf(options.projectPath);
    if (!tuning.forWindow || sqliteTrouble(error) !== 'damaged' || existsSync(layout.suspect)) return fail(toAppError(error, log));
    markSuspect(layout); // damage that was to be looked for later has shown itself
    return openEngine(options, tuning);
  }
}

function run({ projectPath, resourcesPath, watch }: EngineOptions, project: OpenProject, log: Log, { read = true, learnEntry, languageEntry, pictureEntry, readyEntry, forWindow = false, onBroken = throwLater, onWritable }: EngineTuning): Engine {
  const { store, layout, folder, restored } = project;
  const grants = new Map<string, string>();
  const events = new Events();
  const suspectAfter = (error: AppError | null) => {
    if ((error?.code === 'database-damaged' || (error?.code === 'pages-lost' && error.again > 0)) && !store.readOnly && !project.rescued) suspect(layout, log); // a rescued one was just looked through, and what it lacks is known
  };
  const jobs = new Jobs((payload) => {
    suspectAfter(payload.error);
    events.emit('job.progress', payload, payload.state === 'running' ? payload.job : `${payload.job} over`);
  });
  let folderThere = existsSync(folder); // where the whole folder is away, that is said of it and not of every page
  const gone = followGone(store.db, store.changes, () => indexer.touched());
  const library = new Library(project.index, { gone: () => (folderThere ? gone() : NONE), topics: () => allTopics(store.db), topicsNamed: (text) => topicsNamed(store.db, text) });
  const toError = (error: unknown) => {
    const known = toAppError(error, log);
    suspectAfter(known);
    return known;
  };

  const indexer = new Indexer(project.index, store, (pages) => {
    library.changed(pages);
    if (pages) packer?.touched();
    events.emit('library.changed', { revision: indexer.revision });
  }, toError);
  const quieting = new Quieting({ index: project.index, indexer, texts: () => acceptedTexts(store), onDone: () => events.emit('accepted.changed', {}), onError: toError });
  const stopQuieting = store.changes.listen(({ accepted }) => accepted && quieting.touched());
  const threads = searchThreads({ index: project.index, path: store.readOnly ? null : layout.index });
  const search = new Search({ index: project.index, library, threads, revision: () => indexer.revision });
  const stopRules = followRules({ store, index: project.index, indexer, search, onError: toError });
  const concordance = new Concordance({ store, index: project.index, indexer, search });
  const packer = store.readOnly ? null : new Packer({ index: project.index, threads, onError: toError });
  const stopMakingWay = store.changes.listen(({ head }) => {
    if (head !== null) packer?.makeWay();
  });
  const stopFollowing = followApprovals(store, toError);
  const stopAnnouncing = announce(store, events, indexer, () => folderThere);
  const stopKeepingShort = store.readOnly ? null : keepLogShort(store);
  const backups = store.readOnly ? null : new BackupKeeper(store, layout, log);
  indexer.schedule();

  const archives = keepArchive(layout.archive, log);
  let weights: WeightsInUse | null = null;
  const learning = lazily(async () => {
    const [{ followWeights }, { startLearner }] = await Promise.all([import('./learn/weights-in-use.ts'), import('./learn/learner.ts')]);
    weights = followWeights(store, resourcesPath);
    return startLearner({ store, index: project.index, indexer, library, archives, weights, jobs, events, toError, threadEntry: learnEntry });
  });
  const judges = judgeThread({
    place: { project: layout.project, sources: layout.sources, isStill: store.db.isStill, resourcesPath, path: layout.language },
    stores: { db: store.db, sources: store.sources }, entry: languageEntry,
  });
  const language = new LanguageKeeper({ store, index: project.index, indexer, jobs, thread: judges, resourcesPath, path: layout.language, onCounted: (version) => events.emit('language.changed', { version }), onError: toError });
  const companions = keepCompanions({ folder, store, log, threadEntry: pictureEntry, onChange: (issue) => events.emit('companion.changed', { issue }, String(issue)) });
  const ready = store.readOnly || store.careful ? null : new ReadyKeeper({ store, layout, isBusy: () => jobs.areRunning, onError: toError, entry: readyEntry }); // the code changes under what was kept while it is worked on
  const onFolder = (there: boolean) => {
    const is = folderThere;
    folderThere = there;
    if (is !== there) indexer.touched();
    store.changes.tell({ issues: new Map(), head: null, files: true, topicsOrSettings: false, accepted: false });
  };
  const reading = lazily(async () => {
    if (keptWeights(store.db).length > 0) await learning(); // nothing is in use that was not learned
    const { startReading } = await import('./reading.ts');
    return startReading({ folder, files: fileStore(store), archives, learned: () => weights?.learned() ?? null, resourcesPath, watch, jobs, log, onFolder, onLooked: () => companions.look(), toError });
  });
  const reads = !store.readOnly && read && folder !== '';
  const ending = new AbortController();
  const calm = forWindow && !project.rescued && library.counts().articles > 0 ? awaitCalm() : null; // a new project has nothing to show before its folder is read, and of a rescued one pages may be missing
  const background = lazily(async () => {
    calm?.end();
    if (ending.signal.aborted) return;
    backups?.start();
    packer?.touched();
    quieting.touched();
    if (reads && forWindow) language.watch();
    if (forWindow) ready?.watch();
    try {
      if (keptWeights(store.db).length > 0) await learning();
      await Promise.all([reads ? reading() : null, checkLater(layout, project.unchecked, ending.signal)]);
    } catch (error) {
      onBroken(error);
    }
  });
  const stopWaiting = store.readOnly === 'held' && onWritable ? followWriter(store, layout.lock, onWritable) : null;
  const suggester = new Suggester(project.index, () => indexer.revision, () => allTopics(store.db));
  const context: Context = {
    store, layout, folder, restored, resourcesPath, indexer, library, quieting, suggester, search, companions, language, jobs, events, log, grants,
    ready, concordance, background: { hold: () => both(indexer.hold(), packer?.hold()) },
    index: project.index,
    name: basename(projectPath).replace(/\.stet$/u, ''),
    folderThere: () => folderThere,
    learner: learning,
    reading: reads ? lateReading(reading) : NO_READING,
  };

  const rest = restWhenIdle(() => {
    for (const db of [store.db, project.index]) db.shrink();
    store.sources.shrink();
    giveMemoryBack();
  });
  const stopTouching = both(events.on(rest.touched), ready ? events.on(ready.touched) : undefined);

  let closed: Promise<void> | null = null;
  const close = async () => {
    calm?.end();
    stopWaiting?.();
    rest.end();
    stopTouching();
    ending.abort();
    await Promise.all([jobs.stop(), learning.begun()?.then((learner) => learner.stop()), companions.stop(), language.stop(), ready?.stop(), reading.begun()?.then(({ ingest }) => ingest.stop())]);
    await packer?.stop();
    await quieting.stop();
    await stopRules();
    await threads.stop();
    await archives.close();
    await Promise.all(answering); // what was asked before is answered: none of it rejects
    await backups?.stop();
    stopFollowing();
    stopQuieting();
    stopMakingWay();
    stopKeepingShort?.();
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
    void reply.then((result) => process.nextTick(() => { // behind the answer
      if (!result.ok) suspectAfter(result.error);
      answering.delete(reply);
      calm?.answered();
      rest.touched();
      ready?.touched();
    }));
    return reply;
  };
  void (calm?.come ?? Promise.resolve()).then(background);

  return {
    folder, store, context,
    call: answer as Engine['call'], // the table of handlers types what each call answers
    dispatch: answer,
    on: (listener) => events.on(listener),
    grant: (id, path) => void grants.set(id, path),
    settled: async () => {
      await background();
      if (reads) await (await reading()).ingest.settled();
    },
    close: () => (closed ??= close()),
  };
}

const both = (first: () => void, second: (() => void) | undefined) => () => {
  first();
  second?.();
};

// What was found damaged while in use is looked through at the next opening, before anything is asked of it.
function suspect(layout: Layout, log: Log): void {
  try {
    markSuspect(layout);
  } catch (error) {
    log('suspect.not-marked', { error: String(error) });
  }
}

// What nobody waits for, and nobody foresaw.
function throwLater(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
