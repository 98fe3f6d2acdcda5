import { isHan } from './characters.ts';
import { type Tally, Tallying, metIn } from './tally.ts';

/**
 * What an archive's own pages say of its language: how often Chinese characters, pairs and triples of them stand side by side. Counts are exact but of
 * triples of one hash (of a million a few hundred). `version` names the pages counted: it is recorded with what is decided by them.
 */
export type Archive = {
  readonly version: string;
  readonly characters: number; // counted in all
  readonly singles: Uint32Array; // by UTF-16 unit
  readonly pairs: Tally; // by both units
  readonly triples: Tally; // by a hash of the three units
};

/** The way of counting: raised when the same pages would be counted otherwise. */
export const COUNTING = 2;

/** Pages beyond this many add little: an archive larger than that is sampled. */
export const ARCHIVE_SAMPLE = 1024;

const pairOf = (a: number, b: number): number => (a << 16) | b;

function tripleOf(a: number, b: number, c: number): number {
  const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x27d4eb2f);
  return hash === 0 ? 1 : hash;
}

/** Counts the given texts. The order in which they are given changes nothing, unless they hold more than three million different pairs or triples. */
export function countArchive(version: string, texts: readonly string[]): Archive {
  const singles = new Uint32Array(1 << 16);
  const pairs = new Tallying();
  const triples = new Tallying();
  let characters = 0;
  for (const text of texts) {
    let [a, b] = [0, 0];
    for (let i = 0; i < text.length; i += 1) {
      const c = text.charCodeAt(i);
      if (!isHan(c)) {
        a = b = 0;
        continue;
      }
      characters += 1;
      singles[c]! += 1;
      if (b !== 0) pairs.meet(pairOf(b, c));
      if (a !== 0) triples.meet(tripleOf(a, b, c));
      [a, b] = [b, c];
    }
  }
  return { version, characters, singles, pairs: pairs.tally(), triples: triples.tally() };
}

/** Weights of the orders in the interpolated estimate: triples, pairs, single characters. */
const ORDERS = [0.45, 0.4, 0.15] as const;

/** log of how likely `c` is after `a` and `b` (0: unknown), against how likely it is anywhere. */
function lift({ characters, singles, pairs, triples }: Archive, a: number, b: number, c: number): number {
  const alone = (singles[c]! + 1) / (characters + 1000);
  const two = b === 0 ? 0 : metIn(pairs, pairOf(b, c)) / Math.max(1, singles[b]!);
  const context = a === 0 ? 0 : metIn(pairs, pairOf(a, b));
  const three = context === 0 ? two : metIn(triples, tripleOf(a, b, c)) / Math.max(context, 1);
  return Math.log((ORDERS[0] * Math.min(1, three) + ORDERS[1] * Math.min(1, two) + ORDERS[2] * alone) / alone);
}

/**
 * How much likelier the archive's language makes it that text `above` is read on into text `below` than that `below` stands by itself, in nats: the next
 * two characters after the last two, by counted triples, pairs and single characters interpolated. 0 where the ends that meet are not Chinese.
 */
export function junction(archive: Archive, above: string, below: string): number {
  const [a, b] = [above.charCodeAt(above.length - 2), above.charCodeAt(above.length - 1)];
  const [c, d] = [below.charCodeAt(0), below.charCodeAt(1)];
  if (!isHan(b) || !isHan(c)) return 0;
  const first = lift(archive, isHan(a) ? a : 0, b, c);
  return isHan(d) ? first + lift(archive, b, c, d) - lift(archive, 0, c, d) : first;
}

/** Characters tried as the one that was lost: the commonest of the archive. */
const TRIED = 1500;
const commonest = new WeakMap<Archive, readonly number[]>();

function commonestOf(archive: Archive): readonly number[] {
  const known = commonest.get(archive);
  if (known !== undefined) return known;
  const units: number[] = [];
  for (let unit = 0; unit < archive.singles.length; unit += 1) if (archive.singles[unit]! > 0) units.push(unit);
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
