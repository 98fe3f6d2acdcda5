import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Word, Words } from '#core/parse/page.ts';

let jieba: Jieba | null = null;

/** The words met so far: telling a word's part of speech costs the dictionary as much again as cutting, and it is always the same. */
const known = new Map<string, Word>();
const MOST_KNOWN = 1 << 16;

/** Stands between texts that are cut in one go. The dictionary takes it for a word of its own, whatever stands around it. */
const BETWEEN = '\0';

/** Cuts Chinese texts into dictionary words with their parts of speech. The dictionary is read on first use, once a thread (about half a second). */
export const dictionaryWords: Words = (texts) => {
  jieba ??= Jieba.withDict(dict);
  const words = wordsOf(jieba, texts.join(BETWEEN));
  let next = 0;
  return texts.map((text) => {
    const found: Word[] = [];
    for (let end = 0; end < text.length; next += 1) {
      found.push(words[next]!);
      end += words[next]!.word.length;
    }
    next += 1; // what stands between
    return found;
  });
};

function wordsOf(dictionary: Jieba, text: string): readonly Word[] {
  const words: Word[] = [];
  for (const each of dictionary.cut(text, false)) {
    const word = known.get(each);
    if (word === undefined) return learn(dictionary, text);
    words.push(word);
  }
  return words;
}

function learn(dictionary: Jieba, text: string): readonly Word[] {
  const words = dictionary.tag(text, false);
  if (known.size > MOST_KNOWN) known.clear();
  for (const each of words) known.set(each.word, each);
  return words;
}
