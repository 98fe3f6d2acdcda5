import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryWords } from './dictionary.ts';

const fresh = Jieba.withDict(dict);
const pieces = ['渡口', '今天', '通航', '老船工', '的', '了', '在', 'Stet', '2024', '，', '。', ' ', '\r', '\n', '\0', '\u3000', '𠮷', '石', '桥'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

describe('dictionaryWords', () => {
  it('cuts and tags every text as the dictionary does, whatever it is asked along with and however often', () => {
    const asTheDictionary = fc.property(fc.array(text, { maxLength: 6 }), (asked) => {
      expect(dictionaryWords(asked)).toEqual(asked.map((each) => fresh.tag(each, false)));
    });
    fc.assert(asTheDictionary, { numRuns: 500 });
  });

  it('does not let a word grow across two texts', () => {
    const words = dictionaryWords(['老船', '工']);
    expect(words.map((each) => each.map(({ word }) => word).join(' '))).toEqual([fresh.cut('老船', false).join(' '), '工']);
  });
});
