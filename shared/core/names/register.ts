import type { NameKind } from './bodies.ts';
import { CompanyCount } from './company.ts';
import type { Company } from './company.ts';
import { gatherBodies } from './count-bodies.ts';
import { creditsIn } from './credits.ts';
import { titleAt, titleBefore, titledIn } from './titles.ts';

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

/** A name of the archive of any kind. */
export type Named = Known & { readonly kind: NameKind };

/** What an archive's pages tell of names: plain data, which can be kept. `known`: the people whom credits name; `others`: the people whom titles name, offices and places. */
export type NameCounts = { readonly known: readonly Known[]; readonly characters: ReadonlyMap<string, number>; readonly others: readonly Named[]; readonly company: Company };

/** Reads the names of an archive's pages. */
export function nameCountsOf(pages: readonly string[]): NameCounts {
  const counting = countingNames(pages);
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

/** The same, a page at a step. They are gone through twice: a name that one credit tells of counts wherever it stands. */
export function* countingNames(pages: readonly string[]): Generator<void, NameCounts> {
  const bodies = gatherBodies();
  const characters = new Map<string, number>();
  const names = new Set<string>();
  const titled = new Set<string>();
  for (const page of pages) {
    for (const { name } of creditsIn(page)) {
      names.add(name);
      for (const [at, character] of Array.from(name).entries()) characters.set(keyOf(character, at), (characters.get(keyOf(character, at)) ?? 0) + 1);
    }
    for (const { name } of titledIn(page)) titled.add(name);
    bodies.add(page);
    yield;
  }
  for (const name of names) titled.delete(name);
  const finder = bodies.finder();
  const kinds = new Map<string, NameKind>();
  const counts = new Map<string, { times: number; pages: number }>();
  const company = new CompanyCount();
  for (const page of pages) {
    const met = [...peopleIn(page, names, titled), ...finder.in(page)];
    const endings = new Map(met.map(({ name, at }) => [at + name.length, name]));
    const here = new Map<string, number>();
    for (const { name, kind, at } of met) {
      kinds.set(name, kind);
      here.set(name, (here.get(name) ?? 0) + 1);
      for (const word of [titleBefore(page, at), titleAt(page, at + name.length), endings.get(at)]) if (word) company.meet(name, word);
    }
    for (const [one, other] of besideInCredits(page)) company.meet(one, other);
    for (const [name, times] of here) {
      const before = counts.get(name) ?? { times: 0, pages: 0 };
      counts.set(name, { times: before.times + times, pages: before.pages + 1 });
    }
    yield;
  }
  const all = Array.from(counts, ([name, { times, pages: on }]): Named => ({ name, times, pages: on, kind: kinds.get(name)! }));
  return {
    known: all.flatMap(({ name, times, pages: on }) => (names.has(name) ? [{ name, times, pages: on }] : [])),
    others: all.filter(({ name }) => !names.has(name)),
    characters, company: company.result(),
  };
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
const NEAR = 12; // UTF-16 units between two names of a credit

type Met = { readonly name: string; readonly kind: NameKind; readonly at: number };

/** Where people stand in a text. Those of two characters only in credits or behind titles, for they stand in other words too. */
function peopleIn(text: string, names: ReadonlySet<string>, titled: ReadonlySet<string>): readonly Met[] {
  const met: Met[] = [];
  const meet = (name: string, at: number) => met.push({ name, kind: 'person', at });
  for (const { name, at } of creditsIn(text)) if (name.length === LENGTHS[0]) meet(name, at);
  for (const { name, at } of titledIn(text)) if (name.length === LENGTHS[0] && titled.has(name)) meet(name, at);
  for (let at = 0; at < text.length; at += 1) {
    for (const length of LENGTHS.slice(1)) {
      const name = text.slice(at, at + length);
      if (names.has(name) || titled.has(name)) meet(name, at);
    }
  }
  return met;
}

/** The people who stand beside one another in a credit, each with the other. */
function besideInCredits(text: string): readonly (readonly [string, string])[] {
  const credits = creditsIn(text);
  return credits.flatMap(({ name, at }, index) => {
    const next = credits[index + 1];
    return next && next.name !== name && next.at - at - name.length <= NEAR && !text.slice(at, next.at).includes('\n') ? [[name, next.name] as const, [next.name, name] as const] : [];
  });
}
