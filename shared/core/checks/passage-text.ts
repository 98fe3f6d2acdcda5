import type { Piece, Range } from '../model/piece.ts';
import { pieceLength } from '../model/pieces.ts';
import { LINE_END } from '../model/line-end.ts';
import { GAP_MARK, isBlank, needsSpace, pieceText } from '../model/reading.ts';

/** A passage as emended, and for each UTF-16 unit of that where it stands in the marked-up text. A gap shows as white squares. */
export type PassageText = { readonly text: string; readonly at: readonly number[]; readonly pieces: readonly Piece[] };

const allBlank = (text: string): boolean => Array.from(text).every(isBlank);

/** The emended reading of a passage with its places: the text that `readPieces` gives. */
export function passageText(source: string, pieces: readonly Piece[]): PassageText {
  let [raw, from] = ['', 0];
  const places: number[] = [];
  let end: number | null = null;
  for (const piece of pieces) {
    const length = pieceLength(piece);
    if (piece.kind === 'kept' || piece.kind === 'struck') {
      const text = pieceText(source, piece);
      if (piece.kind === 'kept' && length > 0) {
        const jumps = end !== null && end !== piece.range.from && allBlank(source.slice(end, piece.range.from));
        if (jumps && needsSpace(raw, text)) {
          raw += ' ';
          places.push(from);
        }
        raw += text;
        for (let i = 0; i < length; i += 1) places.push(from + i);
      }
      if (length > 0) end = piece.range.to;
    } else {
      const text = piece.kind === 'added' ? piece.text : GAP_MARK.repeat(piece.extent ?? 1);
      raw += text;
      for (let i = 0; i < text.length; i += 1) places.push(from + (piece.kind === 'added' ? i : 0));
    }
    from += length;
  }
  return trimmed(folded(raw, places), pieces);
}

/** Line ends read as nothing beside Chinese characters and as a space otherwise. */
function folded(raw: string, places: readonly number[]): { readonly text: string; readonly at: readonly number[] } {
  if (raw.search(LINE_END) < 0) return { text: raw, at: places };
  let text = '';
  const at: number[] = [];
  let start = 0;
  const take = (line: string) => {
    if (start > 0 && needsSpace(text, line)) {
      text += ' ';
      at.push(places[start - 1]!);
    }
    text += line;
    for (let i = 0; i < line.length; i += 1) at.push(places[start + i]!);
  };
  for (const match of raw.matchAll(LINE_END)) {
    take(raw.slice(start, match.index));
    start = match.index + match[0].length;
  }
  take(raw.slice(start));
  return { text, at };
}

function trimmed({ text, at }: { readonly text: string; readonly at: readonly number[] }, pieces: readonly Piece[]): PassageText {
  let [first, last] = [0, text.length];
  while (first < last && isBlank(text[first]!)) first += 1;
  while (last > first && isBlank(text[last - 1]!)) last -= 1;
  return first === 0 && last === text.length ? { text, at, pieces } : { text: text.slice(first, last), at: at.slice(first, last), pieces };
}

/** Where a stretch of the emended reading stands in the marked-up text. Not empty. */
export function rangeIn({ at }: PassageText, from: number, to: number): Range {
  return { from: at[from]!, to: at[to - 1]! + 1 };
}
