import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Maker } from './maker.ts';
import type { Ask, Listed, Made, Matter, Way } from './matter.ts';
import { threadEntry } from '../../thread-entry.ts';

const MOST_THREADS = 8;
const HERE = 60; // pages that are made sooner than a thread is started
const YOUNG = 16; // megabytes for what a thread makes and soon lets go of: with the usual 48 it is slower to give them back

const fitting = () => Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));

export type MakerOptions = {
  readonly entry?: URL; // where the bundle has it not where it is looked for
  readonly width?: number; // how many threads; left out: as many as the machine has cores, less one
  readonly here?: number; // how many pages are made before the first is started
};

export type ToMaker = { readonly block: number; readonly matters: readonly Matter[] } | { readonly block: number; readonly asks: readonly (Ask | null)[] };
export type FromMaker = { readonly listed: readonly Listed[] } | { readonly made: readonly (Made | null)[] } | { readonly thrown: string };

type Thread = { readonly worker: Worker; readonly waiting: ((answer: FromMaker | null) => void)[]; pages: number };

/** A block of pages that was read. */
export type Block = { readonly number: number; readonly matters: readonly Matter[]; thread: Thread | null };

/**
 * Makes pages, blocks of them, in threads once there are enough. What a thread does not come to, because it died or threw, is done here: what then goes wrong goes wrong
 * where it is asked.
 */
export class Makers {
  readonly #way: Way;
  readonly #here: Maker;
  readonly #entry: URL;
  readonly #most: number;
  readonly #threads: Thread[] = [];
  #left: number; // pages before the first thread
  #blocks = 0;
  #stopped = false;

  constructor(way: Way, { entry = threadEntry('export'), width = fitting(), here = HERE }: MakerOptions = {}) {
    [this.#way, this.#here, this.#entry, this.#left] = [way, new Maker(way), entry, here];
    this.#most = existsSync(entry) ? width : 0;
  }

  /** How many blocks may be under way before the first of them is waited for. */
  get ahead(): number {
    return this.#most > 0 && this.#left <= 0 ? 2 * this.#most : 0;
  }

  /** Reads a block; `here`: in no thread. */
  async read(matters: readonly Matter[], here = false): Promise<{ readonly block: Block; readonly listed: readonly Listed[] }> {
    const block: Block = { number: (this.#blocks += 1), matters, thread: here ? null : this.#threadFor(matters.length) };
    const answer = await this.#asked(block, { block: block.number, matters });
    return { block, listed: answer && 'listed' in answer ? answer.listed : this.#readHere(block) };
  }

  /** Makes a block that was read; null for what nothing is asked of. */
  async make(block: Block, asks: readonly (Ask | null)[]): Promise<readonly (Made | null)[]> {
    const { thread } = block;
    const answer = await this.#asked(block, { block: block.number, asks });
    if (answer && 'made' in answer) {
      thread!.pages -= block.matters.length;
      return answer.made;
    }
    if (thread) this.#readHere(block);
    return this.#here.make(block.number, asks);
  }

  /** Makes a page that was read otherwise. */
  page(...given: Parameters<Maker['page']>): Made {
    return this.#here.page(...given);
  }

  #readHere(block: Block): readonly Listed[] {
    if (block.thread) block.thread.pages -= block.matters.length;
    block.thread = null;
    return this.#here.read(block.number, block.matters);
  }

  #threadFor(pages: number): Thread | null {
    this.#left -= pages;
    if (this.#most === 0 || this.#left > 0) return null;
    const idle = this.#threads.toSorted((a, b) => a.pages - b.pages)[0];
    const thread = idle && (idle.pages === 0 || this.#threads.length >= this.#most) ? idle : this.#start();
    thread.pages += pages;
    return thread;
  }

  #start(): Thread {
    const worker = new Worker(this.#entry, { workerData: this.#way, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    const thread: Thread = { worker, waiting: [], pages: 0 };
    const died = () => {
      const at = this.#threads.indexOf(thread);
      if (at >= 0) this.#threads.splice(at, 1);
      for (const answer of thread.waiting.splice(0)) answer(null);
    };
    worker.on('message', (answer: FromMaker) => thread.waiting.shift()?.(answer));
    worker.on('error', died);
    worker.on('exit', died);
    this.#threads.push(thread);
    return thread;
  }

  /** What the thread of a block answers; null where it has none, or died. */
  #asked({ thread }: Block, message: ToMaker): Promise<FromMaker | null> {
    if (this.#stopped) return Promise.reject(new Error('pages are no longer made'));
    if (!thread || !this.#threads.includes(thread)) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      thread.waiting.push((answer) => (this.#stopped ? reject(new Error('pages are no longer made')) : resolve(answer)));
      thread.worker.postMessage(message);
    });
  }

  /** Ends the threads. What is still waited for is rejected. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
