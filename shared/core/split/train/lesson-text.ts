import { type Result, fail, ok } from '#util/result.ts';

/** A misread place of a piece: at `offset` stands `printed` where `meant` is right (either may be empty). */
export type Misread = { readonly offset: number; readonly meant: string; readonly printed: string };
/** What is lost at a place of a piece, and there is nothing in the page to say so. */
export type Lost = { readonly offset: number; readonly text: string };
/** What stands in one block: the text of the page, and what is wrong with it. Offsets are UTF-16, counted in `text`. */
export type Piece = { readonly text: string; readonly misread: readonly Misread[]; readonly lost: readonly Lost[] };

/** `edge`: how the line ends. `cut`: with characters lost that the next part does not have either; `truncated`: in mid-sentence. */
export type Marked = { readonly pieces: readonly Piece[]; readonly end: 'whole' | 'cut' | 'truncated' };

export type MarkError = 'stray-mark' | 'empty-piece';

const MARK = /\{([^{}/|[\]~]*)\/([^{}/|[\]~]*)\}|\[([^{}|[\]~]+)\](?=\||$)|~~([^{}|[\]~]+)~~$|(\|)|(⏎)|[{}[\]]|~~/gu;

/** Reads the marks inside a line of a lesson (resources/lessons/README.md): cuts, lost and misread characters, line ends. */
export function readMarks(line: string): Result<Marked, MarkError> {
  const pieces: Piece[] = [];
  let text = '';
  let misread: Misread[] = [];
  let lost: Lost[] = [];
  let end: Marked['end'] = 'whole';
  let from = 0;
  for (const mark of line.matchAll(MARK)) {
    const [whole, meant, printed, inCut, atEnd, cut, lineEnd] = mark;
    text += line.slice(from, mark.index);
    from = mark.index + whole.length;
    if (meant !== undefined && printed !== undefined) {
      if (meant === printed) return fail('stray-mark');
      misread.push({ offset: text.length, meant, printed });
      text += printed;
    } else if (inCut !== undefined) {
      lost.push({ offset: text.length, text: inCut });
      if (from === line.length) end = 'cut';
    } else if (atEnd !== undefined) {
      lost.push({ offset: text.length, text: atEnd });
      end = 'truncated';
    } else if (cut !== undefined) {
      pieces.push({ text, misread, lost });
      [text, misread, lost] = ['', [], []];
    } else if (lineEnd !== undefined) {
      text += '\n';
    } else {
      return fail('stray-mark');
    }
  }
  pieces.push({ text: text + line.slice(from), misread, lost });
  // The page has nothing at the edges of a block but its distance to the next.
  if (pieces.some((piece) => piece.text === '' || piece.text.trim() !== piece.text || /\n\s*\n/.test(piece.text))) return fail('empty-piece');
  return ok({ pieces, end });
}

/** The text that a piece has once its misread places are mended. */
export function mended({ text, misread }: Piece): string {
  return misread.reduceRight((right, { offset, meant, printed }) => right.slice(0, offset) + meant + right.slice(offset + printed.length), text);
}
