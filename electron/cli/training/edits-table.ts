import { SPLIT_EDITS } from '#core/evaluate/edits/act.ts';
import { type Evaluated, placeOf } from './evaluated.ts';

const WORST = 5;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]) => (sum(values) / Math.max(1, values.length)).toFixed(2);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** How many edits lead from what was found to the truth: by page, by true article, by kind; with the pages that need most. */
export function editsLines(pages: readonly Evaluated[], folder: string): readonly string[] {
  const byPage = pages.map(({ edits }) => edits.length);
  const byArticle = pages.flatMap(({ truth, edits }) => truth.articles.map((_, index) => edits.filter(({ article }) => article === index).length));
  const kinds = SPLIT_EDITS.map((kind) => ({ kind, count: sum(pages.map(({ edits }) => edits.filter((edit) => edit.kind === kind).length)) }));
  const bounded = sum(pages.map((page) => page.bounded));
  const worst = pages.filter(({ edits }) => edits.length > 0).toSorted((a, b) => b.edits.length - a.edits.length).slice(0, WORST);
  const none = byArticle.filter((count) => count === 0).length;
  return [
    `  ${sum(byPage)} edits`,
    `  a page     mean ${mean(byPage)}  median ${median(byPage)}  most ${Math.max(0, ...byPage)}`,
    `  an article mean ${(sum(byPage) / Math.max(1, byArticle.length)).toFixed(2)}  median ${median(byArticle)}  most ${Math.max(0, ...byArticle)}  none for ${none} of ${byArticle.length}`,
    `  of a kind  ${kinds.filter(({ count }) => count > 0).map(({ kind, count }) => `${kind} ${count}`).join(', ') || 'none'}`,
    ...(bounded > 0 ? [`  in ${bounded === 1 ? 'one place' : `${bounded} places`} the fewest were too dear to find; a way that works is counted there`] : []),
    ...worst.map((page) => `  ${String(page.edits.length).padStart(3)} on ${placeOf(page, page.edits.reduce((first, { block }) => Math.min(first, block), Infinity), folder)}`),
  ];
}
