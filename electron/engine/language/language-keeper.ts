import { setTimeout as pause } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import { textKey } from '#core/checks/judged.ts';
import type { Judged } from '#core/checks/judged.ts';
import type { ListedName } from '#core/names/listed.ts';
import { ok } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from '../index/indexer.ts';
import { judgedRow, saidOf } from '../index/judged-rows.ts';
import type { Jobs, Running } from '../jobs.ts';
import { paced } from '../paced.ts';
import type { Store } from '../project/store.ts';
import { duePages, extentOf } from './due-pages.ts';
import type { JudgeThread } from './judge-thread.ts';
import { APPROVED_WEIGHT, isOfTools, readLanguageHead, toolsOf } from './language-head.ts';
import type { LanguageHead } from './language-head.ts';

const QUIET = 3_000; // milliseconds without a change before what changed is looked at
const CALM = 1_000; // milliseconds after a decision in which the next is to be expected
const GROWN = 0.1; // by so much of what was counted an archive has to change before it is counted anew
const BATCH = 8; // pages that are judged at a time
const MANY = 32; // pages from which on it is a job that is told about

export type LanguageKeeperOptions = {
  readonly store: Store;
  readonly index: Database;
  readonly indexer: Indexer;
  readonly jobs: Jobs;
  readonly thread: JudgeThread;
  readonly resourcesPath: string;
  readonly path: string; // where what was counted is kept
  readonly onCounted: (version: string) => void;
  readonly onError: (error: unknown) => void;
  readonly quiet?: number; // milliseconds
};

/** What is said of some texts; null: nothing is known of that one. `version`: of what they were judged by. */
export type Said = { readonly version: string | null; readonly judged: readonly (Judged | null)[] };

/** Whether an archive of such an extent now is to be counted anew. */
export const isOutgrown = (then: number, now: number): boolean => now > 0 && Math.abs(now - then) >= Math.max(1, then * GROWN);

/**
 * Keeps the language of a project's archive counted, and its open pages judged by it: when nothing changed for a while, on a thread of low priority, in batches
 * between which those who decide something come first. It is counted anew when the archive, in which approved text counts several times, is another by a
 * tenth; then all open pages are judged anew, otherwise those that changed.
 */
export class LanguageKeeper {
  readonly #options: LanguageKeeperOptions;
  readonly #ending = new AbortController();
  readonly #changed = new Set<IssueId>();
  readonly #stopListening: () => void;
  #all = true; // pages changed that nobody told of: when the project is opened
  #head: LanguageHead | null | undefined; // undefined: not looked for yet
  #names: { readonly version: string; readonly names: readonly ListedName[] } | null = null;
  #tools: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #decided = Number.NEGATIVE_INFINITY;
  #isWatching = false;
  #isHalted = false; // by its user, for this session

  constructor(options: LanguageKeeperOptions) {
    this.#options = options;
    this.#stopListening = options.store.changes.listen(({ issues, head }) => {
      for (const issue of issues.keys()) this.#changed.add(issue);
      if (head !== null) this.#decided = performance.now();
      if (issues.size > 0) this.#arm();
    });
  }

  /** Begins to look after the pages by itself. */
  watch(): void {
    this.#isWatching = true;
    this.#arm();
  }

  /** What is said of texts of a page. What was judged already is answered from the index, without waking anybody. */
  async judge(issue: IssueId, texts: readonly string[]): Promise<Said> {
    const head = this.#known();
    if (head === null) return { version: null, judged: texts.map(() => null) };
    const row = judgedRow(this.#options.index, issue);
    const current = row?.language === head.version ? row : null;
    const said = texts.map((text) => current && saidOf(current, text));
    const unknown = texts.filter((_, at) => !said[at]);
    if (unknown.length === 0) return { version: head.version, judged: said.map((one) => one ?? null) };
    const answer = await this.#options.thread.run('judge', { issue, texts: unknown });
    if (answer === null) {
      this.#lost();
      return { version: null, judged: texts.map(() => null) };
    }
    const now = new Map(unknown.map((text, at) => [textKey(text), answer.judged[at]!]));
    return { version: answer.version, judged: texts.map((text, at) => said[at] ?? now.get(textKey(text)) ?? null) };
  }

  /** The names of the people whom the archive's credits name; null: nothing is counted yet. Asked for once a count. */
  async names(): Promise<readonly ListedName[] | null> {
    const head = this.#known();
    if (head === null) return null;
    if (this.#names?.version === head.version) return this.#names.names;
    const answer = await this.#options.thread.run('names', null);
    if (answer === null) this.#lost();
    this.#names = answer;
    return answer?.names ?? null;
  }

  /** Counts and judges what there is to count and to judge now. */
  async settled(): Promise<void> {
    this.#start();
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopListening();
    this.#ending.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#options.thread.stop();
    await this.#running;
  }

  /** What was counted is not there any more, or was hurt. */
  #lost(): void {
    this.#head = null;
    this.#all = true;
    this.#arm();
  }

  #known(): LanguageHead | null {
    if (this.#head === undefined) this.#head = readLanguageHead(this.#options.path);
    return this.#head;
  }

  #arm(): void {
    if (!this.#isWatching || this.#isHalted || this.#ending.signal.aborted || this.#options.store.readOnly) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), this.#options.quiet ?? QUIET).unref();
  }

  #start(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#options.store.readOnly || this.#ending.signal.aborted) return;
    if (this.#running) return void this.#running.then(() => this.#arm()); // what changed meanwhile is looked at when it is over
    this.#running = this.#work().catch((error: unknown) => {
      if (!this.#ending.signal.aborted) this.#options.onError(error);
    }).finally(() => (this.#running = null));
  }

  async #work(): Promise<void> {
    const { indexer, index, store } = this.#options;
    const databases = { project: store.db, index };
    if (!(await indexer.whole()) || this.#ending.signal.aborted) return;
    if (!(await this.#count(await paced(extentOf(databases, APPROVED_WEIGHT))))) return;
    const version = this.#known()!.version;
    store.changes.flush(); // what was decided and is not told yet
    const among = this.#all ? null : [...this.#changed];
    this.#all = false;
    this.#changed.clear();
    const due = await paced(duePages(databases, version, among));
    const job = due.length >= MANY ? this.#announce() : null;
    for (let from = 0; from < due.length && !this.#isHalted && !this.#ending.signal.aborted; from += BATCH) {
      if (!(await this.#judge(due.slice(from, from + BATCH)))) break;
      job?.progress(Math.min(due.length, from + BATCH), due.length);
    }
    job?.end(ok(null));
  }

  /** Counts the language if it is due. Says whether it is counted. */
  async #count(extent: number): Promise<boolean> {
    const { thread, index, resourcesPath, onCounted } = this.#options;
    const head = this.#known();
    this.#tools ??= toolsOf(resourcesPath);
    if (head && isOfTools(head.version, this.#tools) && !isOutgrown(head.extent, extent)) return true;
    const approved = index.all<{ issue: IssueId }>(`SELECT DISTINCT issue FROM article WHERE status = 'approved'`).map(({ issue }) => issue);
    const counted = await thread.run('count', { approved, extent });
    if (counted === null || this.#ending.signal.aborted) return false;
    this.#head = counted;
    if (counted.version !== head?.version) {
      this.#all = true;
      onCounted(counted.version);
    }
    return true;
  }

  #announce(): Running {
    const job = this.#options.jobs.begin('checking');
    job.signal.addEventListener('abort', () => (this.#isHalted = true));
    return job;
  }

  /** Says whether it could. */
  async #judge(issues: readonly IssueId[]): Promise<boolean> {
    const answer = await this.#options.thread.run('pages', { issues });
    if (answer === null) {
      this.#lost();
      return false;
    }
    for (const { issue, change, texts } of answer.pages) {
      await this.#makeWay();
      if (this.#ending.signal.aborted) return false;
      this.#options.indexer.judged(issue, { language: answer.version, change, texts });
    }
    return true;
  }

  /** Waits until nobody has decided anything for a moment. */
  async #makeWay(): Promise<void> {
    const left = () => this.#decided + CALM - performance.now();
    do await pause(Math.max(0, left()), undefined, { ref: false, signal: this.#ending.signal }).catch(() => undefined);
    while (left() > 0 && !this.#ending.signal.aborted);
  }
}
