import { type Archive, CLAUSE_END, SENTENCE_START, pairOf, tripleOf } from './archive.ts';
import type { Ends } from './ends.ts';
import { type Followers, followersOf, timesOf, unitOf } from './followers.ts';
import { aloneOf, lift, likelierBy } from './lift.ts';
import { metIn } from './tally.ts';

/** What `junction` says of two characters that never were side by side: nothing but how common the second is speaks for it. */
const STRANGERS = Math.log(likelierBy(0, 0, 1));

/**
 * How much likelier the archive's language makes it that text `above` is read on into text `below` than that `below` stands by itself, in nats: the next
 * two characters after the last two, by counted triples, pairs and single characters interpolated. 0 where the ends that meet are not Chinese.
 */
export function junction(archive: Archive, ends: Ends, above: number, below: number): number {
  const { singles, pairs, triples } = archive;
  const b = ends.last[above]!;
  const c = ends.first[below]!;
  if (b === 0 || c === 0) return 0;
  const met = metIn(pairs, pairOf(b, c));
  if (met === 0) return STRANGERS; // there is no triple then, and what follows is as likely as ever
  const two = met / Math.max(1, singles[b]!);
  const context = ends.lastTwo[above]!;
  const three = context === 0 ? two : metIn(triples, tripleOf(ends.beforeLast[above]!, b, c)) / context;
  const first = likelierBy(three, two, aloneOf(archive, c));
  const d = ends.second[below]!;
  if (d === 0) return Math.log(first);
  const second = likelierBy(metIn(triples, tripleOf(b, c, d)) / met, ends.firstTwo[below]! / Math.max(1, singles[c]!), aloneOf(archive, d));
  return Math.log(first * second) - ends.usual[below]!;
}

/** How much likelier the archive's language makes it that a text begins a sentence than that it is torn from the middle of one (nats). 0 where it does not begin in Chinese. */
export function startGain(archive: Archive, { first, second, firstTwo, firstStarted, firstTwoStarted, usual }: Ends, text: number): number {
  const c = first[text]!;
  const d = second[text]!;
  if (c === 0) return 0;
  const started = firstStarted[text]!;
  const two = started / Math.max(1, archive.singles[SENTENCE_START]!);
  const gain = Math.log(likelierBy(two, two, aloneOf(archive, c)));
  return d === 0 ? gain : gain + gainBy(archive, started, firstTwoStarted[text]!, firstTwo[text]! / Math.max(1, archive.singles[c]!), d) - usual[text]!;
}

/** How much likelier than anywhere else a clause ends where a text does (nats). 0 where it does not end in Chinese. */
export function endGain(archive: Archive, { last, lastTwo, lastClosed, lastTwoClosed }: Ends, text: number): number {
  const b = last[text]!;
  return b === 0 ? 0 : gainBy(archive, lastTwo[text]!, lastTwoClosed[text]!, lastClosed[text]! / Math.max(1, archive.singles[b]!), CLAUSE_END);
}

/** How much likelier a character is than anywhere (nats): after two that were met `context` times, with it `met` times, and after the second of which it comes by the chance `two`. */
const gainBy = (archive: Archive, context: number, met: number, two: number, unit: number): number =>
  Math.log(likelierBy(context === 0 ? two : met / context, two, aloneOf(archive, unit)));

/** Odds that differ by less than this share may be the same but for rounding. */
const ROUNDING = 1e-9;

/** The character that would best stand between two texts, and how much likelier it makes their meeting (nats; it may well be below 0). */
export type Insertion = { readonly character: string; readonly gain: number };

/**
 * What the archive would put between texts `above` and `below` where a column break may have lost a character, of its common ones; null where the ends that meet
 * are not Chinese, or nothing gains `atLeast`.
 */
export function insertion(archive: Archive, ends: Ends, above: number, below: number, atLeast = -Infinity): Insertion | null {
  const { singles, triples, characters } = archive;
  const [a, b, c, d] = [ends.beforeLast[above]!, ends.last[above]!, ends.first[below]!, ends.second[below]!];
  if (b === 0 || c === 0) return null;
  const direct = lift(archive, a, b, c) + (d === 0 ? 0 : lift(archive, b, c, d));
  const [before, after] = [ends.lastTwo[above]!, ends.firstTwo[below]!];
  const [manyB, manyC] = [Math.max(1, singles[b]!), Math.max(1, singles[c]!)];
  const [aloneC, aloneD] = [aloneOf(archive, c), aloneOf(archive, d)];
  const followers = followersOf(archive);
  let best: Insertion | null = null;
  let unitOfBest = 0;
  let enough = Math.exp(atLeast + direct) * (1 - ROUNDING); // odds below this are not enough: logarithms are taken, and triples looked up, only where it may be passed
  noteBefore(followers, c);
  const { starts, entries } = followers.behind;
  const place = followers.places[b]!;
  for (let at = starts[place]!; at < starts[place + 1]!; at += 1) {
    const unit = unitOf(entries[at]!);
    const behind = BEFORE[unit]!; // how often the archive has it before the second
    if (behind === 0) continue;
    const ahead = timesOf(entries[at]!); // behind the first
    const alone = (singles[unit]! + 1) / (characters + 1000);
    const [twoFirst, twoSecond, twoThird] = [ahead / manyB, behind / Math.max(1, singles[unit]!), after / manyC];
    // A triple is at most as frequent as either of its pairs.
    const most = alone * likelierBy(before === 0 ? twoFirst : ahead / before, twoFirst, alone) * likelierBy(behind / ahead, twoSecond, aloneC);
    const mostThird = d === 0 ? 1 : likelierBy(after / behind, twoThird, aloneD);
    if (most * mostThird < enough) continue;
    const first = likelierBy(before === 0 ? twoFirst : metIn(triples, tripleOf(a, b, unit)) / before, twoFirst, alone);
    const second = likelierBy(metIn(triples, tripleOf(b, unit, c)) / ahead, twoSecond, aloneC);
    const third = d === 0 ? 1 : likelierBy(metIn(triples, tripleOf(unit, c, d)) / behind, twoThird, aloneD);
    const odds = alone * first * second * third;
    if (odds < enough) continue;
    const gain = Math.log(alone) + Math.log(first) + Math.log(second) + Math.log(third) - direct;
    if (gain < atLeast || (best !== null && (gain < best.gain || (gain === best.gain && isCommoner(archive, unitOfBest, unit))))) continue;
    best = { character: String.fromCharCode(unit), gain };
    unitOfBest = unit;
    enough = odds * (1 - ROUNDING);
  }
  forgetBefore(followers, c);
  return best;
}

/** By unit: how often the archive has it before the character that is looked at; all 0 between two questions. */
const BEFORE = new Uint16Array(1 << 16);

function noteBefore({ places, before: { starts, entries } }: Followers, unit: number): void {
  const place = places[unit]!;
  for (let at = starts[place]!; at < starts[place + 1]!; at += 1) BEFORE[unitOf(entries[at]!)] = timesOf(entries[at]!);
}

function forgetBefore({ places, before: { starts, entries } }: Followers, unit: number): void {
  const place = places[unit]!;
  for (let at = starts[place]!; at < starts[place + 1]!; at += 1) BEFORE[unitOf(entries[at]!)] = 0;
}

/** Of those as common the one whose number is smaller counts as commoner. */
const isCommoner = ({ singles }: Archive, one: number, other: number): boolean => singles[one]! > singles[other]! || (singles[one] === singles[other] && one < other);
