import type { Encoding } from '#contract/schemas/file.ts';
import { keepArchive } from '../archive/archive-keeper.ts';
import type { ArchiveKeeper } from '../archive/archive-keeper.ts';
import type { Model } from '#core/split/model.ts';
import type { FileStore } from '../project/file-store.ts';
import { watchFolder } from '../watch/folder-watcher.ts';
import type { Ends } from '../strands/meets.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { isPassedOverPath } from './passed-over.ts';
import { readOne } from './read-one.ts';
import { scanFolder } from './scan.ts';
import type { Log, Progress, Scanning } from './scan.ts';
import { startSettling } from './settling.ts';
import type { Patience } from './settling.ts';
import { startThreads } from './threads.ts';
import { startTimers } from './timers.ts';
import { startTurns } from './turns.ts';

export type IngestOptions = {
  readonly folder: string; // absolute path of the watched folder
  readonly store: FileStore;
  readonly resourcesPath: string;
  readonly watch: boolean; // false: read what is there once
  readonly signal: AbortSignal; // cancels the first reading; nothing more is read until `rescan`
  readonly onProgress: (progress: Progress) => void; // of files that have to be read
  readonly onFolder: (there: boolean) => void; // told at the first look, and when it changes
  readonly onLooked?: () => void; // told after each look at the folder
  readonly log: Log;
  readonly archives?: ArchiveKeeper; // left out: what is counted is kept for this session
  readonly learned?: () => Model | null; // the weights in use; left out, or null: the program's own
  readonly clock?: Clock;
  readonly pace?: Partial<Pace>;
  readonly threadEntry?: URL; // the bundled page-worker, where it is not beside this file's bundle
  readonly threads?: number; // left out: as many as the machine can do with
};

/** Milliseconds. */
export type Pace = Patience & {
  readonly gather: number; // hints that come so close together are one
  readonly period: number; // between looks at a folder that is watched
  readonly pollPeriod: number; // between looks at one that cannot be watched, is not there, or could not be recorded
};

export type Ingest = {
  /** Looks at the whole folder now, and reads what a cancelled reading left. Rejects with what the store threw. */
  rescan(signal?: AbortSignal): Promise<void>;
  /** Reads a file although it is large. */
  readLarge(path: string): Promise<void>;
  /** Reads a file again in the encoding that a person chose; null: in the one that is recognised. */
  reread(path: string, encoding: Encoding | null): Promise<void>;
  /** How well ends of a page go on with one another; see `meetsOf`. */
  meets(source: string, pairs: readonly Ends[]): Promise<readonly (number | null)[]>;
  /** Ends everything; resolves when no thread and no watcher is left. */
  stop(): Promise<void>;
  /** Resolves when nothing is being read, waited for or about to be looked at. Rejects with what the last look in the background threw. */
  settled(): Promise<void>;
};

const PACE: Pace = { still: 500, old: 10_000, enough: 30_000, gather: 100, period: 300_000, pollPeriod: 5000 };

/** A look may take at most this part of the time: the next one waits three times as long as the last one took. */
const REST = 3;

/** Where nothing hints at changes, looking takes less of it still. */
const POLL_REST = 20;

/** Reads the watched folder into the project and, if `watch` is set, keeps the project in step with it. Starts at once. */
export function startIngest(options: IngestOptions): Ingest {
  const { folder, store, resourcesPath, watch, onProgress, log, clock = systemClock } = options;
  const pace = { ...PACE, ...options.pace };
  const ending = new AbortController();
  const archives = options.archives ?? keepArchive(null, log);
  const learned = options.learned ?? (() => null);
  const inUse = () => ({ archive: archives.inUse(), model: learned() });
  const threads = startThreads({ resourcesPath, inUse, entry: options.threadEntry, width: options.threads, onIdle: () => archives.rest() });
  const tickets = new Map<string, number>();
  const timers = startTimers(clock);
  const idle = new Set<() => void>();
  let signal = AbortSignal.any([options.signal, ending.signal]);
  let there: boolean | null = null;
  let failure: Error | null = null; // what the last look in the background threw
  let took = 0; // how long the last look took

  const scanning: Scanning = {
    folder, store, threads, archives, clock, tickets, onProgress, log,
    settling: startSettling(pace),
    onFolder: (now) => {
      if (now !== there) options.onFolder(now);
      there = now;
    },
  };

  const isIdle = () => !turns.busy() && !timers.has('hint') && !timers.has('settle');
  const tellIdle = () => {
    if (!isIdle() && !ending.signal.aborted) return;
    for (const tell of idle) tell();
  };

  const background = () => {
    if (signal.aborted) tellIdle();
    else
      turns.ask().catch((error: Error) => {
        if (ending.signal.aborted) return;
        if (error.message !== failure?.message) log('ingest.scan-failed', { error: error.stack });
        failure = error;
      });
  };
  const hint = () => {
    if (!timers.has('hint')) timers.set('hint', Math.max(pace.gather, took * REST), background);
  };

  const watcher = watchFolder({
    folder,
    passesOver: isPassedOverPath,
    onHint: hint,
    onTrouble: (error) => {
      log('watch.trouble', { error: error.message });
      hint();
    },
  });

  let trouble = '';
  const ensureWatched = async () => {
    const error = await watcher.ensure();
    if (error && error.message !== trouble) log('watch.not-watched', { error: error.message });
    trouble = error?.message ?? '';
    return !error;
  };

  const turns = startTurns(async () => {
    timers.clear('settle');
    timers.clear('period');
    let [watched, ok] = [false, false];
    try {
      watched = watch && (await ensureWatched()); // before looking, so that nothing falls between
      const { again, looked } = await scanFolder(scanning, signal);
      ok = true;
      took = looked;
      failure = null;
      options.onLooked?.();
      if (again && !ending.signal.aborted) timers.set('settle', pace.still, background);
    } finally {
      if (watch && !ending.signal.aborted) timers.set('period', watched && ok && there ? pace.period : Math.max(pace.pollPeriod, took * POLL_REST), background);
    }
  }, tellIdle);

  const one = async (path: string, encoding: Encoding | null | undefined) => {
    tickets.set(path, (tickets.get(path) ?? 0) + 1);
    const again = await readOne(scanning, path, encoding);
    if (again) background();
  };

  background();
  return {
    rescan: (next) => {
      signal = next ? AbortSignal.any([next, ending.signal]) : ending.signal;
      return turns.ask();
    },
    readLarge: (path) => one(path, undefined),
    reread: one,
    meets: async (source, pairs) => {
      await archives.load();
      return (await threads.run('meets', { source, pairs, inUse: inUse() }, true)).meets;
    },
    stop: async () => {
      ending.abort();
      const ended = threads.stop(); // a thread may hang in a disk that does not answer: nothing waits for what it does
      while (turns.busy()) await new Promise<void>((resolve) => idle.add(resolve));
      await watcher.stop();
      timers.clearAll();
      await ended;
      tellIdle();
    },
    settled: async () => {
      while (!isIdle()) {
        let tell: () => void = () => undefined;
        await new Promise<void>((resolve) => idle.add((tell = resolve)));
        idle.delete(tell);
      }
      if (failure !== null) throw failure;
    },
  };
}
