import type { Status } from '#core/model/issue.ts';

/** The status of a page whose articles have these. `done`: all of them are approved and its aside is confirmed. */
export function pageStatus(articles: readonly Status[], done: boolean): Status {
  if (done) return 'approved';
  if (articles.includes('problem')) return 'problem';
  return articles.every((status) => status === 'new') ? 'new' : 'in-work';
}
