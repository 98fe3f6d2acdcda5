import type { Edit } from '#core/edits/edit.ts';
import { mergeWithAbove, splitHere } from '#core/edits/plan.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Article, Status, TopicRef } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import { articleOf, articlePosition, stopOf } from './desk-outline.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';

/** A new article begins at the first selected passage. */
export function planSplit({ issue, selected, mint }: PlanContext): Planned {
  const stop = stopOf(issue, selected[0] ?? null);
  if (!stop) return fail('nothing-selected');
  if (stop.article < 0) return fail('not-in-an-article');
  if (stop.index === 0) return fail('already-first');
  return ok({ label: 'split', edits: splitHere(issue, stop.passage.id, mint()), select: only(stop.passage.id) });
}

/** The selected article goes on the one above it. */
export function planMerge({ issue, selected }: PlanContext): Planned {
  const stop = stopOf(issue, selected[0] ?? null);
  const article = stop && issue.articles[stop.article];
  if (!stop) return fail('nothing-selected');
  if (!article) return fail('not-in-an-article');
  if (stop.article === 0) return fail('nothing-above');
  return ok({ label: 'merge', edits: mergeWithAbove(issue, article.id), select: only(stop.passage.id) });
}

/** The selected article changes places with its neighbour. */
export function planReorder({ issue, selected }: PlanContext, step: 1 | -1): Planned {
  const article = articleOf(issue, selected[0] ?? null);
  if (!article) return fail('not-in-an-article');
  const at = articlePosition(issue, article.id);
  if (at + step < 0 || at + step >= issue.articles.length) return fail('at-the-edge');
  const after = step > 0 ? issue.articles[at + 1]!.id : (issue.articles[at - 2]?.id ?? null);
  return ok({ label: 'reorder', edits: [{ kind: 'reorder', article: article.id, after }], select: null });
}

/** An article is put behind another (null: first on the page). */
export function planPlace(context: PlanContext, article: ArticleId, after: ArticleId | null): Planned {
  const at = articlePosition(context.issue, article);
  if (after === article || (context.issue.articles[at - 1]?.id ?? null) === after) return fail('at-the-edge');
  return ok({ label: 'reorder', edits: [{ kind: 'reorder', article, after }], select: null });
}

/** The selected article gets a status. Approving one that is approved changes nothing and is no entry. */
export function planStatus({ issue, selected }: PlanContext, status: Status): Planned {
  const article = articleOf(issue, selected[0] ?? null);
  if (!article) return fail('not-in-an-article');
  const edits: Edit[] = article.status === status ? [] : [{ kind: 'setStatus', article: article.id, status }];
  return ok({ label: status === 'approved' ? 'approve' : 'set-status', edits, select: null });
}

/** Every article of the page that is not approved yet, as one act. */
export function planApprovePage({ issue }: PlanContext): Planned {
  const open = issue.articles.filter(({ status }) => status !== 'approved');
  return ok({ label: 'approve-page', edits: open.map(({ id }): Edit => ({ kind: 'setStatus', article: id, status: 'approved' })), select: null });
}

/** The articles of the selected passages, each once. */
export const articlesOf = ({ issue, selected }: PlanContext): readonly Article[] => [...new Set(selected.map((id) => articleOf(issue, id)).filter((article) => article !== null))];

/** A topic is put on the articles of the selected passages that do not have it. Where all have it, nothing is done. */
export function planAddTopic(context: PlanContext, topic: TopicRef): Planned {
  const articles = articlesOf(context);
  if (articles.length === 0) return fail('not-in-an-article');
  const edits = articles.filter((article) => !hasTopic(article, topic)).map(({ id, topics }): Edit => ({ kind: 'setTopics', article: id, topics: [...topics, topic] }));
  return ok({ label: 'tag', edits, select: null });
}

const hasTopic = ({ topics }: Pick<Article, 'topics'>, { scheme, id }: TopicRef): boolean => topics.some((one) => one.scheme === scheme && one.id === id);

/** A topic is put on the articles of the selected passages that do not have it; if all have it, it is taken off. */
export function planTopic(context: PlanContext, topic: TopicRef): Planned {
  const articles = articlesOf(context);
  if (articles.length === 0 || !articles.every((article) => hasTopic(article, topic))) return planAddTopic(context, topic);
  const without = ({ topics }: Article) => topics.filter(({ scheme, id }) => scheme !== topic.scheme || id !== topic.id);
  return ok({ label: 'untag', edits: articles.map((article): Edit => ({ kind: 'setTopics', article: article.id, topics: without(article) })), select: null });
}
