import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryWords } from './dictionary.ts';

const jieba = Jieba.withDict(dict);
const listed = new TextDecoder().decode(dict).split('\n').map((line) => line.split(' ')[0]!).filter((word) => word !== '');
const pieces = [
  ...['渡口', '今天', '通航', '老船工', '的', '了', '在', '石', '桥', '丂', '龥', '鿿', '㐀', '﨎'],
  ...['Stet', '2024', 'AT&T', 'C++', 'γ', 'γ射线', '4', 's', '+', '#', '.', '_', '%', '-'],
  ...['，', '。', '“', ' ', '\r', '\n', '\r\n', '\t', '\0', '\u3000', '𠮷', '𠀀', '😀'],
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

  it('takes the likeliest of all ways to cut', () => {
    const words = (asked: string) => dictionaryWords(asked).map(({ word }) => word).join(' ');
    expect(words('渡口今天通航')).toBe('渡口 今天 通航');
    expect(words('从2024年到C++')).toBe('从 2024 年 到 C++');
    expect(words('')).toBe('');
  });
});
