import { type Tally, Tallying, metIn } from '../parse/tally.ts';
import { PADDING, unitsOf } from './units.ts';

/**
 * How often characters, pairs, triples and fours of them (as `unitsOf` folds them) stand in the texts counted. Counts of triples and fours are exact but of those
 * of one hash (of a million a few hundred).
 */
export type Grams = {
  readonly units: number; // counted in all
  readonly singles: Uint32Array; // by unit
  readonly twos: Tally;
  readonly threes: Tally;
  readonly fours: Tally;
};

export const twoOf = (a: number, b: number): number => (a << 16) | b;

export function threeOf(a: number, b: number, c: number): number {
  const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x27d4eb2f);
  return hash === 0 ? 1 : hash;
}

export function fourOf(a: number, b: number, c: number, d: number): number {
  const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x165667b1), 0x27d4eb2f);
  return hash === 0 ? 1 : hash;
}

export const countOfTwo = ({ twos }: Grams, a: number, b: number): number => metIn(twos, twoOf(a, b));
export const countOfThree = ({ threes }: Grams, a: number, b: number, c: number): number => metIn(threes, threeOf(a, b, c));
export const countOfFour = ({ fours }: Grams, a: number, b: number, c: number, d: number): number => metIn(fours, fourOf(a, b, c, d));

/** Counts texts. The order of the texts changes nothing unless there are millions of different triples or fours. */
export function countGrams(texts: Iterable<string>): Grams {
  const singles = new Uint32Array(1 << 16);
  const tallies = [new Tallying(), new Tallying(), new Tallying()] as const;
  let counted = 0;
  for (const text of texts) {
    const { units } = unitsOf(text);
    const keys = tallies.map(() => new Int32Array(units.length));
    const [twos, threes, fours] = keys as [Int32Array, Int32Array, Int32Array];
    let [two, three, four] = [0, 0, 0];
    for (let i = PADDING - 1; i + 1 < units.length; i += 1) {
      const [a, b] = [units[i]!, units[i + 1]!];
      singles[a]! += 1;
      counted += 1;
      twos[two++] = twoOf(a, b);
      if (i + 2 < units.length) threes[three++] = threeOf(a, b, units[i + 2]!);
      if (i + 3 < units.length) fours[four++] = fourOf(a, b, units[i + 2]!, units[i + 3]!);
    }
    tallies[0].meet(twos, two);
    tallies[1].meet(threes, three);
    tallies[2].meet(fours, four);
  }
  const [twos, threes, fours] = tallies.map((tally) => tally.tally()) as [Tally, Tally, Tally];
  return { units: counted, singles, twos, threes, fours };
}
