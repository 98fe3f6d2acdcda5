import type { Piece } from '#core/model/piece.ts';
import { pieceLength } from '#core/model/pieces.ts';
import { LINE_END } from '#core/model/line-end.ts';
import { GAP_MARK, pieceText, seam } from '#core/model/reading.ts';
import type { Reason } from '#core/model/reason.ts';
import type { View } from '../../state/desk-view.ts';

/**
 * A stretch of a passage as it is drawn. `from` is where it stands in the marked-up text; the text of a run is exactly the stretch from there,
 * so that a place clicked on can be told.
 */
export type Run =
  | { readonly kind: 'kept'; readonly from: number; readonly text: string }
  | { readonly kind: 'struck' | 'added'; readonly from: number; readonly text: string; readonly why: Reason }
  | { readonly kind: 'gap'; readonly from: number; readonly extent: number | null; readonly why: Reason }
  | { readonly kind: 'seam'; readonly from: number } // joined here
  | { readonly kind: 'space'; readonly from: number } // a line end that reads as a space
  | { readonly kind: 'line'; readonly from: number; readonly text: '\n' | '' }; // a line end that is kept; '' where the text has no line feed there

/** The parts of a text between its line ends, with where each begins, and where the line feed before it is, if there is one. */
function lines(text: string): readonly { readonly at: number; readonly text: string; readonly feed: number }[] {
  const parts: { at: number; text: string; feed: number }[] = [];
  let [at, feed] = [0, -1];
  for (const match of text.matchAll(LINE_END)) {
    parts.push({ at, text: text.slice(at, match.index), feed });
    at = match.index + match[0].length;
    feed = text.lastIndexOf('\n', at - 1) >= match.index ? text.lastIndexOf('\n', at - 1) : -1;
  }
  return [...parts, { at, text: text.slice(at), feed }];
}

/** A passage as runs, in one of its three readings; `verse` keeps its lines. Only the marked-up one shows where it was joined. */
export function runsOf(source: string, pieces: readonly Piece[], view: View, verse = false): readonly Run[] {
  const runs: Run[] = [];
  let end: number | null = null; // of the source text seen last
  let before = ''; // the text shown last
  let from = 0;
  const show = (run: Run & { readonly text: string }) => {
    if (run.text === '') return;
    runs.push(run);
    before = run.text;
  };
  const part = (after: string, at: number, feed: number) => {
    const between = seam(before, after, verse);
    if (between === ' ') runs.push({ kind: 'space', from: at });
    else if (between === '\n' && before !== '' && after !== '') runs.push(feed < 0 ? { kind: 'line', from: at, text: '' } : { kind: 'line', from: feed, text: '\n' });
  };
  for (const piece of pieces) {
    const text = pieceText(source, piece);
    if (piece.kind === 'gap') {
      if (view === 'marked') runs.push({ kind: 'gap', from, extent: piece.extent, why: piece.why });
      else if (view === 'emended') show({ kind: 'kept', from, text: GAP_MARK.repeat(piece.extent ?? 1) });
      before = GAP_MARK;
    } else if (piece.kind === 'added') {
      if (view === 'marked') show({ kind: 'added', from, text, why: piece.why });
      else if (view === 'emended') show({ kind: 'kept', from, text });
    } else {
      const jumps = end !== null && end !== piece.range.from;
      end = piece.range.to;
      if (view === 'emended' && piece.kind === 'struck') {
        from += pieceLength(piece);
        continue;
      }
      if (jumps) part(text, from, -1);
      if (jumps && view === 'marked') runs.push({ kind: 'seam', from });
      for (const [i, line] of lines(text).entries()) {
        if (i > 0) part(line.text, from + line.at, line.feed < 0 ? -1 : from + line.feed);
        const shown = { from: from + line.at, text: line.text };
        show(piece.kind === 'struck' && view === 'marked' ? { ...shown, kind: 'struck', why: piece.why } : { ...shown, kind: 'kept' });
      }
    }
    from += pieceLength(piece);
  }
  return trimmed(runs);
}

/** The runs without blanks at the passage's two ends. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const first = runs[0];
  if (first?.kind !== 'kept') return runs;
  const text = first.text.replace(/^[\p{White_Space}\uFEFF\u200B]+/u, '');
  if (text === first.text) return runs;
  return [...(text ? [{ ...first, from: first.from + first.text.length - text.length, text }] : []), ...runs.slice(1)];
}
