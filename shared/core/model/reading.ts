import { isBlank as isBlankUnit } from '../parse/characters.ts';
import { LINE_END, hasLineEnd } from './line-end.ts';
import { pieceLength } from './pieces.ts';
import type { Passage } from './issue.ts';
import type { Piece } from './piece.ts';
import { isVerse } from './verse.ts';

/** How a passage is read: `printed` is the source as it stands on the page, `emended` is the text as corrected. */
export type Reading = 'printed' | 'emended';

/** Stands for lost text wherever a reading has to show it: U+25A1, the white square of Chinese editions. */
export const GAP_MARK = '□';

/** The character that a gap takes in the marked-up text. */
export const GAP_PLACE = '\uFFFC';

const BLANK = /[\p{White_Space}\uFEFF\u200B]/u;
const BLANK_RUN = /^[\p{White_Space}\uFEFF\u200B]*$/u;

/** Blanks at the ends. What looks behind has each stretch of blanks inside the text tried once, not from each of its blanks. */
const ENDS = /^[\p{White_Space}\uFEFF\u200B]+|(?<![\p{White_Space}\uFEFF\u200B])[\p{White_Space}\uFEFF\u200B]+$/gu;

const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;

/** Whether a character is blank: Unicode white space, U+FEFF or U+200B. `character` is one code point. */
export function isBlank(character: string): boolean {
  return BLANK.test(character);
}

/** The marked-up text: kept, struck and added text in order, a gap as U+FFFC. All positions in edits count in it. */
export function markedUpText(source: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => pieceText(source, piece)).join('');
}

/** What one piece contributes to the marked-up text. */
export function pieceText(source: string, piece: Piece): string {
  switch (piece.kind) {
    case 'kept':
    case 'struck':
      return source.slice(piece.range.from, piece.range.to);
    case 'added':
      return piece.text;
    case 'gap':
      return GAP_PLACE;
  }
}

/** Whether a space belongs between two stretches of text that a line end parts: not beside Chinese characters, nor where a blank stands. */
export function needsSpace(before: string, after: string): boolean {
  const left = Array.from(before.slice(-2)).at(-1);
  const right = Array.from(after.slice(0, 2))[0];
  if (left === undefined || right === undefined || isBlank(left) || isBlank(right)) return false;
  return !CHINESE.test(left) && !CHINESE.test(right);
}

/** What a seam of two stretches of source reads as. */
export const seam = (before: string, after: string, verse: boolean): '' | ' ' | '\n' => (verse ? '\n' : needsSpace(before, after) ? ' ' : '');

/** Line ends inside a paragraph read as nothing beside Chinese characters and as a space otherwise. */
function foldLines(text: string): string {
  if (!hasLineEnd(text)) return text;
  const lines = text.split(LINE_END);
  return lines.reduce((out, line) => out + (needsSpace(out, line) ? ' ' : '') + line, '');
}

/** Lines that stand for themselves: each without blanks at its ends, none empty. */
function keepLines(text: string): string {
  return text.split(LINE_END).filter((line) => line !== '').join('\n');
}

/**
 * A text as one paragraph, without blanks at its ends; where lines are kept (`verse`) they are parted by line feeds.
 * In `printed` struck text stands and added text does not; in `emended` it is the other way round, and a gap shows as a white square.
 */
export function readPieces(source: string, pieces: readonly Piece[], reading: Reading, verse = false): string {
  let out = '';
  let end: number | null = null; // where the source text read last ended, to tell a jump from a seam of one run
  for (const piece of pieces) {
    if (pieceLength(piece) === 0) continue;
    if (piece.kind === 'kept' || (piece.kind === 'struck' && reading === 'printed')) {
      const text = source.slice(piece.range.from, piece.range.to);
      const jumps = end !== null && end !== piece.range.from && BLANK_RUN.test(source.slice(end, piece.range.from));
      out += (jumps ? seam(out, text, verse) : '') + text;
      end = piece.range.to;
    } else if (piece.kind === 'struck') {
      end = piece.range.to;
    } else if (reading === 'emended') {
      out += piece.kind === 'added' ? piece.text : GAP_MARK.repeat(piece.extent ?? 1);
    }
  }
  return withoutEnds(verse ? keepLines(out) : foldLines(out));
}

/** A text without blanks at its ends. */
function withoutEnds(text: string): string {
  if (text === '' || !(isBlankUnit(text.charCodeAt(0)) || isBlankUnit(text.charCodeAt(text.length - 1)))) return text;
  return text.replace(ENDS, '');
}

/** A passage's text: verse with its lines, all else as one paragraph. */
export const readPassage = (source: string, passage: Pick<Passage, 'role' | 'pieces'>, reading: Reading): string =>
  readPieces(source, passage.pieces, reading, isVerse(source, passage));
