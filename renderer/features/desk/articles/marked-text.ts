import type { Issue } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { pieceLength } from '#core/model/pieces.ts';
import { markedUpText } from '#core/model/reading.ts';
import type { Translate } from '#strings/index.ts';
import type { Mark, Marked } from '../../../ui/text-editor/index.ts';
import type { View } from '../../../state/desk-view.ts';
import { runsOf } from '../passage-runs.ts';
import { gapLabel } from './passage-text.tsx';

/** A passage as the text editor shows it: its marked-up text, and what is said about it. In the emended view what is struck is folded away. */
export function markedText(source: Issue['source'], pieces: readonly Piece[], t: Translate, view: View, verse: boolean): Marked {
  const isEmended = view === 'emended';
  const text = markedUpText(source, pieces);
  const marks: Mark[] = [];
  let from = 0;
  for (const piece of pieces) {
    const to = from + pieceLength(piece);
    if (piece.kind === 'struck' && isEmended) marks.push({ kind: 'fold', from, to, space: false });
    else if (piece.kind === 'struck' || (piece.kind === 'added' && !isEmended)) marks.push({ kind: piece.kind, from, to });
    else if (piece.kind === 'gap') marks.push({ kind: 'gap', from, to, label: gapLabel(t, piece.extent) });
    from = to;
  }
  // What the runs leave out between two stretches of text is a line end: it is folded away here too. One that is kept is a line feed of the text itself.
  let end = 0;
  let space = false;
  for (const run of runsOf(source, pieces, 'marked', verse)) {
    if (run.kind === 'seam' && !isEmended) marks.push({ kind: 'seam', from: run.from, label: t('desk.joined') });
    if (run.kind === 'seam' || run.kind === 'space' || (run.kind === 'line' && run.text === '')) {
      space ||= run.kind !== 'seam';
      continue;
    }
    if (run.from > end) marks.push({ kind: 'fold', from: end, to: run.from, space });
    end = run.from + (run.kind === 'gap' ? 1 : run.text.length);
    space = false;
  }
  if (text.length > end) marks.push({ kind: 'fold', from: end, to: text.length, space: false });
  return { text, marks };
}
