import { needsSpace } from '../../model/reading.ts';
import type { Box } from './region.ts';

/** A word of a line. `apart`: the file says that a space stands before it, and how wide it is where it says that; null: it says none. */
export type Word = { readonly text: string; readonly box: Box | null; readonly apart: { readonly width: number | null } | null };

/** From this part of a character on a space between Chinese characters is one that was set, not the usual distance of characters. */
const SET = 0.6;

/**
 * The words of a line as its text. Between Chinese characters, where programs that read print put a space after whatever they take for a word, a space
 * counts only where it is wide; elsewhere words are parted as the file says, and by a space where it never says.
 */
export function joinWords(words: readonly Word[]): string {
  const says = words.some(({ apart }) => apart !== null);
  let out = '';
  let before: Word | null = null;
  for (const word of words) {
    if (word.text === '') continue;
    if (before !== null) out += isApart(before, word, says) ? ' ' : '';
    out += word.text;
    before = word;
  }
  return out;
}

function isApart(before: Word, word: Word, says: boolean): boolean {
  if (needsSpace(before.text, word.text)) return !says || word.apart !== null;
  const wide = word.apart?.width ?? distance(before.box, word.box);
  const high = before.box === null ? null : Math.min(before.box.bottom - before.box.top, before.box.right - before.box.left);
  return word.apart !== null && wide !== null && high !== null && wide >= SET * high;
}

/** How far apart two words stand, along the line or down it; null where it cannot be told. */
function distance(one: Box | null, other: Box | null): number | null {
  if (one === null || other === null) return null;
  return Math.max(other.left - one.right, other.top - one.bottom, one.left - other.right);
}
