import { applyAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Article, Issue } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import { invariant } from '#util/invariant.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { stopOf } from './desk-outline.ts';
import { planMerge, planSplit } from './desk-plan-articles.ts';
import type { Plan, PlanContext, Refusal } from './desk-plan.ts';

export type PreviewKind = 'split' | 'merge';

/** One article as it would be: its place on the page from 1, what it is headed, how many passages it has. */
export type PreviewArticle = { readonly number: number; readonly head: string; readonly passages: number };

/** What an act would result in, worked out on a copy. */
export type Preview = {
  readonly kind: PreviewKind;
  readonly at: PassageId; // the rule is drawn before it, or taken away there
  readonly plan: Plan; // does it, if the page still is `before`
  readonly before: Issue;
  readonly after: Issue;
  readonly articles: readonly PreviewArticle[]; // of a split the two, of a merge the one
};

const HEAD = 24; // characters

/** What an article is headed; without a headline, how it begins. */
function headOf(source: string, { passages }: Article): string {
  const headline = passages.filter(({ role }) => role === 'headline');
  const text = (headline.length > 0 ? headline : passages.slice(0, 1)).map(({ pieces }) => readPieces(source, pieces, 'emended')).join('').trim();
  const characters = [...text];
  return characters.length > HEAD ? `${characters.slice(0, HEAD).join('')}…` : text;
}

function articleAt({ source, articles }: Issue, position: number): PreviewArticle {
  const article = articles[position];
  invariant(article, 'a preview speaks of articles that are there');
  return { number: position + 1, head: headOf(source, article), passages: article.passages.length };
}

/** Works out what a split or merge would result in: the plan of that act, made on a copy of the page. */
export function previewOf(kind: PreviewKind, context: PlanContext): Result<Preview, Refusal> {
  const planned = kind === 'split' ? planSplit(context) : planMerge(context);
  if (!planned.ok) return planned;
  const { issue: before, selected } = context;
  const made = applyAll(before, withFirstTouch(before, planned.value.edits));
  invariant(made.ok, 'what is planned fits the page it is planned on');
  const stop = stopOf(before, selected[0] ?? null);
  invariant(stop, 'a plan was made for it');
  const at = kind === 'split' ? stop.passage.id : before.articles[stop.article]!.passages[0]!.id;
  const positions = kind === 'split' ? [stop.article, stop.article + 1] : [stop.article - 1];
  return ok({ kind, at, plan: planned.value, before, after: made.value, articles: positions.map((position) => articleAt(made.value, position)) });
}
