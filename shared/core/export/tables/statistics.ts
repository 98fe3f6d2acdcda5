import type { Reading } from '../../model/reading.ts';
import { fieldsIn } from '../article-text.ts';
import { codePoints } from '../code-points.ts';
import type { PageRecord } from '../record.ts';

type Counts = Readonly<Record<string, number>>;

/** What a corpus holds: sums only, so that its size does not matter. */
export class Statistics {
  pages = 0;
  articles = 0;
  passages = 0;
  corrections = 0;
  characters = 0;
  gaps = 0;
  #first = '';
  #last = '';
  readonly #newspapers = new Map<string, number>();
  readonly #years = new Map<string, number>();
  readonly #statuses = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #agents = new Map<string, number>();
  readonly #topics = new Map<string, number>();

  /** Counts a page. Characters are those of the paragraphs of articles, in one reading, as code points. */
  add(page: PageRecord, reading: Reading): void {
    const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    this.pages += 1;
    this.passages += page.aside.length;
    for (const article of page.articles) {
      this.articles += 1;
      this.passages += article.passages.length;
      this.characters += fieldsIn(article, reading).paragraphs.reduce((sum, { text }) => sum + codePoints(text), 0);
      count(this.#newspapers, page.newspaper);
      count(this.#years, page.date.slice(0, 4));
      count(this.#statuses, article.status);
      for (const { scheme, id, labelEn } of article.topics) count(this.#topics, `${labelEn === '' ? id : labelEn} (${scheme} ${id})`);
      if (page.date === '') continue;
      if (this.#first === '' || page.date < this.#first) this.#first = page.date;
      if (page.date > this.#last) this.#last = page.date;
    }
    for (const { corrections } of [...page.articles, ...page.aside]) {
      for (const { kind, by } of corrections) {
        this.corrections += 1;
        if (kind === 'gap') this.gaps += 1;
        count(this.#kinds, kind);
        count(this.#agents, by.kind);
      }
    }
  }

  /** The first and the last day, '' where none is known. */
  get days(): readonly [string, string] {
    return [this.#first, this.#last];
  }

  /** Counts by newspaper, year, …, sorted by name; what is not known goes by an empty name. */
  get by(): { readonly newspapers: Counts; readonly years: Counts; readonly statuses: Counts; readonly kinds: Counts; readonly agents: Counts; readonly topics: Counts } {
    const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return {
      newspapers: sorted(this.#newspapers), years: sorted(this.#years), statuses: sorted(this.#statuses),
      kinds: sorted(this.#kinds), agents: sorted(this.#agents), topics: sorted(this.#topics),
    };
  }
}
