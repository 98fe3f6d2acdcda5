import { expect, test } from 'vitest';
import type { Signs, Suspect } from '#core/language/suspects.ts';
import { plainChecks } from './plain-checks.ts';

const suspect = (signs: Partial<Signs>): Suspect => ({
  at: 0, read: '末', meant: '未',
  signs: { words: 1, characters: 0, rank: 0, length: 1, lengthRead: 1, seen: 0, seenRead: 0, rarity: -8, rarityRead: -8, margin: 0, ...signs },
});

test('the dictionary takes what makes a word of none; the trigram what gains most, where that is best', () => {
  const judged = [
    { suspect: suspect({ length: 2, characters: 9 }), so: true },
    { suspect: suspect({ length: 2, characters: 1 }), so: false },
    { suspect: suspect({ length: 2, lengthRead: 2, characters: 8 }), so: true },
    { suspect: suspect({ characters: 5 }), so: false },
  ];
  expect(plainChecks([{ suspects: [], length: 9, judged }])).toEqual([
    { name: 'dictionary', hits: 1, alarms: 1 },
    { name: 'trigram', hits: 2, alarms: 0 },
  ]);
});
