import type { Shape } from '../parse/shape.ts';
import type { Reason } from '../model/reason.ts';

/** That a paragraph lacks its end: how sure (0..1), and why. */
export type Truncation = { readonly confidence: number; readonly reasons: readonly Reason[] };

const PROSE = 24; // full-width characters: shorter lines may be verse, a list, a question

/** Judges a paragraph by the last block it is made of; null if it ends as paragraphs do. */
export function truncationOf(last: Shape): Truncation | null {
  const { ending, unclosed, dangling, width, sentences, spaces } = last;
  const open = ending === 'han' || ending === 'latin' || ending === 'pause' || ending === 'open';
  if (!open) return null;
  const reasons: Reason[] = [{ id: 'split.reason.no-final-mark' }];
  if (unclosed) reasons.push({ id: 'split.reason.quotation-open' });
  if (dangling) reasons.push({ id: 'split.reason.dangling-word' });
  if (width <= PROSE && !unclosed) return null;
  const listed = sentences === 0 && spaces > 1; // items set off by blanks
  if (listed && !unclosed) return null;
  return { confidence: unclosed || dangling ? 0.95 : 0.8, reasons };
}
