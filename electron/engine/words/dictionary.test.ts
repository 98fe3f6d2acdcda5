import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryWords } from './dictionary.ts';

const fresh = Jieba.withDict(dict);
const text = fc.array(fc.constantFrom('渡口', '今天', '通航', '老船工', '的', '了', '在', 'Stet', '2024', '，', '。', ' ', '𠮷', '石', '桥'), { maxLength: 12 }).map((parts) => parts.join(''));

describe('dictionaryWords', () => {
  it('cuts and tags as the dictionary does, however often it is asked', () => {
    const asTheDictionary = fc.property(text, (asked) => {
      expect(dictionaryWords(asked)).toEqual(fresh.tag(asked, false));
    });
    fc.assert(asTheDictionary, { numRuns: 300 });
  });
});
