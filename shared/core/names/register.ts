import { creditsIn } from './credits.ts';

/** A credited name: how often it stands in an archive, credits and all, and on how many of its pages. */
export type Known = { readonly name: string; readonly times: number; readonly pages: number };

/** The names that an archive's credits tell of. */
export type NameRegister = {
  /** What is known of a name; null if it is not credited. */
  of(name: string): Known | null;
  /** The names that differ from one in one character. */
  near(name: string): readonly Known[];
  /** How many pairs of names differ in just these two characters. */
  exchanges(one: string, other: string): number;
  /** In how many credits a character stands, as a surname (`at` 0) or in a given name. */
  characters(character: string, at: number): number;
};

const keyOf = (character: string, at: number): string => (at === 0 ? `${character}-` : character);
const WILD = '\u0000';
const patternsOf = (name: string): readonly string[] => Array.from(name, (_, i) => name.slice(0, i) + WILD + name.slice(i + 1));

/** What the credits of an archive's pages come to: plain data, which can be kept. */
export type NameCounts = { readonly known: readonly Known[]; readonly characters: ReadonlyMap<string, number> };

/** Reads the credits of an archive's pages, which are gone through twice: a name that one credit tells of counts wherever it stands. */
export function nameCountsOf(pages: readonly string[]): NameCounts {
  const characters = new Map<string, number>();
  const names = new Set<string>();
  for (const page of pages) {
    for (const { name } of creditsIn(page)) {
      names.add(name);
      for (const [at, character] of Array.from(name).entries()) characters.set(keyOf(character, at), (characters.get(keyOf(character, at)) ?? 0) + 1);
    }
  }
  const known = new Map<string, Known>();
  for (const page of pages) {
    for (const [name, times] of timesIn(page, names)) {
      const before = known.get(name) ?? { times: 0, pages: 0 };
      known.set(name, { name, times: before.times + times, pages: before.pages + 1 });
    }
  }
  return { known: [...known.values()], characters };
}

/** The register that counts make. */
export function registerOf({ known: all, characters }: NameCounts): NameRegister {
  const known = new Map(all.map((one) => [one.name, one]));
  const byPattern = new Map<string, Known[]>();
  for (const one of all) {
    for (const pattern of patternsOf(one.name)) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), one]);
  }
  const exchanges = new Map<string, number>();
  for (const [pattern, names] of byPattern) {
    const at = pattern.indexOf(WILD);
    for (const one of names) for (const other of names) if (one !== other) exchanges.set(one.name[at]! + other.name[at]!, (exchanges.get(one.name[at]! + other.name[at]!) ?? 0) + 1);
  }
  return {
    exchanges: (one, other) => exchanges.get(one + other) ?? 0,
    of: (name) => known.get(name) ?? null,
    near: (name) => patternsOf(name).flatMap((pattern) => (byPattern.get(pattern) ?? []).filter((one) => one.name !== name)),
    characters: (character, at) => characters.get(keyOf(character, at)) ?? 0,
  };
}

/** The register of an archive's pages. */
export const countNames = (pages: readonly string[]): NameRegister => registerOf(nameCountsOf(pages));

const LENGTHS = [2, 3, 4];

/** How often each of some names stands in a text; those of two characters only in credits, for they stand in other words too. */
function timesIn(text: string, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const meet = (name: string) => times.set(name, (times.get(name) ?? 0) + 1);
  for (const { name } of creditsIn(text)) if (name.length === LENGTHS[0]) meet(name);
  for (let at = 0; at < text.length; at += 1) {
    for (const length of LENGTHS.slice(1)) if (names.has(text.slice(at, at + length))) meet(text.slice(at, at + length));
  }
  return times;
}
