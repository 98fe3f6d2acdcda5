/** Roles of passages that belong to an article. */
export const ARTICLE_ROLES = ['kicker', 'headline', 'subtitle', 'byline', 'subhead', 'body', 'caption', 'credit'] as const;

/** Roles of passages that belong to none. */
export const ASIDE_ROLES = ['banner', 'furniture', 'duplicate'] as const;

export type ArticleRole = (typeof ARTICLE_ROLES)[number];
export type AsideRole = (typeof ASIDE_ROLES)[number];
export type Role = ArticleRole | AsideRole;

export const ROLES: readonly Role[] = [...ARTICLE_ROLES, ...ASIDE_ROLES];

/** Whether a passage with this role stands in an article (else it stands aside). */
export function isArticleRole(role: Role): role is ArticleRole {
  return (ARTICLE_ROLES as readonly Role[]).includes(role);
}
