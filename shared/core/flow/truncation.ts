import type { Shape } from '../parse/shape.ts';
import type { Reason } from '../model/reason.ts';

/** That a paragraph lacks its end: how sure (0..1), and why. */
export type Truncation = { readonly confidence: number; readonly reasons: readonly Reason[] };

/** How often such a paragraph lacked its end on pages whose truth is known, and what an open quotation or a word that wants another adds. */
const CONFIDENCE: Readonly<Record<Following, number>> = { text: 0.35, 'no-text': 0.6, 'end-of-page': 0.85 };
const TOLD = 0.1;

const PROSE = 24; // full-width characters: shorter lines may be verse, a list, a question

/** What follows a paragraph in its article, as far as its end is concerned: more text, no text, or the end of the page's last article. */
export type Following = 'text' | 'no-text' | 'end-of-page';

/**
 * Judges a paragraph by the last block it is made of; null if it ends as paragraphs do. A paragraph that breaks off while its article goes on is more often
 * one whose rest stands elsewhere on the page.
 */
export function truncationOf(last: Shape, following: Following): Truncation | null {
  const { ending, unclosed, dangling, width, sentences, spaces } = last;
  const open = ending === 'han' || ending === 'latin' || ending === 'pause' || ending === 'open';
  if (!open) return null;
  const reasons: Reason[] = [{ id: 'split.reason.no-final-mark' }];
  if (unclosed) reasons.push({ id: 'split.reason.quotation-open' });
  if (dangling) reasons.push({ id: 'split.reason.dangling-word' });
  if (width <= PROSE && !unclosed) return null;
  const listed = sentences === 0 && spaces > 1; // items set off by blanks
  if (listed && !unclosed) return null;
  return { confidence: CONFIDENCE[following] + (unclosed || dangling ? TOLD : 0), reasons };
}
