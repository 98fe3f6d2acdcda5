import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Word, Words } from '#core/parse/page.ts';

let jieba: Jieba | null = null;

/** The words met so far: telling a word's part of speech costs the dictionary as much again as cutting, and it is always the same. */
const known = new Map<string, Word>();
const MOST_KNOWN = 1 << 16;

/** Cuts Chinese text into dictionary words with their parts of speech. The dictionary is read on first use, once a thread (about half a second). */
export const dictionaryWords: Words = (text) => {
  jieba ??= Jieba.withDict(dict);
  const found: Word[] = [];
  for (const each of jieba.cut(text, false)) {
    const word = known.get(each);
    if (word === undefined) return tagged(jieba, text);
    found.push(word);
  }
  return found;
};

function tagged(dictionary: Jieba, text: string): readonly Word[] {
  const words = dictionary.tag(text, false);
  if (known.size > MOST_KNOWN) known.clear();
  for (const each of words) known.set(each.word, each);
  return words;
}
