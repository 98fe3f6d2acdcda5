import { doubles, shorts } from '#util/scratch.ts';
import { type Archive, pairOf } from './archive.ts';
import { isHan } from './characters.ts';
import { lift } from './lift.ts';
import { metIn } from './tally.ts';

/**
 * The Chinese characters that texts begin and end with (UTF-16 units, 0 where there is none, or none next to the first or last), and what the archive has of them:
 * every text meets many others, and is looked up but once. Parallel arrays.
 */
export type Ends = {
  readonly beforeLast: Uint16Array;
  readonly last: Uint16Array;
  readonly lastTwo: Uint16Array; // how often the two were met side by side
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly firstTwo: Uint16Array;
  readonly usual: Float64Array; // how much likelier the second is after the first, whatever stands before, than anywhere (nats)
};

export function endsOf(archive: Archive, texts: readonly string[]): Ends {
  const count = texts.length;
  const some = () => shorts(count);
  const ends = { beforeLast: some(), last: some(), lastTwo: some(), first: some(), second: some(), firstTwo: some(), usual: doubles(count) };
  for (let k = 0; k < count; k += 1) {
    const text = texts[k]!;
    const [a, b] = [text.charCodeAt(text.length - 2), text.charCodeAt(text.length - 1)];
    if (isHan(b)) {
      ends.last[k] = b;
      if (isHan(a)) {
        ends.beforeLast[k] = a;
        ends.lastTwo[k] = metIn(archive.pairs, pairOf(a, b));
      }
    }
    const [c, d] = [text.charCodeAt(0), text.charCodeAt(1)];
    if (!isHan(c)) continue;
    ends.first[k] = c;
    if (!isHan(d)) continue;
    ends.second[k] = d;
    ends.firstTwo[k] = metIn(archive.pairs, pairOf(c, d));
    ends.usual[k] = lift(archive, 0, c, d);
  }
  return ends;
}
