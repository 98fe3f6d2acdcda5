import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For every UTF-16 unit, how surprising it is in a Chinese newspaper: about -log2 of its share of running text. */
export type Commonness = Uint8Array;

/** Nothing that belongs in a text: controls, private use, halves of pairs, characters of other parts of the world. */
const FOREIGN = 20;

/** Bits a character on average. Pages of any kind stay below 12, wrongly decoded ones lie above 14.5 (measured on pages made of dictionary words). */
export const IMPLAUSIBLE = 13.5;

const PUNCTUATION: readonly (readonly [bits: number, characters: string])[] = [
  [5, '，。\n'],
  [6, '、“”　 '],
  [8, '：；！？（）《》\r'],
  [9, '—…‘’·「」『』【】〔〕〈〉％○□■●▲△◆★※－～．﹒'],
];

/** Characters of a two-byte set between two bytes, as its own decoder reads them. */
function plane(encoding: 'gb18030' | 'big5', firstLead: number, lastLead: number, trails: readonly number[]): string {
  const decoder = new TextDecoder(encoding);
  const bytes = new Uint8Array((lastLead - firstLead + 1) * trails.length * 2);
  let at = 0;
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (const trail of trails) {
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
  }
  return decoder.decode(bytes);
}

const span = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * The table. Simplified forms are counted (resources/lexicon/common-characters.json); the word list has no counts for
 * traditional ones, for which the two levels of Big5 and GB 2312 stand in: their makers put the common characters into the first.
 */
export function makeCommonness(charactersByBits: Readonly<Record<string, string>>): Commonness {
  const table = new Uint8Array(0x10000).fill(FOREIGN);
  const cap = (characters: string, bits: number) => {
    for (let i = 0; i < characters.length; i += 1) {
      const unit = characters.charCodeAt(i);
      if (unit !== 0xfffd) table[unit] = Math.min(table[unit] ?? FOREIGN, bits);
    }
  };
  const range = (from: number, to: number, bits: number) => {
    for (let unit = from; unit <= to; unit += 1) table[unit] = Math.min(table[unit] ?? FOREIGN, bits);
  };
  range(0x20, 0x7e, 8);
  range(0x30, 0x39, 6);
  range(0x41, 0x5a, 7);
  range(0x61, 0x7a, 6);
  range(0xff01, 0xff5e, 10);
  range(0xa0, 0x17f, 16);
  range(0x391, 0x3c9, 16);
  range(0x3041, 0x30ff, 15);
  range(0x2150, 0x2169, 13);
  range(0x2460, 0x2473, 13);
  range(0x2010, 0x2bff, 13); // punctuation, arrows, signs, frames
  range(0x3200, 0x33ff, 13); // dates and measures in one character
  range(0xfe30, 0xfe4f, 13);
  range(0x4e00, 0x9fff, 18);
  cap('\t', 9);
  const big5Trails = [...span(0x40, 0x7e), ...span(0xa1, 0xfe)];
  cap(plane('big5', 0xc9, 0xf9, big5Trails), 17);
  cap(plane('gb18030', 0xd8, 0xf7, span(0xa1, 0xfe)), 17);
  cap(plane('gb18030', 0xb0, 0xd7, span(0xa1, 0xfe)), 15);
  cap(plane('big5', 0xa4, 0xc6, big5Trails), 13);
  for (const [bits, characters] of Object.entries(charactersByBits)) cap(characters, Number(bits));
  for (const [bits, characters] of PUNCTUATION) cap(characters, bits);
  range(0xe000, 0xf8ff, FOREIGN);
  return table;
}

/** Reads the counts that stand in the program's resources. */
export function loadCommonness(resourcesPath: string): Commonness {
  const file = JSON.parse(readFileSync(join(resourcesPath, 'lexicon', 'common-characters.json'), 'utf8')) as {
    readonly charactersByBits: Readonly<Record<string, string>>;
  };
  return makeCommonness(file.charactersByBits);
}

/** How many bits the whole text takes: the smaller, the more it looks like Chinese that someone wrote. */
export function surprise(text: string, commonness: Commonness): number {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) bits += commonness[text.charCodeAt(i)] ?? FOREIGN;
  return bits;
}
