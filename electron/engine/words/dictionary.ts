import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Words, countWords, wordsAround } from '#core/parse/words.ts';
import { cutterOf } from './cut.ts';
import { readLexicon } from './lexicon.ts';

let cut: Words | null = null;

/** The word list is read on first use, once a thread (a few tenths of a second). */
const cutter = (): Words => (cut ??= cutterOf(readLexicon(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8'))));

/**
 * Cuts Chinese text into dictionary words with their parts of speech, by jieba's word list. Its own program is not asked: to hand a dozen characters over to it
 * and take words back costs three times what cutting them does.
 */
export const dictionaryWords: Words = Object.assign((text: string) => cutter()(text), {
  around: (text: string, offset: number) => wordsAround(cutter(), text, offset),
  count: (text: string) => countWords(cutter(), text),
});
