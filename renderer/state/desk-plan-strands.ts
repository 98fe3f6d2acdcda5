import { applyAll } from '#core/edits/apply.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Range } from '#core/model/piece.ts';
import { dealEdits } from '#core/strands/deal.ts';
import { flip, flipRun, partnerOf, strandsOf } from '#core/strands/strands.ts';
import { fail, ok } from '#util/result.ts';
import { articleOf, outlineOf } from './desk-outline.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';

/** The two articles that a deal is about; null where there is none. */
export function articlesOfDeal({ issue, selected }: PlanContext): readonly [ArticleId, ArticleId] | null {
  const article = articleOf(issue, selected[0] ?? null);
  const partner = article && partnerOf(issue, article.id, 'above');
  return partner ? [article.id, partner] : null;
}

/** The passage that holds the beginning of a stretch of the source. */
function holderOf(issue: Issue, { from }: Range): PassageId | null {
  const holds = outlineOf(issue).stops.find(({ passage }) => passage.pieces.some((piece) => (piece.kind === 'kept' || piece.kind === 'struck') && piece.range.from <= from && from < piece.range.to));
  return holds?.passage.id ?? null;
}

/**
 * The selected passages go to the other of two articles that are mixed up, each where the source has it, and ends that meet there are joined. With `run`
 * what follows the first of them goes along, as far as nothing of the other article comes between in the source.
 */
export function planFlip(context: PlanContext, run: boolean): Planned {
  const { issue, selected, mint } = context;
  if (!articleOf(issue, selected[0] ?? null)) return fail(selected.length === 0 ? 'nothing-selected' : 'not-in-an-article');
  const articles = articlesOfDeal(context);
  const strands = articles && strandsOf(issue, ...articles);
  if (!strands) return fail('no-other-article');
  const { fragments } = strands;
  const first = fragments.findIndex(({ passage }) => passage === selected[0]);
  const { passage, source, was } = fragments[first]!;
  const own = fragments.flatMap((fragment, place) => (fragment.was === was && selected.includes(fragment.passage) ? [place] : []));
  const edits = dealEdits(run ? flipRun(strands, first) : own.reduce(flip, strands), mint());
  if (!edits.ok) return fail('nothing-left');
  const after = applyAll(issue, edits.value);
  const holder = after.ok && source ? holderOf(after.value, source) : null;
  return ok({ label: 'deal', edits: edits.value, select: only(holder ?? passage) });
}
