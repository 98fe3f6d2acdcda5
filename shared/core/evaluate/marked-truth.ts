import type { TrueBlock, Truth } from '../split/train/truth.ts';

/** A block as the truth files of the evaluation mark it. `article`: the id of its article, also for banners that belong to one. */
export type MarkedBlock = TrueBlock & { readonly text: string; readonly article: string | null; readonly duplicate_of?: number };

/** An article as the truth files have it. `headlines`: every reading of the headline that will do. */
export type MarkedArticle = {
  readonly id: string;
  readonly headline: string;
  readonly headlines?: readonly string[];
  readonly body: readonly string[]; // clean paragraphs, subheads in place
  readonly blocks: readonly number[]; // in reading order
  readonly tags: readonly string[]; // among them `truncated`
};

/** A truth file with all that is measured against it. */
export type MarkedTruth = { readonly blocks: readonly MarkedBlock[]; readonly articles: readonly MarkedArticle[] };

/** Whether a truth file says all that is measured; what is only learned from says less. */
export function isMarked(truth: Truth): truth is MarkedTruth {
  const has = (value: object, ...names: readonly string[]) => names.every((name) => name in value);
  return truth.blocks.every((block) => has(block, 'text', 'article')) && truth.articles.every((article) => has(article, 'id', 'headline', 'body', 'tags'));
}
