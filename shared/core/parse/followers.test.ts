import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countArchive, pairOf } from './archive.ts';
import { followersOf, unitBehind } from './followers.ts';
import { metIn } from './tally.ts';
import type { Words } from './words.ts';

const apart: Words = (text) => [...text].map((word) => ({ word, tag: 'n' }));
const CHARACTERS = [...'渡口通航船工说图书室添新'];

describe('followersOf', () => {
  it('lists behind every character those that the archive has behind it', () => {
    const text = fc.array(fc.constantFrom(...CHARACTERS, '，', '。'), { maxLength: 80 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (page) => {
        const archive = countArchive('v', [page], apart);
        const { heads, nexts } = followersOf(archive);
        for (const character of CHARACTERS) {
          const unit = character.charCodeAt(0);
          const listed: number[] = [];
          for (let slot = heads[unit]!; slot !== 0; slot = nexts[slot]!) listed.push(unitBehind(archive, slot));
          const met = CHARACTERS.map((other) => other.charCodeAt(0)).filter((other) => metIn(archive.pairs, pairOf(unit, other)) > 0);
          expect(listed.sort()).toEqual(met.sort());
        }
      }),
    );
  });

  it('ranks the commoner before the rarer, and of those as common the one whose number is smaller', () => {
    const { ranks } = followersOf(countArchive('v', ['船船船。一丁。航航。'], apart));
    expect(['船', '航', '一', '丁'].map((character) => ranks[character.charCodeAt(0)])).toEqual([0, 1, 2, 3]);
    expect(ranks['渡'.charCodeAt(0)]).toBe(1500);
  });
});
