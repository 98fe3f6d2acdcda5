import type { Grams } from './grams.ts';
import { type Company, SIGNS, featuresOf, probabilityOf } from './signs.ts';
import type { Suspect } from './suspects.ts';

/** What tells misreadings: of a text alone (`first`), and with what the other pages say (`second`); over the features of `SIGNS`. */
export type SuspectWeights = { readonly first: Float64Array; readonly second: Float64Array };

/** For each reading and what may be meant by it, how many misreadings of the kind a text or an archive seems to have. */
export type Habits = ReadonlyMap<string, number>;

/** What keeps a suspect company as long as nothing else is looked at. */
export const ALONE: Company = { elsewhere: 0, habit: 0, rate: 0, lead: -Infinity };
const FIRST = 9; // the lead where nothing else is thought of
const UNLIKELY = 0.005; // what is less likely by the text alone is no suspect
const USUAL = 3; // right ones that are thought of beside those counted

const keyOf = (read: string, meant: string): string => read + meant;

/** A suspect and how likely it is by its text alone; `lead`: by how much likelier than the best other at its place, as a logarithm of odds. */
export type Suspicion = { readonly suspect: Suspect; readonly alone: number; readonly lead: number };

const oddsOf = (probability: number): number => Math.log(probability / (1 - probability));

/** The suspects that are not out of the question. Those of one place stand next to each other. */
export function suspicionsOf(suspects: readonly Suspect[], weights: SuspectWeights): readonly Suspicion[] {
  const found: Suspicion[] = [];
  for (let start = 0; start < suspects.length; ) {
    const { at } = suspects[start]!;
    const first = found.length;
    let [best, second] = [0, 0];
    for (; start < suspects.length && suspects[start]!.at === at; start += 1) {
      const suspect = suspects[start]!;
      const alone = probabilityOf(weights.first, featuresOf(suspect.signs, ALONE));
      if (alone > best) [best, second] = [alone, best];
      else second = Math.max(second, alone);
      if (alone >= UNLIKELY) found.push({ suspect, alone, lead: 0 });
    }
    for (let k = first; k < found.length; k += 1) {
      const other = found[k]!.alone === best ? second : best;
      found[k] = { ...found[k]!, lead: other === 0 ? FIRST : oddsOf(found[k]!.alone) - oddsOf(other) };
    }
  }
  return found;
}

/** Of each place the likeliest. */
export function likeliestOf<One extends { readonly at: number; readonly likelihood: number }>(ones: readonly One[]): readonly One[] {
  const found: One[] = [];
  for (const one of ones) {
    const before = found.at(-1);
    if (before?.at !== one.at) found.push(one);
    else if (one.likelihood > before.likelihood) found[found.length - 1] = one;
  }
  return found;
}

const firstOf = (suspicions: Iterable<Suspicion>): readonly { readonly at: number; readonly likelihood: number; readonly key: string }[] =>
  likeliestOf(Array.from(suspicions, ({ suspect: { at, read, meant }, alone }) => ({ at, likelihood: alone, key: keyOf(read, meant) })));

/** The habits that suspicions amount to. */
export function habitsOf(suspicions: Iterable<Suspicion>): Habits {
  const habits = new Map<string, number>();
  for (const { key, likelihood } of firstOf(suspicions)) habits.set(key, (habits.get(key) ?? 0) + likelihood);
  return habits;
}

/** Habits put together. */
export function sumOfHabits(pages: Iterable<Habits>): Habits {
  const all = new Map<string, number>();
  for (const page of pages) for (const [key, sum] of page) all.set(key, (all.get(key) ?? 0) + sum);
  return all;
}

/** How many misreadings of one character for another there seem to be. */
export const timesIn = (habits: Habits, read: string, meant: string): number => habits.get(keyOf(read, meant)) ?? 0;

/** The habits of an archive together, of which the suspects of each page are given. */
export const habitsOfPages = (pages: readonly (readonly Suspect[])[], weights: SuspectWeights): Habits => sumOfHabits(pages.map((page) => habitsOf(suspicionsOf(page, weights))));

/** What keeps a suspect company on its page and in the archive. */
export type PageCompany = (suspicion: Suspicion) => Company;

const NOTICED = 0.1; // from which a suspicion counts for how much of its page is wrong

/** A page's own suspects and how many characters it has; `own`: how often it is among those whose habits the archive's are (0 or 1). */
export type OwnPage = { readonly suspects: readonly Suspect[]; readonly length: number; readonly own: number };

/** The company on a page: it says nothing for itself. */
export function companyOn({ suspects, length, own }: OwnPage, archive: Habits, grams: Grams, weights: SuspectWeights): PageCompany {
  const suspicions = suspicionsOf(suspects, weights);
  const here = own === 0 ? new Map<string, number>() : habitsOf(suspicions);
  const wrong = firstOf(suspicions).reduce((sum, { likelihood }) => sum + (likelihood > NOTICED ? likelihood : 0), 0);
  return ({ suspect: { read, meant }, alone, lead }) => {
    const key = keyOf(read, meant);
    const elsewhere = Math.max(0, (archive.get(key) ?? 0) - (here.get(key) ?? 0));
    return { elsewhere, habit: elsewhere / (countOf(grams, read) + USUAL), rate: Math.max(0, wrong - (alone > NOTICED ? alone : 0)) / Math.max(1, length), lead };
  };
}

const countOf = ({ singles }: Grams, character: string): number => singles[character.charCodeAt(0)]!;

/** How likely a suspect is a misreading, all told. */
export const likelihoodIn = (company: PageCompany, weights: SuspectWeights, suspicion: Suspicion): number =>
  probabilityOf(weights.second, featuresOf(suspicion.suspect.signs, company(suspicion)));

/** A weights file's two tables, by feature name. */
export type SuspectWeightsFile = Readonly<Record<'first' | 'second', Readonly<Record<string, number>>>>;

const named = (weights: Float64Array): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from(weights, (weight, feature) => [SIGNS.nameOf(feature), Math.round(weight * 1000) / 1000] as const).filter(([, weight]) => weight !== 0));

export const writeSuspectWeights = ({ first, second }: SuspectWeights): SuspectWeightsFile => ({ first: named(first), second: named(second) });

/** Reads weights by feature name; a feature that is not named weighs nothing. */
export function readSuspectWeights(file: SuspectWeightsFile): SuspectWeights {
  const read = (table: Readonly<Record<string, number>>) => Float64Array.from({ length: SIGNS.size }, (_, feature) => table[SIGNS.nameOf(feature)] ?? 0);
  return { first: read(file.first), second: read(file.second) };
}
