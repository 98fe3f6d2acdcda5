import { cross, featureTable } from '../split/feature-table.ts';
import type { Signs } from './suspects.ts';

const levels = (name: string, limits: readonly number[]) => ({ name, values: [...limits.map((limit) => `<=${limit}`), 'more'] });
const levelOf = (limits: readonly number[], value: number): number => {
  const found = limits.findIndex((limit) => value <= limit);
  return found < 0 ? limits.length : found;
};

const WORDS = [0, 2, 4, 6, 8, 10, 12, 15];
const CHARACTERS = [-2, 0, 1, 2, 3, 4, 5, 6, 8, 10];
const RANK = [0, 2, 5, 10, 20, 35];
const RARITY = [-14, -12, -11, -10, -9, -8, -7, -6];
const MARGIN = [0.5, 1, 2, 3, 4, 6];
const HABIT = [0, 0.02, 0.05, 0.1, 0.25, 0.5];
const RATE = [0.0005, 0.001, 0.002, 0.004];

const words = levels('words', WORDS);
const characters = levels('characters', CHARACTERS);
const length = { name: 'length', values: ['1', '2', '3', '4+'] };
const lengthRead = { name: 'lengthRead', values: ['1', '2', '3', '4+'] };
const seen = { name: 'seen', values: ['0', '1', '2', '3', '4', '5', '6'] };
const seenRead = { name: 'seenRead', values: ['0', '1', '2', '3', '4', '5', '6'] };
const rank = levels('rank', RANK);
const rarity = levels('rarity', RARITY);
const rarityRead = levels('rarityRead', RARITY);
const habit = levels('habit', HABIT);

/** What tells a misreading from a mere chance: the closed list of features that weights are over. */
export const SIGNS = featureTable({
  always: { name: 'always', values: ['yes'] },
  words: cross('words', words, length),
  characters,
  both: cross('both', words, characters),
  lengths: cross('lengths', length, lengthRead),
  seen: cross('seen', seen, seenRead),
  rank,
  rarity,
  rarityRead,
  margin: levels('margin', MARGIN),
  habit: cross('habit', habit, rank),
  rate: levels('rate', RATE),
});

/** What other pages say: how often the same reading was thought wrong there, and how much of the page itself is (both shares, 0..1). */
export type Company = { readonly habit: number; readonly rate: number };

/** The features of a suspect. */
export function featuresOf(signs: Signs, company: Company): readonly number[] {
  const { base } = SIGNS;
  const [w, c, r, h] = [levelOf(WORDS, signs.words), levelOf(CHARACTERS, signs.characters), levelOf(RANK, signs.rank), levelOf(HABIT, company.habit)];
  const [one, two] = [Math.min(signs.length, 4) - 1, Math.min(signs.lengthRead, 4) - 1];
  return [
    base.always,
    base.words + w * length.values.length + one,
    base.characters + c,
    base.both + w * characters.values.length + c,
    base.lengths + one * lengthRead.values.length + two,
    base.seen + signs.seen * seenRead.values.length + signs.seenRead,
    base.rank + r,
    base.rarity + levelOf(RARITY, signs.rarity),
    base.rarityRead + levelOf(RARITY, signs.rarityRead),
    base.margin + levelOf(MARGIN, signs.margin),
    base.habit + h * rank.values.length + r,
    base.rate + levelOf(RATE, company.rate),
  ];
}

/** How likely features say that a misreading is one, by weights over `SIGNS`. */
export function probabilityOf(weights: Float64Array, features: readonly number[]): number {
  let odds = 0;
  for (const feature of features) odds += weights[feature]!;
  return 1 / (1 + Math.exp(-odds));
}
