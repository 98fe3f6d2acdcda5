import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Words } from '#core/parse/page.ts';

let jieba: Jieba | null = null;

/** Cuts Chinese text into dictionary words with their parts of speech. The dictionary is read on first use, once a thread (about half a second). */
export const dictionaryWords: Words = (text) => {
  jieba ??= Jieba.withDict(dict);
  return jieba.tag(text, false);
};
