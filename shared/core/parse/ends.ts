import { doubles, integers, shorts } from '#util/scratch.ts';
import { type Archive, CLAUSE_END, SENTENCE_START, pairOf, tripleOf } from './archive.ts';
import { isHan } from './characters.ts';
import { aloneOf, likelierBy } from './lift.ts';
import { metAll } from './tally.ts';

/**
 * The Chinese characters that texts begin and end with (UTF-16 units, 0 where there is none, or none next to the first or last), and what the archive has of them:
 * every text meets many others, and is looked up but once. Parallel arrays; how often something was met is 0 where there is no such character.
 */
export type Ends = {
  readonly beforeLast: Uint16Array;
  readonly last: Uint16Array;
  readonly lastTwo: Uint16Array; // how often the two were met side by side
  readonly lastClosed: Uint16Array; // how often the last was met at a clause's end
  readonly lastTwoClosed: Uint16Array; // and both of them
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly firstTwo: Uint16Array;
  readonly firstStarted: Uint16Array; // how often the first was met at a sentence's beginning
  readonly firstTwoStarted: Uint16Array;
  readonly usual: Float64Array; // how much likelier the second is after the first, whatever stands before, than anywhere (nats)
};

export function endsOf(archive: Archive, texts: readonly string[]): Ends {
  const count = texts.length;
  const [beforeLast, last, first, second] = [shorts(count), shorts(count), shorts(count), shorts(count)];
  const pairs = integers(4 * count); // asked for together: the archive is far
  const triples = integers(2 * count);
  for (let k = 0; k < count; k += 1) {
    const text = texts[k]!;
    const [a, b] = [text.charCodeAt(text.length - 2), text.charCodeAt(text.length - 1)];
    if (isHan(b)) {
      last[k] = b;
      pairs[count + k] = pairOf(b, CLAUSE_END);
      if (isHan(a)) {
        beforeLast[k] = a;
        pairs[k] = pairOf(a, b);
        triples[k] = tripleOf(a, b, CLAUSE_END);
      }
    }
    const [c, d] = [text.charCodeAt(0), text.charCodeAt(1)];
    if (!isHan(c)) continue;
    first[k] = c;
    pairs[3 * count + k] = pairOf(SENTENCE_START, c);
    if (!isHan(d)) continue;
    second[k] = d;
    pairs[2 * count + k] = pairOf(c, d);
    triples[count + k] = tripleOf(SENTENCE_START, c, d);
  }
  const [twos, threes] = [shorts(pairs.length), shorts(triples.length)];
  metAll(archive.pairs, pairs, twos);
  metAll(archive.triples, triples, threes);
  const firstTwo = twos.subarray(2 * count, 3 * count);
  return {
    beforeLast,
    last,
    lastTwo: twos.subarray(0, count),
    lastClosed: twos.subarray(count, 2 * count),
    lastTwoClosed: threes.subarray(0, count),
    first,
    second,
    firstTwo,
    firstStarted: twos.subarray(3 * count),
    firstTwoStarted: threes.subarray(count),
    usual: usualOf(archive, first, second, firstTwo),
  };
}

function usualOf(archive: Archive, first: Uint16Array, second: Uint16Array, firstTwo: Uint16Array): Float64Array {
  const usual = doubles(first.length);
  for (let k = 0; k < usual.length; k += 1) {
    if (second[k] === 0) continue;
    const two = firstTwo[k]! / Math.max(1, archive.singles[first[k]!]!);
    usual[k] = Math.log(likelierBy(two, two, aloneOf(archive, second[k]!)));
  }
  return usual;
}
