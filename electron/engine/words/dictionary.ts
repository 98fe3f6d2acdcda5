import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Words } from '#core/parse/words.ts';
import { type Cutter, cutterOf } from './cut.ts';
import { readLexicon } from './lexicon.ts';

let cut: Cutter | null = null;

/**
 * Cuts Chinese text into dictionary words with their parts of speech, by jieba's word list. The list is read on first use, once a thread (a few tenths of a
 * second). Its own program is not asked: to hand a dozen characters over to it and take words back costs three times what cutting them does.
 */
export const dictionaryWords: Words = (text) => {
  cut ??= cutterOf(readLexicon(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8')));
  return cut(text);
};
