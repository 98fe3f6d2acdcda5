import { VERSION } from '../version.ts';
import { whenQuiet } from '#util/when-quiet.ts';
import type { Quiet, Timers } from '#util/when-quiet.ts';
import type { Looks } from '../export/ready/looks.ts';
import type { UnderWay } from '../export/ready/ready-thread.ts';
import type { Layout } from '../project/layout.ts';
import { readSettings } from '../project/settings.ts';
import type { Store } from '../project/store.ts';

const QUIET = 10_000; // milliseconds in which nothing was asked and nothing happened
const REST = 20; // times as long as it took, before what changed is looked for again: an archive of 160,000 pages takes seconds to be looked through

const TIMERS: Timers<NodeJS.Timeout> = { set: (act, milliseconds) => setTimeout(act, milliseconds).unref(), clear: clearTimeout };

export type ReadyOptions = {
  readonly store: Store;
  readonly layout: Layout;
  readonly isBusy: () => boolean; // whether the engine is at work that somebody waits for
  readonly onError: (error: unknown) => void;
  readonly entry?: URL | undefined; // of the thread, where the bundle has it not where it is looked for
  readonly timers?: Timers<NodeJS.Timeout>;
  readonly now?: () => number; // milliseconds
};

/**
 * Has the next export made ready when nobody does anything: in the formats and looks of the last one, or in those that are likely. It waits as soon as anything is asked,
 * lets an export that is asked for begin with what is there, and rests where nothing changed since it was done. Where the project's settings say that nothing is to be made
 * ready, nothing is; what is kept goes when they begin to say so.
 */
export class ReadyKeeper {
  readonly #options: ReadyOptions;
  readonly #now: () => number;
  readonly #stopListening: () => void;
  #quiet: Quiet | null = null;
  #under: UnderWay | null = null;
  #ended: Promise<void> = Promise.resolve();
  #isDue = true; // what changed before the project was opened
  #isFull = false;
  #isOver = false;
  #holds = 0;
  #touches = 0;
  #isOn: boolean;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(options: ReadyOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#isOn = isOn(options.store);
    this.#stopListening = options.store.changes.listen(({ issues, topicsOrSettings }) => {
      if (issues.size === 0 && !topicsOrSettings) return;
      this.#isDue = true;
      if (topicsOrSettings) this.#follow();
      if (this.#isOn) this.#quiet?.touched();
    });
  }

  /** Follows the setting that says whether anything is made ready. */
  #follow(): void {
    const was = this.#isOn;
    this.#isOn = isOn(this.#options.store);
    if (this.#isOn) this.#isFull = false;
    if (this.#isOn || !was) return;
    this.#under?.end();
    this.#then(async () => {
      const { dropKept } = await import('../export/kept/kept-exports.ts');
      if (!this.#isOn) dropKept(this.#options.layout.exported);
    });
  }

  /** Does something once what was begun before is over. */
  #then(act: () => Promise<void>): void {
    this.#ended = this.#ended.then(act).catch(this.#options.onError);
  }

  /** Begins to look for quiet. */
  watch(): void {
    if (!this.#isOver) this.#quiet ??= whenQuiet(() => this.#begin(), QUIET, this.#options.timers ?? TIMERS);
  }

  /** Something is asked, or happens. */
  readonly touched = (): void => {
    if (!this.#quiet) return; // only what begins by itself makes way by itself
    this.#touches += 1;
    this.#under?.pause();
    if (this.#isOn && (this.#isDue || this.#under)) this.#quiet.touched();
  };

  /** An export was made that looked so. */
  async asked(looks: Looks): Promise<void> {
    if (this.#options.store.readOnly) return;
    const { putLooks } = await import('../export/ready/looks.ts');
    putLooks(this.#options.layout.exportLooks, looks);
    [this.#isDue, this.#isFull] = [true, false];
  }

  /** Leaves what is kept to an export, until the returned function is called. */
  async hold(): Promise<() => void> {
    this.#holds += 1;
    this.#under?.end();
    await this.#ended;
    let isHeld = true;
    return () => {
      if (isHeld) this.#holds -= 1;
      isHeld = false;
      this.touched();
    };
  }

  /** Waits for what is being made. */
  async done(): Promise<void> {
    await this.#ended;
  }

  /** Makes ready what there is now. */
  async settled(): Promise<void> {
    this.#notBefore = Number.NEGATIVE_INFINITY;
    this.#begin();
    await this.#ended;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    this.#stopListening();
    this.#quiet?.end();
    this.#under?.end();
    await this.#ended;
  }

  #begin(): void {
    if (this.#isOver || this.#options.store.readOnly) return;
    if (this.#under) return this.#under.goOn();
    this.#options.store.changes.flush(); // what was decided and is not told yet
    if (!this.#isDue || this.#isFull) return;
    if (this.#options.isBusy() || this.#now() < this.#notBefore) return this.#quiet?.touched();
    const touches = this.#touches;
    this.#then(() => this.#make(touches));
  }

  /** `touches`: how often it was touched when it was begun. */
  async #make(touches: number): Promise<void> {
    const { store, layout, entry } = this.#options;
    const begun = this.#now();
    const [{ program }, { LIKELY, readLooks }, { startReady }] = await Promise.all([import('../export/kept/ways.ts'), import('../export/ready/looks.ts'), import('../export/ready/ready-thread.ts')]);
    if (this.#isOver || !this.#isOn || !this.#isDue || this.#holds > 0) return; // by now
    if (touches !== this.#touches) return this.#quiet?.touched();
    this.#isDue = false;
    const said = readLooks(layout.exportLooks);
    const looks = said ? { ...said, ofAll: true } : LIKELY;
    this.#under = startReady({ project: layout.project, sources: layout.sources, isStill: store.db.isStill, kept: layout.exported, looks, version: VERSION, by: program() }, store, entry);
    try {
      const prepared = await this.#under.done;
      this.#isDue ||= prepared === null;
      this.#isFull = prepared?.isFull === true;
      if (prepared) this.#notBefore = this.#now() + REST * (this.#now() - begun);
    } finally {
      this.#under = null;
      if (this.#isDue) this.#quiet?.touched();
    }
  }
}

const isOn = ({ db }: Store): boolean => readSettings(db, '').makeReady;
