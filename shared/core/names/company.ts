/** A word that a name stands beside, and how often: a title, an office, or a person of the same credit. */
export type Beside = { readonly word: string; readonly times: number };

/** What names stand beside, oftenest first. */
export type Company = ReadonlyMap<string, readonly Beside[]>;

const MOST = 8; // words of a name that are kept

/** Collects what names stand beside. */
export class CompanyCount {
  readonly #words = new Map<string, Map<string, number>>();

  meet(name: string, word: string): void {
    const words = this.#words.get(name) ?? new Map<string, number>();
    this.#words.set(name, words.set(word, (words.get(word) ?? 0) + 1));
  }

  result(): Company {
    const kept = (words: ReadonlyMap<string, number>) => Array.from(words, ([word, times]): Beside => ({ word, times })).toSorted((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1)).slice(0, MOST);
    return new Map(Array.from(this.#words, ([name, words]) => [name, kept(words)]));
  }
}

const NONE: readonly Beside[] = [];

/** What two names stand beside both, as often as the one of the two that does so less. */
export function sharedCompany(company: Company, one: string, other: string): readonly Beside[] {
  const there = new Map((company.get(other) ?? NONE).map(({ word, times }) => [word, times]));
  return (company.get(one) ?? NONE).flatMap(({ word, times }): readonly Beside[] => (there.has(word) ? [{ word, times: Math.min(times, there.get(word)!) }] : [])).toSorted((a, b) => b.times - a.times);
}
