import type { Reading } from '../../model/reading.ts';
import { fieldsIn } from '../article-text.ts';
import { codePoints } from '../code-points.ts';
import type { PageRecord } from '../record.ts';

type Counts = Readonly<Record<string, number>>;

const TOTALS = ['pages', 'articles', 'passages', 'corrections', 'characters', 'gaps'] as const;
const BY = ['newspapers', 'years', 'statuses', 'kinds', 'agents', 'topics'] as const;

/** What some pages hold, for `sum`. Plain data. */
export type Counted = Readonly<Record<(typeof TOTALS)[number], number>> & { readonly days: readonly [string, string]; readonly by: Readonly<Record<(typeof BY)[number], readonly (readonly [string, number])[]>> };

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
  readonly #by: Readonly<Record<(typeof BY)[number], Map<string, number>>> = { newspapers: new Map(), years: new Map(), statuses: new Map(), kinds: new Map(), agents: new Map(), topics: new Map() };

  /** Counts a page. Characters are those of the paragraphs of articles, in one reading, as code points. */
  add(page: PageRecord, reading: Reading): void {
    this.pages += 1;
    this.passages += page.aside.length;
    for (const article of page.articles) {
      this.articles += 1;
      this.passages += article.passages.length;
      this.characters += fieldsIn(article, reading).paragraphs.reduce((sum, { text }) => sum + codePoints(text), 0);
      this.#count('newspapers', page.newspaper);
      this.#count('years', page.date.slice(0, 4));
      this.#count('statuses', article.status);
      for (const { scheme, id, labelEn } of article.topics) this.#count('topics', `${labelEn === '' ? id : labelEn} (${scheme} ${id})`);
      this.#days(page.date, page.date);
    }
    for (const { corrections } of [...page.articles, ...page.aside]) {
      for (const { kind, by } of corrections) {
        this.corrections += 1;
        if (kind === 'gap') this.gaps += 1;
        this.#count('kinds', kind);
        this.#count('agents', by.kind);
      }
    }
  }

  #count(what: (typeof BY)[number], key: string, times = 1): void {
    const counts = this.#by[what];
    counts.set(key, (counts.get(key) ?? 0) + times);
  }

  #days(first: string, last: string): void {
    if (first === '') return;
    if (this.#first === '' || first < this.#first) this.#first = first;
    if (last > this.#last) this.#last = last;
  }

  /** What was counted so far. */
  get counted(): Counted {
    const { pages, articles, passages, corrections, characters, gaps, days } = this;
    const { newspapers, years, statuses, kinds, agents, topics } = this.#by;
    return { pages, articles, passages, corrections, characters, gaps, days, by: { newspapers: [...newspapers], years: [...years], statuses: [...statuses], kinds: [...kinds], agents: [...agents], topics: [...topics] } };
  }

  /** Adds what was counted elsewhere. */
  sum(counted: Counted): void {
    for (const total of TOTALS) this[total] += counted[total];
    for (const what of BY) for (const [key, times] of counted.by[what]) this.#count(what, key, times);
    this.#days(...counted.days);
  }

  /** The first and the last day, '' where none is known. */
  get days(): readonly [string, string] {
    return [this.#first, this.#last];
  }

  /** Counts by newspaper, year, …, sorted by name; what is not known goes by an empty name. */
  get by(): Readonly<Record<(typeof BY)[number], Counts>> {
    const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const { newspapers, years, statuses, kinds, agents, topics } = this.#by;
    return { newspapers: sorted(newspapers), years: sorted(years), statuses: sorted(statuses), kinds: sorted(kinds), agents: sorted(agents), topics: sorted(topics) };
  }
}
