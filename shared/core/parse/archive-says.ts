import { type Archive, CLAUSE_END, SENTENCE_START, pairOf, tripleOf } from './archive.ts';
import { isHan } from './characters.ts';
import { metIn } from './tally.ts';

/** What a count and its expectation are both raised by, so that few of them say little: in a small archive most of what is usual was never seen. */
const UNSURE = 0.5;

/** log of how often `c` stands behind `b` (0: unknown), and behind `a` and `b`, against how often it would if characters stood in any order. */
function lift({ characters, singles, pairs, triples }: Archive, a: number, b: number, c: number): number {
  if (b === 0) return 0;
  const share = singles[c]! / (characters + 1);
  const met = metIn(pairs, pairOf(b, c));
  const behindOne = Math.log((met + UNSURE) / (singles[b]! * share + UNSURE));
  if (a === 0) return behindOne;
  const expected = (metIn(pairs, pairOf(a, b)) * (met + UNSURE * share)) / (singles[b]! + UNSURE);
  return behindOne + Math.log((metIn(triples, tripleOf(a, b, c)) + UNSURE) / (expected + UNSURE));
}

/**
 * How much likelier the archive's language makes it that text `above` is read on into text `below` than that `below` stands by itself, in nats: the next
 * two characters after the last two, by counted pairs and triples held against what single characters and pairs lead to expect. 0 where the ends that meet are not Chinese.
 */
export function junction(archive: Archive, above: string, below: string): number {
  const [a, b] = [above.charCodeAt(above.length - 2), above.charCodeAt(above.length - 1)];
  const [c, d] = [below.charCodeAt(0), below.charCodeAt(1)];
  if (!isHan(b) || !isHan(c)) return 0;
  const first = lift(archive, isHan(a) ? a : 0, b, c);
  return isHan(d) ? first + lift(archive, b, c, d) - lift(archive, 0, c, d) : first;
}

/** How much likelier the archive's language makes it that `text` begins a sentence than that it is torn from the middle of one (nats). 0 where it does not begin in Chinese. */
export function startGain(archive: Archive, text: string): number {
  const [c, d] = [text.charCodeAt(0), text.charCodeAt(1)];
  if (!isHan(c)) return 0;
  const first = lift(archive, 0, SENTENCE_START, c);
  return isHan(d) ? first + lift(archive, SENTENCE_START, c, d) - lift(archive, 0, c, d) : first;
}

/** How much likelier than anywhere else a clause ends where `text` does (nats). 0 where it does not end in Chinese. */
export function endGain(archive: Archive, text: string): number {
  const [a, b] = [text.charCodeAt(text.length - 2), text.charCodeAt(text.length - 1)];
  return isHan(b) ? lift(archive, isHan(a) ? a : 0, b, CLAUSE_END) : 0;
}

/** Characters tried as the one that was lost: the commonest of the archive. */
const TRIED = 1500;
const commonest = new WeakMap<Archive, readonly number[]>();

function commonestOf(archive: Archive): readonly number[] {
  const known = commonest.get(archive);
  if (known !== undefined) return known;
  const units: number[] = [];
  for (let unit = 0; unit < archive.singles.length; unit += 1) if (isHan(unit) && archive.singles[unit]! > 0) units.push(unit);
  const found = units.sort((x, y) => archive.singles[y]! - archive.singles[x]! || x - y).slice(0, TRIED);
  commonest.set(archive, found);
  return found;
}

/** The character that would best stand between two texts, and how much likelier it makes their meeting (nats; it may well be below 0). */
export type Insertion = { readonly character: string; readonly gain: number };

/** What the archive would put between `above` and `below` where a column break may have lost a character; null where the ends that meet are not Chinese. */
export function insertion(archive: Archive, above: string, below: string): Insertion | null {
  const [a, b] = [above.charCodeAt(above.length - 2), above.charCodeAt(above.length - 1)];
  const [c, d] = [below.charCodeAt(0), below.charCodeAt(1)];
  if (!isHan(b) || !isHan(c)) return null;
  const before = isHan(a) ? a : 0;
  const after = (x: number, y: number) => (isHan(d) ? lift(archive, x, y, d) : 0);
  const direct = lift(archive, before, b, c) + after(b, c);
  let best: Insertion | null = null;
  for (const unit of commonestOf(archive)) {
    if (metIn(archive.pairs, pairOf(b, unit)) === 0 || metIn(archive.pairs, pairOf(unit, c)) === 0) continue;
    const alone = Math.log((archive.singles[unit]! + 1) / (archive.characters + 1000));
    const gain = alone + lift(archive, before, b, unit) + lift(archive, b, unit, c) + after(unit, c) - direct;
    if (best === null || gain > best.gain) best = { character: String.fromCharCode(unit), gain };
  }
  return best;
}
