import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallWords } from '../testing/small-language.ts';
import { latticeOf, placing } from './word-lattice.ts';

const LETTERS = [...'渡口船工'];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const list = fc.uniqueArray(fc.record({ word, count: fc.integer({ min: 1, max: 99 }) }), { selector: (one) => one.word, minLength: 1, maxLength: 20 });

/** The best score over all ways to cut, tried one by one. */
function best(text: string, counts: ReadonlyMap<string, number>, total: number): number {
  if (text === '') return 0;
  let most = -Infinity;
  for (let length = 1; length <= Math.min(6, text.length); length += 1) {
    const count = counts.get(text.slice(0, length)) ?? (length === 1 ? 1 : 0);
    if (count > 0) most = Math.max(most, Math.log(count / total) + best(text.slice(length), counts, total));
  }
  return most;
}

test('another character in a place scores as the best of all ways to cut the text with it there', () => {
  fc.assert(
    fc.property(list, fc.array(fc.constantFrom(...LETTERS, '桥', '，'), { minLength: 1, maxLength: 8 }), fc.nat(), fc.constantFrom(...LETTERS, '桥'), (listed, letters, place, put) => {
      const at = place % letters.length;
      fc.pre(letters[at] !== '，');
      const counts = new Map(listed.map((one) => [one.word, one.count]));
      const total = listed.reduce((sum, { count }) => sum + count, 0);
      const words = smallWords(listed.map((one) => `${one.word} ${one.count}`).join('\n'));
      const units = Uint16Array.from(letters, (letter) => letter.charCodeAt(0));
      const { score } = placing(latticeOf(units, words), at, words)(put.charCodeAt(0));
      const run = letters.toSpliced(at, 1, put).join('').split('，');
      const before = letters.slice(0, at).filter((letter) => letter === '，').length;
      expect(score).toBeCloseTo(best(run[before]!, counts, total), 9);
    }),
    { numRuns: 400 },
  );
});

test('it says where the word begins that the character lies in and how long it is, and where those beside it begin and end', () => {
  const words = smallWords('渡口 50\n船工 50\n口 5\n渡 5');
  const units = Uint16Array.from('渡口船', (letter) => letter.charCodeAt(0));
  expect(placing(latticeOf(units, words), 1, words)('口'.charCodeAt(0))).toMatchObject({ from: 0, length: 2 });
  expect(placing(latticeOf(units, words), 1, words)('工'.charCodeAt(0))).toMatchObject({ from: 1, length: 1 });
  const { first, last } = latticeOf(Uint16Array.from('渡口渡船工', (letter) => letter.charCodeAt(0)), words);
  expect([first[0], first[2], first[3], last[2], last[3], last[5]]).toEqual([2, 3, 5, 0, 2, 3]);
});
