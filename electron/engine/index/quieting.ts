import { setImmediate as breathe } from 'node:timers/promises';
import type { Quieted } from '#contract/schemas/accepted.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { acceptedKey, acceptedOf } from '#core/checks/accepted.ts';
import type { AcceptedText } from '#core/checks/accepted.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from './indexer.ts';

const STRETCH = 2_000; // articles whose text is looked through before calls are answered
const PAGES = 8; // pages derived anew before they are
const MANY = 40; // new wordings for which all pages with findings are derived anew rather than looked through for each

type Parts = { readonly index: Database; readonly indexer: Indexer; readonly texts: () => readonly AcceptedText[]; readonly onDone: () => void; readonly onError: (error: unknown) => void };

/** Keeps what the index says of findings in step with the accepted wordings: pages on which one comes to quiet something, or no longer does, are derived anew. */
export class Quieting {
  readonly #parts: Parts;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.indexer.accept(acceptedOf(parts.texts()));
  }

  /** Whether pages are still to be looked at. */
  get isCounting(): boolean {
    return this.#running !== null;
  }

  /** The lists may be others: what is derived from now on follows them at once, the pages concerned soon. */
  touched(): void {
    if (this.#stopped) return;
    this.#parts.indexer.accept(acceptedOf(this.#parts.texts()));
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Resolves once all pages are looked at. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** How many places each wording quiets. */
  places(): readonly Quieted[] {
    return this.#parts.index.all<Quieted>('SELECT "check", text, sum(places) AS places FROM quieted GROUP BY text, "check"');
  }

  async #run(): Promise<void> {
    await breathe(); // what was decided is answered first
    let isOther = false;
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        isOther = (await this.#follow()) || isOther;
      }
    } catch (error) {
      this.#parts.onError(error);
    } finally {
      this.#running = null;
    }
    if (isOther && !this.#stopped) this.#parts.onDone(); // whoever hears of it asks for the lists, and so has them looked at again
  }

  /** Says whether there was anything to follow. */
  async #follow(): Promise<boolean> {
    const { index, texts } = this.#parts;
    const now = texts();
    // Pages that were derived meanwhile may be quieted by what came and went before it was followed.
    const held = index.all<AcceptedText>('SELECT "check", text FROM accepted UNION SELECT "check", text FROM quieted');
    const followed = new Set(index.all<AcceptedText>('SELECT "check", text FROM accepted').map(acceptedKey));
    const isNow = new Set(now.map(acceptedKey));
    const [come, gone] = [now.filter((one) => !followed.has(acceptedKey(one))), held.filter((one) => !isNow.has(acceptedKey(one)))];
    if (come.length === 0 && gone.length === 0) return false;
    for (const pages of [this.#quietedBy(gone), this.#withFindings(come)]) {
      for await (const some of pages) if (!(await this.#renew(some))) return false;
    }
    index.transaction(() => {
      for (const { check, text } of gone) index.run('DELETE FROM accepted WHERE "check" = ? AND text = ?', check, text);
      for (const { check, text } of come) index.run('INSERT OR IGNORE INTO accepted ("check", text) VALUES (?, ?)', check, text);
    });
    return true;
  }

  /** The pages on which wordings that are accepted no longer quieted something. */
  async* #quietedBy(gone: readonly AcceptedText[]): AsyncGenerator<readonly IssueId[]> {
    for (const { check, text } of gone) yield this.#parts.index.all<{ issue: IssueId }>('SELECT issue FROM quieted WHERE "check" = ? AND text = ?', check, text).map(({ issue }) => issue);
  }

  /** The pages with open findings whose text holds one of the wordings. */
  async* #withFindings(come: readonly AcceptedText[]): AsyncGenerator<readonly IssueId[]> {
    if (come.length === 0) return;
    const { index } = this.#parts;
    const words = come.length > MANY ? [] : [...new Set(come.map(({ text }) => text))];
    const holds = words.length === 0 ? '' : `AND (${words.map(() => 'instr(text, ?) > 0').join(' OR ')})`;
    const last = index.get<{ last: number | null }>('SELECT max(id) AS last FROM article')!.last ?? 0;
    for (let from = 0; from <= last; from += STRETCH) {
      yield index.all<{ issue: IssueId }>(
        `SELECT DISTINCT issue FROM article JOIN article_text USING (id) WHERE article.id > ? AND article.id <= ? AND findings > 0 ${holds}`, from, from + STRETCH, ...words,
      ).map(({ issue }) => issue);
      await breathe();
    }
  }

  /** Derives pages anew, a few at a time. Says whether it is still wanted. */
  async #renew(pages: readonly IssueId[]): Promise<boolean> {
    for (let at = 0; at < pages.length && !this.#stopped; at += PAGES) {
      this.#parts.indexer.renew(pages.slice(at, at + PAGES));
      await breathe();
    }
    return !this.#stopped;
  }
}
