import type { Grams } from './grams.ts';
import { type Company, SIGNS, featuresOf, probabilityOf } from './signs.ts';
import type { Suspect } from './suspects.ts';

/** What tells misreadings: of a text alone (`first`), and with what the other pages say (`second`); over the features of `SIGNS`. */
export type SuspectWeights = { readonly first: Float64Array; readonly second: Float64Array };

/** For each reading and what may be meant by it, how many misreadings of the kind a text or an archive seems to have. */
export type Habits = ReadonlyMap<string, number>;

const ALONE: Company = { habit: 0, rate: 0 };
const UNLIKELY = 0.03; // what is less likely by the text alone is no suspect
const USUAL = 3; // right ones that are thought of beside those counted

const keyOf = (read: string, meant: string): string => read + meant;

/** A suspect and how likely it is by its text alone. */
export type Suspicion = { readonly suspect: Suspect; readonly alone: number };

/** The suspects that are not out of the question. */
export function suspicionsOf(suspects: readonly Suspect[], weights: SuspectWeights): readonly Suspicion[] {
  return suspects.flatMap((suspect) => {
    const alone = probabilityOf(weights.first, featuresOf(suspect.signs, ALONE));
    return alone < UNLIKELY ? [] : [{ suspect, alone }];
  });
}

/** The habits that suspicions amount to. */
export function habitsOf(suspicions: Iterable<Suspicion>): Habits {
  const habits = new Map<string, number>();
  for (const { suspect, alone } of suspicions) {
    const key = keyOf(suspect.read, suspect.meant);
    habits.set(key, (habits.get(key) ?? 0) + alone);
  }
  return habits;
}

/** The habits of an archive together, of which the suspects of each page are given. */
export function habitsOfPages(pages: Iterable<readonly Suspect[]>, weights: SuspectWeights): Habits {
  const all = new Map<string, number>();
  for (const page of pages) for (const [key, sum] of habitsOf(suspicionsOf(page, weights))) all.set(key, (all.get(key) ?? 0) + sum);
  return all;
}

/** What keeps a suspect company on its page and in the archive. */
export type PageCompany = (suspicion: Suspicion) => Company;

const NOTICED = 0.1; // from which a suspicion counts for how much of its page is wrong

/** A page's own suspects and how many characters it has; `own`: how often it is among those whose habits the archive's are (0 or 1). */
export type OwnPage = { readonly suspects: readonly Suspect[]; readonly length: number; readonly own: number };

/** The company on a page: it says nothing for itself. */
export function companyOn({ suspects, length, own }: OwnPage, archive: Habits, grams: Grams, weights: SuspectWeights): PageCompany {
  const suspicions = suspicionsOf(suspects, weights);
  const here = own === 0 ? new Map<string, number>() : habitsOf(suspicions);
  const wrong = suspicions.reduce((sum, { alone }) => sum + (alone > NOTICED ? alone : 0), 0);
  return ({ suspect: { read, meant }, alone }) => {
    const key = keyOf(read, meant);
    const elsewhere = Math.max(0, (archive.get(key) ?? 0) - (here.get(key) ?? 0));
    return { habit: elsewhere / (countOf(grams, read) + USUAL), rate: Math.max(0, wrong - (alone > NOTICED ? alone : 0)) / Math.max(1, length) };
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
