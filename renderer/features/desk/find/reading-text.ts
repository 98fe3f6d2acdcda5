import type { Piece } from '#core/model/piece.ts';
import { gapsOf } from '../../../state/desk-plan-text.ts';
import type { View } from '../../../state/desk-view.ts';
import { runsOf } from '../passage-runs.ts';
import type { Run } from '../passage-runs.ts';

/** A passage as it reads, and for each UTF-16 unit of that where it stands in the marked-up text. */
export type ReadingText = { readonly text: string; readonly at: readonly number[] };

const known = new WeakMap<readonly Piece[], { readonly source: string; readonly view: View; readonly texts: readonly ReadingText[] }>();

/**
 * All that a passage reads as in a view. The marked-up one shows two readings at once: as printed and as emended. Where text is lost, the
 * emended reading is taken once with the squares that stand for it and once without them, so that words on both sides are found together.
 */
export function readingTexts(source: string, pieces: readonly Piece[], view: View): readonly ReadingText[] {
  const before = known.get(pieces);
  if (before && before.source === source && before.view === view) return before.texts;
  const gaps = gapsOf(pieces);
  const lost = new Set(gaps);
  const texts: ReadingText[] = [];
  if (view !== 'printed') {
    const emended = runsOf(source, pieces, 'emended');
    texts.push(textOf(emended, lost));
    if (gaps.length > 0) texts.push(textOf(emended.filter(({ from }) => !lost.has(from)), lost));
  }
  if (view === 'printed' || (view === 'marked' && pieces.some(({ kind }) => kind !== 'kept'))) texts.push(textOf(runsOf(source, pieces, 'printed'), lost));
  known.set(pieces, { source, view, texts });
  return texts;
}

/** `gaps`: the places of lost text. Each is one place in the marked-up text, however many squares stand for it. */
function textOf(runs: readonly Run[], gaps: ReadonlySet<number>): ReadingText {
  let text = '';
  const at: number[] = [];
  for (const run of runs) {
    if (run.kind === 'seam' || run.kind === 'gap') continue;
    const words = run.kind === 'space' ? ' ' : run.text;
    const isOnePlace = run.kind === 'space' || gaps.has(run.from);
    text += words;
    for (let i = 0; i < words.length; i += 1) at.push(run.from + (isOnePlace ? 0 : i));
  }
  return { text, at };
}
