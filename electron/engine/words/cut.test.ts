import { Jieba } from '@node-rs/jieba';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, wordsAround } from '#core/parse/words.ts';
import { cutterOf } from './cut.ts';
import { readLexicon } from './lexicon.ts';

const LETTERS = [...'渡口船工𠮷'];
type Listed = { readonly word: string; readonly count: number };

/** Lists of words made of some letters; `most`: the highest count. Of low counts many ways to cut are as likely as each other. */
const listOf = (letters: readonly string[], most: number): fc.Arbitrary<readonly Listed[]> =>
  fc.uniqueArray(
    fc.record({ word: fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((all) => all.join('')), count: fc.integer({ min: 1, max: most }) }),
    { selector: ({ word }) => word, minLength: 1, maxLength: 25 },
  );

const linesOf = (words: readonly Listed[], end: string) => words.map(({ word, count }) => `${word} ${count} n${end}`).join('');
const cutterFor = (words: readonly Listed[], end = '\n') => cutterOf(readLexicon(linesOf(words, end)));

/** How likely a cut is, as a logarithm: a character that is not listed counts as if it had been seen once. */
function likelihood(words: readonly string[], counts: ReadonlyMap<string, number>): number {
  const total = Math.log([...counts.values()].reduce((sum, count) => sum + count, 0));
  return words.reduce((sum, word) => sum + Math.log(counts.get(word) ?? 1) - total, 0);
}

/** Every way to cut characters into listed words, and single characters where none of these begins. */
function ways(characters: readonly string[], counts: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  if (characters.length === 0) return [[]];
  const ends = characters.map((_, i) => i + 1).filter((end) => counts.has(characters.slice(0, end).join('')));
  return (ends.length === 0 ? [1] : ends).flatMap((end) => ways(characters.slice(end), counts).map((rest) => [characters.slice(0, end).join(''), ...rest]));
}

describe('a cutter', () => {
  it('takes the likeliest of all ways, tried one by one', () => {
    fc.assert(
      fc.property(listOf(LETTERS, 1000), fc.array(fc.constantFrom(...LETTERS, '桥'), { maxLength: 8 }), (words, characters) => {
        const counts = new Map(words.map(({ word, count }) => [word, count]));
        const found = cutterFor(words)(characters.join('')).map(({ word }) => word);
        expect(found.join('')).toBe(characters.join(''));
        for (const word of found) expect(counts.has(word) || [...word].length === 1).toBe(true);
        const best = Math.max(...ways(characters, counts).map((way) => likelihood(way, counts)));
        expect(likelihood(found, counts)).toBeCloseTo(best, 9);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Chinese characters', [...'渡口船工'], 3],
    ['words that are all as likely', [...'渡口'], 1],
    ['letters and digits', [...'渡Sa4+#&._%-'], 3],
    ['rare characters', [...'渡㐀䶵豈﫿𠀀𪛟𪜀𫜿𫝀𫠟𫠠𬺯𬺰𮯯丽𯨟'], 3],
    ['characters in which no words are looked for', [...'渡𰀀〇γＡ１，é'], 3],
  ])('does as jieba does with the same list, of whatever %s', (_, letters, most) => {
    const listAndText = listOf(letters, most).chain((words) => {
      const piece = fc.oneof(fc.constantFrom(...words.map(({ word }) => word)), fc.constantFrom(...letters, '桥', '。', 'b', '7'));
      return fc.tuple(fc.constant(words), fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')));
    });
    fc.assert(
      fc.property(listAndText, ([words, asked]) => {
        expect(cutterFor(words)(asked)).toEqual(Jieba.withDict(Buffer.from(linesOf(words, '\n'))).tag(asked, false));
      }),
      { numRuns: 400 },
    );
  });

  it('says of the words around an offset, and of how many there are, what cutting the whole text says', () => {
    const text = fc.array(fc.constantFrom(...LETTERS, '桥', '。', '\r', '\n', 'b', '7', '%'), { minLength: 2, maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(listOf(LETTERS, 1000), text, fc.nat(), (words, asked, place) => {
        const cut = cutterFor(words);
        const offset = 1 + (place % (asked.length - 1));
        expect(wordsAround(cut, asked, offset)).toEqual(wordsAround((whole) => cut(whole), asked, offset)); // the second has to cut it all
        expect(countWords(cut, asked)).toBe(countWords((whole) => cut(whole), asked));
      }),
      { numRuns: 500 },
    );
  });

  it('gives listed words their tags, others x, what is spelt m or eng', () => {
    const cut = cutterOf(readLexicon('渡口 10 n\n通航 5 vn\nγ 3 g\n3D 2 nz\n'));
    const tagged = (text: string) => cut(text).map(({ word, tag }) => `${word}/${tag}`).join(' ');
    expect(tagged('渡口通航了，γ')).toBe('渡口/n 通航/vn 了/x ，/x γ/g');
    expect(tagged('24人Stet7.5%')).toBe('24/m 人/x Stet7/eng ./x 5/m %/x');
    expect(tagged('3D')).toBe('3D/nz');
    expect(tagged('')).toBe('');
  });

  it('reads a list whatever its lines end with, to the last of them', () => {
    const words = [{ word: '渡口', count: 10 }, { word: '口', count: 90 }];
    for (const cut of [cutterFor(words), cutterFor(words, '\r\n'), cutterOf(readLexicon('渡口 10 n\n口 90 n'))]) {
      expect(cut('渡口口')).toEqual([{ word: '渡口', tag: 'n' }, { word: '口', tag: 'n' }]);
    }
  });

  it('is not confused by what it cut before', () => {
    const cut = cutterFor([{ word: '渡口', count: 10 }, { word: '口船', count: 10 }, { word: '船工', count: 5 }]);
    const first = cut('渡口船工');
    expect(cut('口'.repeat(500))).toHaveLength(500);
    expect(cut('渡口船工')).toEqual(first);
    for (let length = 1; length < 200; length += 1) expect(cutterFor([{ word: '渡口', count: 10 }])(`${'船'.repeat(length)}渡口`)).toHaveLength(length + 1);
  });
});
