import { type Archive, CLAUSE_END, SENTENCE_START, pairOf, tripleOf } from './archive.ts';
import { isHan } from './characters.ts';
import { followersOf, unitBehind } from './followers.ts';
import { metIn } from './tally.ts';

/** Weights of the orders in the interpolated estimate: triples, pairs, single characters. */
const ORDERS = [0.45, 0.4, 0.15] as const;

/** How likely `c` is after `a` and `b` (0: unknown), against how likely it is anywhere. */
function likelier({ characters, singles, pairs, triples }: Archive, a: number, b: number, c: number): number {
  const alone = (singles[c]! + 1) / (characters + 1000);
  const two = b === 0 ? 0 : metIn(pairs, pairOf(b, c)) / Math.max(1, singles[b]!);
  const context = a === 0 ? 0 : metIn(pairs, pairOf(a, b));
  const three = context === 0 ? two : metIn(triples, tripleOf(a, b, c)) / Math.max(context, 1);
  return (ORDERS[0] * Math.min(1, three) + ORDERS[1] * Math.min(1, two) + ORDERS[2] * alone) / alone;
}

const lift = (archive: Archive, a: number, b: number, c: number): number => Math.log(likelier(archive, a, b, c));

/**
 * How much likelier the archive's language makes it that text `above` is read on into text `below` than that `below` stands by itself, in nats: the next
 * two characters after the last two, by counted triples, pairs and single characters interpolated. 0 where the ends that meet are not Chinese.
 */
export function junction(archive: Archive, above: string, below: string): number {
  const a = above.charCodeAt(above.length - 2);
  const b = above.charCodeAt(above.length - 1);
  const c = below.charCodeAt(0);
  const d = below.charCodeAt(1);
  if (!isHan(b) || !isHan(c)) return 0;
  const first = lift(archive, isHan(a) ? a : 0, b, c);
  return isHan(d) ? first + lift(archive, b, c, d) - lift(archive, 0, c, d) : first;
}

/** How much likelier the archive's language makes it that `text` begins a sentence than that it is torn from the middle of one (nats). 0 where it does not begin in Chinese. */
export function startGain(archive: Archive, text: string): number {
  const c = text.charCodeAt(0);
  const d = text.charCodeAt(1);
  if (!isHan(c)) return 0;
  const first = lift(archive, 0, SENTENCE_START, c);
  return isHan(d) ? first + lift(archive, SENTENCE_START, c, d) - lift(archive, 0, c, d) : first;
}

/** How much likelier than anywhere else a clause ends where `text` does (nats). 0 where it does not end in Chinese. */
export function endGain(archive: Archive, text: string): number {
  const a = text.charCodeAt(text.length - 2);
  const b = text.charCodeAt(text.length - 1);
  return isHan(b) ? lift(archive, isHan(a) ? a : 0, b, CLAUSE_END) : 0;
}

/** Odds that differ by less than this share may be the same but for rounding. */
const ROUNDING = 1e-9;

/** The character that would best stand between two texts, and how much likelier it makes their meeting (nats; it may well be below 0). */
export type Insertion = { readonly character: string; readonly gain: number };

/** What the archive would put between `above` and `below` where a column break may have lost a character, of its common ones; null where the ends that meet are not Chinese. */
export function insertion(archive: Archive, above: string, below: string): Insertion | null {
  const a = above.charCodeAt(above.length - 2);
  const b = above.charCodeAt(above.length - 1);
  const c = below.charCodeAt(0);
  const d = below.charCodeAt(1);
  if (!isHan(b) || !isHan(c)) return null;
  const before = isHan(a) ? a : 0;
  const after = isHan(d) ? d : 0;
  const direct = lift(archive, before, b, c) + (after === 0 ? 0 : lift(archive, b, c, after));
  const { pairs, singles, characters } = archive;
  const { heads, nexts, ranks } = followersOf(archive);
  let best: Insertion | null = null;
  let unitOfBest = 0;
  let enough = 0; // odds below this are less than those of the best so far: logarithms are taken only where it may be passed
  for (let slot = heads[b]!; slot !== 0; slot = nexts[slot]!) {
    const unit = unitBehind(archive, slot);
    if (metIn(pairs, pairOf(unit, c)) === 0) continue;
    const alone = (singles[unit]! + 1) / (characters + 1000);
    const first = likelier(archive, before, b, unit);
    const second = likelier(archive, b, unit, c);
    const third = after === 0 ? 1 : likelier(archive, unit, c, after);
    const odds = alone * first * second * third;
    if (odds < enough) continue;
    const gain = Math.log(alone) + Math.log(first) + Math.log(second) + Math.log(third) - direct;
    if (best !== null && (gain < best.gain || (gain === best.gain && ranks[unit]! > ranks[unitOfBest]!))) continue;
    best = { character: String.fromCharCode(unit), gain };
    unitOfBest = unit;
    enough = odds * (1 - ROUNDING);
  }
  return best;
}
