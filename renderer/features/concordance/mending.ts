import type { MendedCounts } from '#contract/schemas/concordance.ts';
import type { Translate } from '#strings/index.ts';

/** What the acts of the history are called that mend many places at once. */
export const MENDING: readonly string[] = ['mend-everywhere', 'apply-rule'];

/** How many places an entry or a rule mended, and in how many of them that was taken back. */
export function doneText(t: Translate, { places: count, back, pages }: MendedCounts): string {
  if (back === 0) return t('concordance.done', { count, pages });
  return back >= count ? t('concordance.done-all-back', { count, pages }) : t('concordance.done-some-back', { count, pages, back });
}
