import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Words, wordsAround } from '#core/parse/words.ts';
import { dictionaryWords } from './dictionary.ts';

const jieba = Jieba.withDict(dict);
const listed = new TextDecoder().decode(dict).split('\n').map((line) => line.split(' ')[0]!).filter((word) => word !== '');
const pieces = [
  ...['渡口', '今天', '通航', '老船工', '的', '了', '在', '石', '桥', '丂', '龥', '鿿', '㐀', '﨎'],
  ...['Stet', '2024', 'AT&T', 'C++', 'γ', 'γ射线', '4', 's', '+', '#', '.', '_', '%', '-'],
  ...['\uFF21', '\uFF12', '\uFF0C', '\uFF05', '〇', '豈', 'é', 'か', '한'],
  ...['，', '。', '“', ' ', '\r', '\n', '\r\n', '\t', '\0', '\u3000', '𠮷', '𠀀', '𪚥', '𫠝', '𰀀', '😀'],
];
const piece = fc.oneof(
  fc.constantFrom(...pieces),
  fc.nat(listed.length - 1).map((at) => listed[at]!),
  fc.record({ at: fc.nat(listed.length - 1), length: fc.integer({ min: 1, max: 3 }) }).map(({ at, length }) => listed[at]!.slice(0, length)),
);
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

describe('dictionaryWords', () => {
  it('cuts and tags as jieba does', () => {
    const asJieba = fc.property(text, (asked) => {
      expect(dictionaryWords(asked)).toEqual(jieba.tag(asked, false));
    });
    fc.assert(asJieba, { numRuns: 5000 });
  });

  it.each([
    ['Chinese characters without a mark', '清河渡口今天恢复通航老船工天不亮就起来擦船'.repeat(5000)],
    ['one character', '的'.repeat(100_000)],
    ['letters', 'Stet'.repeat(25_000)],
    ['digits', '2024'.repeat(25_000)],
    ['marks', '，'.repeat(100_000)],
    ['rare characters', '𠮷𠀀'.repeat(25_000)],
  ])('also where 100,000 %s stand in a row', (_, long) => {
    const [ours, theirs] = [dictionaryWords(long), jieba.tag(long, false)];
    expect(ours.length).toBe(theirs.length);
    expect(ours.findIndex(({ word, tag }, i) => word !== theirs[i]!.word || tag !== theirs[i]!.tag)).toBe(-1);
  });

  it('leaves nothing of a text out, and takes half of a character for one that it does not know', () => {
    const halves = fc.array(fc.constantFrom('渡口', '\uD842', '\uDFB7', 'a', '1', '，'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(halves, fc.string({ unit: 'binary', maxLength: 40 })), (asked) => {
        const words = dictionaryWords(asked);
        expect(words.map(({ word }) => word).join('')).toBe(asked);
        expect(words.map(({ word, tag }) => ({ word: word.toWellFormed(), tag }))).toEqual(jieba.tag(asked, false));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells what stands around a place as its words do', () => {
    const listed: Words = (asked) => dictionaryWords(asked); // cannot tell it without them
    fc.assert(
      fc.property(text, (asked) => {
        for (let offset = 1; offset < asked.length; offset += 1) expect(wordsAround(dictionaryWords, asked, offset)).toEqual(wordsAround(listed, asked, offset));
      }),
    );
  });

  it('takes the likeliest of all ways to cut', () => {
    const words = (asked: string) => dictionaryWords(asked).map(({ word }) => word).join(' ');
    expect(words('渡口今天通航')).toBe('渡口 今天 通航');
    expect(words('从2024年到C++')).toBe('从 2024 年 到 C++');
    expect(words('')).toBe('');
  });
});
