import { type Archive, pairOf, tripleOf } from './archive.ts';
import { metIn } from './tally.ts';

/** Weights of the orders in the interpolated estimate: triples, pairs, single characters. */
const ORDERS = [0.45, 0.4, 0.15] as const;

/** How likely a character is anywhere. */
export const aloneOf = ({ characters, singles }: Archive, unit: number): number => (singles[unit]! + 1) / (characters + 1000);

/** How much likelier a character is where it has these chances by its triples and its pairs than where it is as likely as anywhere. */
export const likelierBy = (three: number, two: number, alone: number): number => (ORDERS[0] * Math.min(1, three) + ORDERS[1] * Math.min(1, two) + ORDERS[2] * alone) / alone;

/** How much likelier `c` is after `a` and `b` (0: unknown) than anywhere (nats). */
export function lift(archive: Archive, a: number, b: number, c: number): number {
  const { singles, pairs, triples } = archive;
  const two = b === 0 ? 0 : metIn(pairs, pairOf(b, c)) / Math.max(1, singles[b]!);
  const context = a === 0 ? 0 : metIn(pairs, pairOf(a, b));
  const three = context === 0 ? two : metIn(triples, tripleOf(a, b, c)) / context;
  return Math.log(likelierBy(three, two, aloneOf(archive, c)));
}
