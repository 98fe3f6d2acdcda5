import { LINE_END } from './line-end.ts';
import type { Piece } from './piece.ts';
import { pieceLength } from './pieces.ts';
import { GAP_MARK, isBlank, needsSpace, seam } from './reading.ts';
import type { Reading } from './reading.ts';

/** A stretch of the text as it stands in the pieces, and what it reads as. */
type Cut = { readonly from: number; readonly to: number; readonly put: string };

/**
 * What each piece contributes to a reading: the texts, one a piece, that put together are what `readPieces` reads. What a line end or a seam reads as
 * goes with the piece that it stands in or before; blanks at the ends of the whole are nobody's.
 */
export function readSegments(source: string, pieces: readonly Piece[], reading: Reading, verse = false): readonly string[] {
  const parts = partsOf(source, pieces, reading, verse);
  const out = parts.join('');
  const cuts = verse ? lineCuts(out) : foldCuts(out);
  return trimmed(cuts.length === 0 ? parts : cutParts(parts, out, cuts));
}

const isAllBlank = (text: string): boolean => Array.from(text).every(isBlank);

function partsOf(source: string, pieces: readonly Piece[], reading: Reading, verse: boolean): readonly string[] {
  let end: number | null = null;
  let tail = ''; // what was read last
  return pieces.map((piece) => {
    if (pieceLength(piece) === 0) return '';
    let part = '';
    if (piece.kind === 'kept' || (piece.kind === 'struck' && reading === 'printed')) {
      const { from, to } = piece.range;
      const text = source.slice(from, to);
      const jumps = end !== null && end !== from && isAllBlank(source.slice(end, from));
      part = (jumps ? seam(tail, text, verse) : '') + text;
      end = to;
    } else if (piece.kind === 'struck') {
      end = piece.range.to;
    } else if (reading === 'emended') {
      part = piece.kind === 'added' ? piece.text : GAP_MARK.repeat(piece.extent ?? 1);
    }
    tail = lastOf(tail, part);
    return part;
  });
}

/** The last two units of a text and what follows it: as much as a seam looks at. */
const lastOf = (before: string, after: string): string => (after.length > 1 ? after.slice(-2) : (before + after).slice(-2));

/** Line ends inside a paragraph. */
function foldCuts(out: string): readonly Cut[] {
  const ends = [...out.matchAll(LINE_END)];
  const cuts: Cut[] = [];
  let tail = ends[0] ? out.slice(0, ends[0].index) : '';
  for (const [k, end] of ends.entries()) {
    const to = end.index + end[0].length;
    const line = out.slice(to, ends[k + 1]?.index ?? out.length);
    const put = needsSpace(tail, line) ? ' ' : '';
    cuts.push({ from: end.index, to, put });
    tail = lastOf(tail, put + line);
  }
  return cuts;
}

/** Line ends of lines that stand for themselves: none of them is empty. */
function lineCuts(out: string): readonly Cut[] {
  const ends = [...out.matchAll(LINE_END)];
  let any = ends[0] !== undefined && ends[0].index > 0;
  return ends.map((end, k) => {
    const to = end.index + end[0].length;
    const isLine = (ends[k + 1]?.index ?? out.length) > to;
    const put = any && isLine ? '\n' : '';
    any ||= isLine;
    return { from: end.index, to, put };
  });
}

function cutParts(parts: readonly string[], out: string, cuts: readonly Cut[]): readonly string[] {
  let start = 0;
  let next = 0;
  return parts.map((part) => {
    const end = start + part.length;
    let [text, at] = ['', start];
    // A line end that began in the part before and goes on in this one.
    const open = cuts[next - 1];
    if (open && open.to > at) at = Math.min(end, open.to);
    for (let cut = cuts[next]; cut && cut.from < end; cut = cuts[next]) {
      text += out.slice(at, cut.from) + cut.put;
      at = Math.min(end, cut.to);
      next += 1;
    }
    text += out.slice(at, end);
    start = end;
    return text;
  });
}

/** Without the blanks at the ends of the whole. */
function trimmed(parts: readonly string[]): readonly string[] {
  const out = [...parts];
  for (let k = 0; k < out.length; k += 1) {
    out[k] = out[k]!.replace(/^[\p{White_Space}\uFEFF\u200B]+/u, '');
    if (out[k] !== '') break;
  }
  for (let k = out.length - 1; k >= 0; k -= 1) {
    const text = out[k]!;
    let end = text.length;
    while (end > 0 && isBlank(text[end - 1]!)) end -= 1;
    out[k] = text.slice(0, end);
    if (end > 0) break;
  }
  return out;
}
