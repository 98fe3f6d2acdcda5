import { type Role, isArticleRole } from '../../model/role.ts';
import type { PageReport } from '../../split/page-report.ts';
import type { MarkedTruth } from '../marked-truth.ts';

/** What was made of a page, in terms of its blocks, so that it can be held against the truth. */
export type Found = {
  readonly articles: readonly { readonly blocks: readonly number[]; readonly headline: string; readonly body: readonly string[]; readonly truncated: boolean }[];
  readonly articleOf: ReadonlyMap<number, number>; // of blocks in articles
  readonly roleOf: (block: number) => Role; // furniture if nothing is said of a block in no article
  readonly duplicates: ReadonlySet<number>;
  readonly joins: readonly (readonly [number, number])[];
  readonly truncatedAt: ReadonlySet<number>; // blocks in whose articles text is said to be missing
};

/**
 * Reads a page report. Either copy of a repeated block may be the one set aside: where the first was, the two are taken for each other,
 * so that it is no mistake in any measure.
 */
export function foundOf(truth: MarkedTruth, report: PageReport): Found {
  const said = new Map<number, Role>();
  for (const roles of [report.roles, ...report.articles.map((article) => article.roles)]) {
    for (const [block, role] of Object.entries(roles)) said.set(Number(block), role);
  }
  const found = report.findings.filter(({ kind }) => kind === 'duplicate').map(({ block }) => block);
  const duplicates = new Set([...found, ...[...said].flatMap(([block, role]) => (role === 'duplicate' ? [block] : []))]);
  const swapped = new Map<number, number>();
  for (const { index, duplicate_of: first } of truth.blocks) {
    if (first === undefined || !duplicates.has(first) || duplicates.has(index) || swapped.has(first)) continue;
    swapped.set(first, index);
    swapped.set(index, first);
  }
  const as = (block: number) => swapped.get(block) ?? block;
  const roles = new Map([...said].map(([block, role]) => [as(block), role]));
  for (const block of found) roles.set(as(block), 'duplicate');
  const articles = report.articles.map((article) => ({ ...article, blocks: [...new Set(article.blocks)].map(as) }));
  const articleOf = new Map<number, number>();
  articles.forEach(({ blocks }, article) => {
    for (const block of blocks) if (!articleOf.has(block)) articleOf.set(block, article);
  });
  return {
    articles,
    articleOf,
    roleOf: (block) => roles.get(block) ?? (articleOf.has(block) ? 'body' : 'furniture'),
    duplicates: new Set([...duplicates].map(as)),
    joins: report.joins.map(([above, below]) => [as(above), as(below)]),
    truncatedAt: new Set(report.findings.flatMap(({ kind, block }) => (kind === 'truncated' ? [block] : []))),
  };
}

/**
 * The blocks whose article is measured: those that stand in one, but for banners, furniture and duplicates, and for what may also be read as
 * one of those and was.
 */
export function partOf(truth: MarkedTruth, { articleOf }: Found): readonly number[] {
  return truth.blocks.flatMap(({ index, article, role, roles }) =>
    article !== null && isArticleRole(role) && (articleOf.has(index) || (roles ?? []).every(isArticleRole)) ? [index] : [],
  );
}
