import { expect, test } from 'vitest';
import { smallWords } from '../testing/small-language.ts';
import { unitsOf } from './units.ts';
import { countOfWord, countOfWords, countWordGrams, wordTimes } from './word-grams.ts';
import { latticeOf, placing } from './word-lattice.ts';

const words = smallWords('渡口 90\n恢复 80\n通航 70\n船工 60\n渡 5\n口 5\n船 5\n工 5\n沙 3\n柳 3\n河 3\n开 3\n曰 1');
const TEXTS = ['渡口恢复通航，船工来了。', '渡口恢复通航\n船工说', '沙柳河边，沙柳河开', '通航'];
const grams = countWordGrams(TEXTS, words);

test('words, and words side by side, are counted; what is met once is left out', () => {
  expect(['渡口', '恢复', '通航', '船工', '渡', '开'].map((word) => countOfWord(grams, word))).toEqual([2, 2, 3, 2, 0, 0]);
  expect([countOfWords(grams, '渡口', '恢复'), countOfWords(grams, '恢复', '通航'), countOfWords(grams, '恢复', '渡口'), countOfWords(grams, '渡口', '通航')]).toEqual([2, 2, 0, 0]);
  expect(countOfWords(grams, '通航', '船工')).toBe(0); // a mark stands between, or a line ends
});

test('characters that the dictionary leaves alone count as a word too, together', () => {
  expect(['沙柳河', '沙柳', '柳河', '沙柳河边'].map((word) => countOfWord(grams, word))).toEqual([2, 2, 2, 0]);
});

/** What the archive has of the words about a character if another stood there. */
function timesWith(text: string, read: string, meant: string, less: number) {
  const lattice = latticeOf(unitsOf(text).units, words);
  const at = lattice.units.indexOf(read.charCodeAt(0));
  return wordTimes(grams, lattice, at, meant.charCodeAt(0), placing(lattice, at, words)(meant.charCodeAt(0)), less);
}

test.each([
  ['渡曰恢复', '曰', '口', 0, { word: 2, pair: 2 }],
  ['渡曰恢复', '曰', '口', 1, { word: 1, pair: 1 }],
  ['渡曰恢复', '曰', '曰', 0, { word: 0, pair: 0 }],
  ['恢复通船', '船', '航', 0, { word: 3, pair: 2 }],
  ['到沙曰河去', '曰', '柳', 0, { word: 2, pair: 2 }], // no dictionary has the name; 沙 and 柳 stand side by side as often
  ['渡曰', '曰', '口', 5, { word: 0, pair: 0 }],
])('%s, %s read, %s meant, %d taken off', (text, read, meant, less, expected) => {
  expect(timesWith(text, read, meant, less)).toEqual(expected);
});
