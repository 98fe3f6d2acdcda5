import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Encoding } from '#contract/schemas/file.ts';
import { canEncode } from './legacy-encoder.ts';

const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

let words: readonly (readonly [word: string, frequency: number])[] | null = null;

function allWords(): NonNullable<typeof words> {
  words ??= readFileSync(dictionary, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([word = '', frequency = '0']) => (/^\p{Script=Han}+$/u.test(word) ? [[word, Number(frequency)] as const] : []));
  return words;
}

/** A small generator of pseudo-random numbers in 0..1 (mulberry32), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Makes pages out of the words of jieba's list that can be written in the encoding. `even`: each word is as likely as any other, which makes pages
 * of far rarer characters than any newspaper has; otherwise by frequency.
 */
export function wordPages(encoding: Encoding, even: boolean, random: () => number): (length: number) => string {
  const usable: string[] = [];
  const sums: number[] = [];
  let total = 0;
  for (const [word, frequency] of allWords()) {
    if (!canEncode(word, encoding)) continue;
    total += even ? 1 : frequency;
    usable.push(word);
    sums.push(total);
  }
  const pick = (): string => {
    const at = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return usable[low] ?? '';
  };
  return (length) => {
    let text = '';
    while (text.length < length) {
      text += pick();
      if (text.length % 9 === 0) text += random() < 0.3 ? '。\n' : '，';
    }
    return text.slice(0, length);
  };
}
