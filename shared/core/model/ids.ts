import type { Branded } from '#util/brand.ts';

export type PassageId = Branded<'PassageId'>;
export type ArticleId = Branded<'ArticleId'>;

/** Takes a string as a passage's id. Whoever calls it vouches that the string is one. */
export const passageId = (id: string) => id as PassageId;

/** Takes a string as an article's id. Whoever calls it vouches that the string is one. */
export const articleId = (id: string) => id as ArticleId;
