import { type Grams, countOfThree, countOfTwo, threeOf, twoOf } from './grams.ts';
import { type LexicalGrams, lexicalCount } from './lexical-grams.ts';

/** What says how likely characters follow each other: an archive's counts, backed by a dictionary's. */
export type CharacterModel = { readonly grams: Grams; readonly lexical: LexicalGrams };

/** As how many characters seen the next shorter context counts (Dirichlet smoothing), and how it is mixed of the dictionary's and the shorter one's. */
const BACKED = { one: 2000, two: 12, three: 4 };
const LEXICAL = { two: 0.35, three: 0.35 };
const LEAST = 0.2; // occurrences that a character never seen counts as

/** How likely a character is anywhere. `less` is taken off its count: the occurrence that is judged does not speak for itself. */
function likelihoodOfOne({ grams, lexical }: CharacterModel, c: number, less: number): number {
  const inWords = (lexical.singles[c]! + LEAST) / (lexical.total + 1);
  return (Math.max(0, grams.singles[c]! - less) + BACKED.one * inWords) / (grams.units + BACKED.one);
}

/** What is taken off the counts of the characters of one context. */
export type Less = { readonly a: number; readonly ab: number; readonly b: number; readonly bc: number; readonly abc: number; readonly c: number };

/** How likely `c` is behind `a` and `b`, as a logarithm: an interpolated trigram. */
export function likelihoodOf(model: CharacterModel, a: number, b: number, c: number, less: Less): number {
  const { grams, lexical } = model;
  const one = likelihoodOfOne(model, c, less.c);
  const lexicalTwo = lexicalCount(lexical, twoOf(b, c));
  const wordsOfB = lexical.singles[b]!;
  const backTwo = wordsOfB === 0 ? one : LEXICAL.two * (lexicalTwo / wordsOfB) + (1 - LEXICAL.two) * one;
  const two = (Math.max(0, countOfTwo(grams, b, c) - less.bc) + BACKED.two * backTwo) / (Math.max(0, grams.singles[b]! - less.b) + BACKED.two);
  const lexicalAb = lexicalCount(lexical, twoOf(a, b));
  const backThree = lexicalAb === 0 ? two : LEXICAL.three * (lexicalCount(lexical, threeOf(a, b, c)) / lexicalAb) + (1 - LEXICAL.three) * two;
  const three = (Math.max(0, countOfThree(grams, a, b, c) - less.abc) + BACKED.three * backThree) / (Math.max(0, countOfTwo(grams, a, b) - less.ab) + BACKED.three);
  return Math.log(three);
}
