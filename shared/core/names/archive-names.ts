import { timesIn } from '../language/company.ts';
import type { Habits } from '../language/company.ts';
import { countOfThree } from '../language/grams.ts';
import type { Evidence } from '../language/suspects.ts';
import { nearPeople, otherVariants } from './other-variants.ts';
import { placesIn } from './places.ts';
import { registerOf } from './register.ts';
import type { NameCounts, Named } from './register.ts';
import { variantOf } from './variant.ts';
import type { Variant } from './variant.ts';

/** The names of an archive, as far as texts are judged by them. */
export type ArchiveNames = {
  /** The names in a text that were likely misread for another of the archive, each once. */
  variantsIn(text: string): readonly Variant[];
};

const LEAST = 0.25; // what is less likely is no misreading to anybody

/** Compares the names of an archive with one another, once for all its texts. */
export function archiveNames(counts: NameCounts, { model, lookAlikes, words }: Evidence, habits: Habits): ArchiveNames {
  const times = (read: string, meant: string) => timesIn(habits, read, meant);
  const rate = [...habits.values()].reduce((sum, each) => sum + each, 0) / Math.max(1, model.grams.units);
  const register = registerOf(counts);
  const all: readonly Named[] = [...counts.known.map((one): Named => ({ ...one, kind: 'person' })), ...counts.others];
  const comparing = { register, company: counts.company, lookAlikes, words };
  const others = otherVariants(all, (name) => register.of(name) !== null, comparing, { times, rate });
  const nearly = nearPeople(all, comparing, { times, rate }, ([a, b, c]) => countOfThree(model.grams, a!.charCodeAt(0), b!.charCodeAt(0), c!.charCodeAt(0)));
  const credited = counts.known.flatMap(({ name }) => variantOf(name, register, lookAlikes, times) ?? []);
  const byFirst = new Map<string, Variant[]>();
  for (const variant of [...credited, ...[...others.values()].filter(({ read }) => register.of(read.name) === null)]) {
    if (variant.probability < LEAST) continue;
    const first = variant.read.name[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), variant]);
  }
  return {
    variantsIn: (text) => {
      const near = new Set<Variant>();
      for (let at = 0; at < text.length; at += 1) for (const variant of byFirst.get(text[at]!) ?? []) if (text.startsWith(variant.read.name, at)) near.add(variant);
      return [...near, ...nearly(text).filter(({ probability }) => probability >= LEAST)].filter((variant) => placesIn(text, variant).length > 0);
    },
  };
}
