import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countArchive, pairOf } from './archive.ts';
import { type Followers, type UnitLists, followersOf, timesOf, unitOf } from './followers.ts';
import { metIn } from './tally.ts';
import type { Words } from './words.ts';

const apart: Words = (text) => [...text].map((word) => ({ word, tag: 'n' }));
const CHARACTERS = [...'渡口通航船工说图书室添新'];
const timesAt = ({ starts, entries }: UnitLists, place: number) => new Map([...entries.subarray(starts[place], starts[place + 1])].map((entry) => [unitOf(entry), timesOf(entry)]));
const listOf = ({ places, ...lists }: Followers, side: 'behind' | 'before', unit: number) => {
  const { starts, entries } = lists[side];
  return [...entries.subarray(starts[places[unit]!], starts[places[unit]! + 1])].map(unitOf);
};

describe('followersOf', () => {
  it('lists behind and before every character those that the archive has there', () => {
    const text = fc.array(fc.constantFrom(...CHARACTERS, '，', '。'), { maxLength: 80 }).map((all) => all.join(''));
    const units = CHARACTERS.map((character) => character.charCodeAt(0));
    fc.assert(
      fc.property(text, (page) => {
        const archive = countArchive('v', [page], apart);
        const followers = followersOf(archive);
        const { places, behind, before } = followers;
        for (const unit of units) {
          for (const [other, times] of timesAt(behind, places[unit]!)) expect(times).toBe(metIn(archive.pairs, pairOf(unit, other)));
          for (const [other, times] of timesAt(before, places[unit]!)) expect(times).toBe(metIn(archive.pairs, pairOf(other, unit)));
          expect(listOf(followers, 'behind', unit).sort()).toEqual(units.filter((other) => metIn(archive.pairs, pairOf(unit, other)) > 0).sort());
          expect(listOf(followers, 'before', unit).sort()).toEqual(units.filter((other) => metIn(archive.pairs, pairOf(other, unit)) > 0).sort());
        }
      }),
    );
  });

  it('lists the commonest only, and of those as common the ones whose numbers are smaller', () => {
    const all = Array.from({ length: 1600 }, (_, k) => String.fromCharCode(0x4e00 + k));
    const rare = all.slice(0, 1100); // once each
    const common = all.slice(1100); // twice
    const archive = countArchive('v', [[...common, ...rare, ...common].map((each) => `船${each}`).join('。')], apart);
    const listed = listOf(followersOf(archive), 'behind', '船'.charCodeAt(0)).map((unit) => String.fromCharCode(unit));
    expect(listed.sort()).toEqual([...rare.filter((each) => each !== '船').slice(0, 999), ...common].sort());
  });
});
