import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import { NOTHING_ACCEPTED } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { NO_RULES, rulesFor } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Database } from '../db/database.ts';
import { DamagedError, sqliteTrouble } from '../db/sqlite-error.ts';
import type { Asker } from '../project/ahead.ts';
import { loadIssue } from '../project/issues.ts';
import { headOf } from '../project/journal.ts';
import { readMetadata } from '../project/metadata.ts';
import { isAsideConfirmed, settledOn } from '../project/settlements.ts';
import type { SourceStore } from '../project/source-store.ts';
import { lastChange } from '../project/store.ts';
import { RECIPE, derive } from './derive.ts';
import { judgedRow, languageOfRow, putJudgedRow } from './judged-rows.ts';
import type { JudgedRow } from './judged-rows.ts';
import { pageBody } from './page-body.ts';
import { putHeads, putRows, removeRows } from './put-rows.ts';

const SLICE = 40; // issues derived in one transaction at most
const PAUSE = 15; // milliseconds of deriving after which calls are answered first
const PATIENCE = 60; // milliseconds that a question waits for the index at most

type Held = { readonly incarnation: string; readonly change: number; readonly recipe: string };
type Cursor = { readonly change: number; readonly id: IssueId };

/** Keeps index.db in step with project.db. It remembers up to where it is complete, and goes on from there after a restart. */
export class Indexer {
  readonly #index: Database;
  readonly #project: Database;
  readonly #sources: SourceStore;
  readonly #onChange: (pages: readonly IssueId[] | null) => void;
  readonly #onError: (error: unknown) => void;
  #cursor: Cursor;
  #accepted: Accepted = NOTHING_ACCEPTED;
  #scheduled: NodeJS.Immediate | null = null;
  #revision = 1;
  #holds = 0;
  #rules: readonly Rule[] = NO_RULES;

  /** `onChange` is called after each stretch that changed something, with the pages (null: what all can be filtered by), `onError` where one failed that nobody waited for. */
  constructor(index: Database, store: { readonly db: Database; readonly sources: SourceStore }, onChange: (pages: readonly IssueId[] | null) => void, onError: (error: unknown) => void) {
    this.#index = index;
    this.#project = store.db;
    this.#sources = store.sources;
    this.#onChange = onChange;
    this.#onError = onError;
    const { incarnation } = this.#project.get<{ incarnation: string }>('SELECT incarnation FROM project')!;
    const held = index.get<Held>('SELECT incarnation, change, recipe FROM held');
    if (held?.incarnation === incarnation && held.recipe === RECIPE && held.change <= this.#projectChange()) {
      this.#cursor = { change: held.change, id: Number.MAX_SAFE_INTEGER };
    } else {
      index.transaction(() => {
        index.run('DELETE FROM article_topic');
        index.run('DELETE FROM article_text');
        index.run('DELETE FROM article');
        index.run('DELETE FROM page');
        index.run('DELETE FROM quieted');
        index.run('DELETE FROM judged');
        index.run('INSERT OR REPLACE INTO held (id, incarnation, change, entry, recipe) VALUES (1, ?, 0, 0, ?)', incarnation, RECIPE);
      });
      this.#cursor = { change: 0, id: Number.MAX_SAFE_INTEGER };
    }
  }

  /** Counts the changes of the index since it was opened. */
  get revision(): number {
    return this.#revision;
  }

  /** Findings in these wordings are none from now on; pages that are derived already stay as they are until they are derived anew. */
  accept(accepted: Accepted): void {
    this.#accepted = accepted;
  }

  /** The project's rules from now on; likewise. */
  follow(rules: readonly Rule[]): void {
    this.#rules = rules;
  }

  /** Derives pages anew that are in the index, though nothing was decided about them. */
  renew(pages: readonly IssueId[]): void {
    this.#index.transaction(() => {
      for (const issue of pages) this.#put(issue, true);
    });
    this.#revision += 1;
    this.#onChange(pages);
  }

  /** The pages that are not in yet as they are now, and the last change of the project up to which all of them are. */
  behind(): { readonly pages: ReadonlySet<IssueId>; readonly change: number } {
    const { change, id } = this.#cursor;
    const { pages } = this.#project.get<{ pages: string }>('SELECT json_group_array(id) AS pages FROM issue WHERE (change, id) > (?, ?)', change, id)!;
    const behind = new Set(JSON.parse(pages) as IssueId[]);
    return { pages: behind, change: behind.size > 0 ? change - 1 : this.#projectChange() };
  }

  /** Something that lists can be filtered by is another. */
  touched(): void {
    this.#revision += 1;
    this.#onChange(null);
  }

  /** Derives nothing of its own accord while somebody waits for something longer, until the returned function is called. Questions are answered as ever. */
  hold(): () => void {
    this.#holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      if (this.#holds === 0) this.schedule();
    };
  }

  /** Goes on deriving, a stretch at a time, when nothing else is to be done. */
  schedule(): void {
    if (this.#holds > 0) return;
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = null;
      if (this.#holds > 0) return;
      try {
        if (this.#slice(PAUSE)) this.schedule();
      } catch (error) {
        this.distrust(error);
        this.#onError(error);
      }
    });
  }

  /** Brings the index up to date before a question, unless that would take long: then the answer is of what is there. */
  catchUp(): void {
    const begun = performance.now();
    if (!this.#slice(Number.POSITIVE_INFINITY)) return; // what a person does is always in, however slow the machine
    for (let left = PATIENCE; left > 0; left = PATIENCE - (performance.now() - begun)) if (!this.#slice(left)) return;
    this.schedule();
  }

  /** Derives all that is missing. */
  complete(): void {
    while (this.#slice(Number.POSITIVE_INFINITY));
  }

  /** The same, with calls answered in between; for as long as it is wanted. Says whether it is complete. */
  async whole(asker: Asker | null = null): Promise<boolean> {
    const left = () => this.#project.get<{ left: number }>('SELECT count(*) AS left FROM issue WHERE (change, id) > (?, ?)', this.#cursor.change, this.#cursor.id)!.left;
    const total = asker ? left() : 0;
    for (let done = 0; this.#slice(PAUSE);) {
      if (asker) asker.progress((done = Math.max(done, total - left())), total);
      await breathe();
      if (asker?.signal.aborted) return false;
    }
    return true;
  }

  /** Takes in what was said of a page's texts, and counts what is found on it anew where that is another. */
  judged(issue: IssueId, row: JudgedRow): void {
    const isOther = this.#index.transaction(() => {
      const other = putJudgedRow(this.#index, issue, row);
      if (other) this.#put(issue, true);
      return other;
    });
    if (!isOther) return;
    this.#revision += 1;
    this.#onChange([issue]);
  }

  /** Something was thrown where the index was asked. Unless it is the disk's or somebody else's doing, the index is made anew at the next opening. */
  distrust(cause: unknown): void {
    const trouble = sqliteTrouble(cause);
    if (trouble !== null && trouble !== 'damaged') return;
    try {
      this.#index.run(`UPDATE held SET recipe = ''`);
    } catch (error) {
      if (sqliteTrouble(error) === null) throw error;
    }
  }

  close(): void {
    this.#holds += 1;
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#index.close();
  }

  #projectChange(): number {
    return lastChange(this.#project);
  }

  #next(limit: number): readonly Cursor[] {
    const { change, id } = this.#cursor;
    return this.#project.all('SELECT change, id FROM issue WHERE (change, id) > (?, ?) ORDER BY change, id LIMIT ?', change, id, limit);
  }

  /** Derives the next issues, at least one and for so many milliseconds at most. Returns whether there are more. */
  #slice(time: number): boolean {
    const next = this.#next(SLICE + 1);
    if (next.length === 0) return false;
    const begun = performance.now();
    let done = 0;
    this.#index.transaction(() => {
      do this.#put(next[done++]!.id);
      while (done < Math.min(next.length, SLICE) && performance.now() - begun < time);
      // Issues of one transaction share a number: it is complete only when the last of them is in.
      const beyond = next[done];
      this.#index.run('UPDATE held SET change = ?, entry = ?', beyond ? beyond.change - 1 : this.#projectChange(), headOf(this.#project).head);
    });
    this.#cursor = next[done - 1]!;
    this.#revision += 1;
    this.#onChange(next.slice(0, done).map(({ id }) => id));
    return done < next.length;
  }

  /** `isWhole`: also where nothing but the heads of articles changed. */
  #put(issue: IssueId, isWhole = false): void {
    const body = this.#unlessDamaged(() => pageBody(this.#project, issue));
    if (body && !isWhole && putHeads(this.#index, issue, body)) return;
    const stored = body && this.#unlessDamaged(() => loadIssue({ db: this.#project, sources: this.#sources }, issue));
    const metadata = readMetadata(this.#project, issue);
    if (!body || !stored || !metadata) return removeRows(this.#index, issue);
    const { newspaper, edition, date, page } = metadata;
    const values = { newspaper: newspaper.value, edition: edition.value, date: date.value, page: page.value };
    const answered = { settled: settledOn(this.#project, issue, stored.machine), asideConfirmed: isAsideConfirmed(this.#project, issue, stored.issue), languages: languageOfRow(judgedRow(this.#index, issue)) };
    putRows(this.#index, issue, derive(stored, values, answered, this.#accepted, rulesFor(this.#rules, { path: stored.path, ...values })), body);
  }

  /** One issue whose stored bytes are hurt does not keep the others out of the library. */
  #unlessDamaged<T>(read: () => T | null): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.#onError(error);
      return null;
    }
  }
}
