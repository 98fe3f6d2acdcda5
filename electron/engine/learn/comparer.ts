import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Otherwise } from '#contract/schemas/learning.ts';
import type { Archive } from '#core/parse/archive.ts';
import type { Model } from '#core/split/model.ts';
import { readSplitVersion } from '#core/split/version.ts';
import type { Database } from '../db/database.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import type { Jobs, Running } from '../jobs.ts';
import { loadIssue } from '../project/issues.ts';
import type { StoredIssue } from '../project/issues.ts';
import { hasWaiting } from '../project/readings.ts';
import type { Store } from '../project/store.ts';
import { keptWeights } from '../project/weights.ts';
import { fail, ok } from '#util/result.ts';
import { compare, differs, isOpen } from './comparison.ts';
import { otherwiseRows } from './otherwise-rows.ts';
import type { LearnThread } from './thread.ts';
import type { WeightsInUse } from './weights-in-use.ts';

const BATCH = 64; // pages that are split at a time
const PAUSE = 15; // milliseconds of work after which calls are answered first
const QUIET = 3000; // milliseconds after a change of a page before it is compared again

type Next = { readonly id: IssueId; readonly change: number; readonly splitter: string };
type Cursor = { readonly change: number; readonly id: IssueId };

export type ComparerOptions = {
  readonly index: Database;
  readonly store: Store;
  readonly weights: WeightsInUse;
  readonly archive: () => Promise<Archive | null>;
  readonly startThread: () => LearnThread;
  readonly jobs: Jobs;
  readonly onChange: () => void; // the list is another
  readonly onError: (error: unknown) => void;
};

/**
 * Keeps the list of pages that the weights in use would split otherwise than they are, in a project that ever learned. It goes through the pages in the order
 * of their last change and remembers how far it came, so that it goes on from there after a restart, and comes back to what changes.
 */
export class Comparer {
  readonly #options: ComparerOptions;
  readonly #rows: ReturnType<typeof otherwiseRows>;
  #model: string | null = null; // version of the weights compared with
  #cursor: Cursor = { change: 0, id: 0 };
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #again = false;
  #halted = false; // by its user, until it is asked to go on
  #closed = false;

  constructor(options: ComparerOptions) {
    this.#options = options;
    this.#rows = otherwiseRows(options.index);
  }

  /** Looks soon whether there is something to compare; at once if weights changed. */
  schedule(): void {
    if (this.#closed || this.#options.store.readOnly || keptWeights(this.#options.store.db).length === 0) return;
    const changed = this.#current().version !== this.#model;
    if (changed) this.#halted = false;
    if (this.#halted) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), changed ? 0 : QUIET);
    this.#timer.unref();
  }

  /** Goes on after it was halted. */
  goOn(): void {
    this.#halted = false;
    if (keptWeights(this.#options.store.db).length > 0) this.#start();
  }

  /** Compares what there is to compare now, and resolves when all is compared. */
  async settled(): Promise<void> {
    if (keptWeights(this.#options.store.db).length > 0) this.#start();
    while (this.#running) await this.#running;
  }

  /** Takes pages off the list: they were just split anew. */
  forget(issues: Iterable<IssueId>): void {
    this.#rows.remove(issues);
    this.#options.onChange();
  }

  counts(): { readonly pages: number; readonly ready: number; readonly complete: boolean } {
    const learned = keptWeights(this.#options.store.db).length > 0;
    if (!learned) return { pages: 0, ready: 0, complete: true };
    return { ...this.#rows.counts(), complete: this.#model === this.#current().version && this.#left() === 0 };
  }

  pages(offset: number, limit: number): { readonly total: number; readonly pages: readonly Otherwise[] } {
    return this.#rows.list(offset, limit);
  }

  /** The pages of the list on which all that people did would find its place, and no approved article would be another. */
  ready(): readonly IssueId[] {
    return this.#rows.ready();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #current(): Model {
    return this.#options.weights.learned() ?? this.#options.weights.program();
  }

  #start(): void {
    this.#again = true;
    this.#running ??= this.#run().catch(this.#options.onError).finally(() => (this.#running = null));
  }

  async #run(): Promise<void> {
    let thread: LearnThread | null = null;
    let job: Running | null = null;
    try {
      while (this.#again && !this.#closed && !this.#halted) {
        this.#again = false;
        let done = 0;
        for (let model = this.#turnTo(); !this.#closed && !this.#halted; model = this.#turnTo()) {
          const batch = this.#next();
          if (batch.length === 0) break;
          job ??= batch.length > BATCH ? this.#announce() : null;
          const taken = batch.slice(0, BATCH);
          thread ??= this.#options.startThread();
          await this.#compare(taken, batch[BATCH], model, thread);
          job?.progress((done += taken.length), done + this.#left());
        }
      }
      job?.end(ok(null));
    } finally {
      job?.end(fail({ code: 'cancelled' }));
      await thread?.stop();
    }
  }

  #announce(): Running {
    const job = this.#options.jobs.begin('comparing');
    job.signal.addEventListener('abort', () => {
      this.#halted = true;
    });
    return job;
  }

  /** Begins anew where other weights are in use than those compared with. */
  #turnTo(): Model {
    const model = this.#current();
    if (this.#model === model.version) return model;
    const change = this.#rows.turnTo(model.version);
    this.#model = model.version;
    this.#cursor = { change, id: Number.MAX_SAFE_INTEGER };
    this.#options.onChange();
    return model;
  }

  #next(): readonly Next[] {
    return this.#options.store.db.all(
      `SELECT issue.id, issue.change, reading.splitter FROM issue JOIN reading ON reading.id = issue.reading
       WHERE (issue.change, issue.id) > (?, ?) ORDER BY issue.change, issue.id LIMIT ?`, this.#cursor.change, this.#cursor.id, BATCH + 1,
    );
  }

  #left(): number {
    return this.#options.store.db.get<{ n: number }>('SELECT count(*) AS n FROM issue WHERE (change, id) > (?, ?)', this.#cursor.change, this.#cursor.id)!.n;
  }

  /** Compares some pages; `beyond`: the page after them. */
  async #compare(taken: readonly Next[], beyond: Next | undefined, model: Model, thread: LearnThread): Promise<void> {
    const { store } = this.#options;
    const open: { readonly next: Next; readonly stored: StoredIssue }[] = [];
    for (const next of taken) {
      // What these very weights made needs no comparing.
      if (readSplitVersion(next.splitter).weights === model.version || hasWaiting(store.db, next.id)) continue;
      const stored = this.#load(next.id);
      if (stored && isOpen(stored.issue)) open.push({ next, stored });
      if (open.length % 8 === 7) await breathe();
    }
    const archive = await this.#options.archive();
    const splits = open.length === 0 ? [] : await thread.run('split', { pages: open.map(({ stored: { issue, hash, layout } }) => ({ source: issue.source, hash, layout: layout() })), model, archive });
    const found: Otherwise[] = [];
    let begun = performance.now();
    for (const [index, { next, stored }] of open.entries()) {
      const { otherwise } = compare(store, stored, splits[index]!.tree);
      // One that was changed meanwhile comes again.
      if (differs(otherwise) && store.db.get('SELECT 1 FROM issue WHERE id = ? AND change = ?', next.id, next.change)) found.push(otherwise);
      if (performance.now() - begun < PAUSE) continue;
      await breathe();
      begun = performance.now();
    }
    if (this.#closed) return;
    const last = taken.at(-1)!;
    // Pages of one transaction share a number: it is done with only when the last of them is.
    this.#rows.put(taken.map(({ id }) => id), found, beyond?.change === last.change ? last.change - 1 : last.change);
    this.#cursor = last;
    this.#options.onChange();
  }

  /** One page whose stored bytes are hurt does not keep the others from being compared. */
  #load(issue: IssueId): StoredIssue | null {
    try {
      return loadIssue(this.#options.store, issue);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.#options.onError(error);
      return null;
    }
  }
}
