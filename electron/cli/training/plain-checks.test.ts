import { expect, test } from 'vitest';
import { UNLIKE } from '#core/language/strangers.ts';
import type { Signs, Suspect } from '#core/language/suspects.ts';
import { plainChecks } from './plain-checks.ts';

const NOTHING = { most: 0, before: 0, behind: 0, triple: 0 };
const suspect = (at: number, signs: Partial<Signs>): Suspect => ({
  at, read: '末', meant: '未',
  signs: { words: 1, characters: 0, rank: 0, sounds: false, farther: 0, length: 1, lengthRead: 1, seen: NOTHING, seenRead: NOTHING, times: { word: 0, pair: 0 }, timesRead: { word: 0, pair: 0 }, rarity: -8, rarityRead: -8, share: -8, shareRead: -8, margin: 0, ...signs },
});

test('the dictionary takes what makes a word of none; the trigram what gains most, where that is best', () => {
  const judged = [
    { suspect: suspect(1, { length: 2, characters: 9 }), so: true },
    { suspect: suspect(2, { length: 2, characters: 1 }), so: false },
    { suspect: suspect(3, { length: 2, lengthRead: 2, characters: 8 }), so: true },
    { suspect: suspect(4, { characters: 5 }), so: false },
  ];
  expect(plainChecks([{ suspects: [], length: 9, judged }])).toEqual([
    { name: 'dictionary', hits: 1, alarms: 1 },
    { name: 'trigram', hits: 2, alarms: 0 },
  ]);
});

test('they know nothing of what does not look alike', () => {
  const judged = [{ suspect: suspect(1, { length: 2, characters: 9, rank: UNLIKE }), so: true }];
  expect(plainChecks([{ suspects: [], length: 9, judged }])).toEqual([
    { name: 'dictionary', hits: 0, alarms: 0 },
    { name: 'trigram', hits: 0, alarms: 0 },
  ]);
});

test('of one place each takes what it values most, once', () => {
  const judged = [
    { suspect: suspect(1, { length: 2, words: 4, characters: 2 }), so: true },
    { suspect: suspect(1, { length: 2, words: 1, characters: 9 }), so: false },
    { suspect: suspect(2, { length: 2, words: 1, characters: 1 }), so: true },
  ];
  expect(plainChecks([{ suspects: [], length: 9, judged }])).toEqual([
    { name: 'dictionary', hits: 2, alarms: 0 },
    { name: 'trigram', hits: 1, alarms: 1 },
  ]);
});
