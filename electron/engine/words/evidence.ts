import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Grams, countGrams, threeOf, twoOf } from '#core/language/grams.ts';
import { type LexicalGrams, lexicalGrams } from '#core/language/lexical-grams.ts';
import { type LookAlikes, readLookAlikes } from '#core/language/look-alikes.ts';
import type { Evidence } from '#core/language/suspects.ts';
import { type WordGrams, countWordGrams } from '#core/language/word-grams.ts';
import type { WordTree } from '#core/language/word-lattice.ts';
import { follow, rarityOf, readLexicon } from './lexicon.ts';

type Known = { readonly words: WordTree; readonly lexical: LexicalGrams; readonly lookAlikes: LookAlikes };
let known: Known | null = null;

/** Reads jieba's word list and the table of look-alikes on first use, once a thread (a good half of a second). */
function load(resourcesPath: string): Known {
  const list = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8');
  const lexicon = readLexicon(list);
  const words: WordTree = { follow: (node, unit) => follow(lexicon, node, unit), rarity: (node) => rarityOf(lexicon, node), unknown: -lexicon.total };
  const table = JSON.parse(readFileSync(join(resourcesPath, 'lexicon', 'confusions.json'), 'utf8')) as { readonly lookAlikes: Readonly<Record<string, string>> };
  return { words, lexical: lexicalGrams(list, twoOf, threeOf), lookAlikes: readLookAlikes(table.lookAlikes) };
}

/** What an archive's texts say of their language: its characters and its words. */
export type Counted = { readonly grams: Grams; readonly wordGrams: WordGrams };

/** Counts an archive's texts. */
export function countTexts(resourcesPath: string, texts: readonly string[]): Counted {
  known ??= load(resourcesPath);
  return { grams: countGrams(texts), wordGrams: countWordGrams(texts, known.words) };
}

/** What is known of a language whose texts were counted. */
export function evidenceOf(resourcesPath: string, { grams, wordGrams }: Counted): Evidence {
  known ??= load(resourcesPath);
  const { words, lexical, lookAlikes } = known;
  return { model: { grams, lexical }, words, wordGrams, lookAlikes };
}
