import type { ArticleRole } from '#core/model/role.ts';

/** The letter of each role, behind the key that says what is done with it. */
export const ROLE_KEYS: { readonly [R in ArticleRole]: string } = { headline: 'H', kicker: 'K', subtitle: 'T', byline: 'Y', subhead: 'S', body: 'B', caption: 'C', credit: 'P' };
