import type { MarkedTruth } from '../marked-truth.ts';
import { editDistance } from './edit-distance.ts';
import type { Found } from './found.ts';
import type { Share } from './tally.ts';

const isText = (role: string) => role === 'body' || role === 'subhead';
const points = (text: string) => [...text];
const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

/** The found article that is taken for each true one: those that share most body text first, each used once. By id of the true one. */
export function matchArticles(truth: MarkedTruth, { articleOf }: Found): ReadonlyMap<string, number> {
  const shared = new Map<string, { readonly id: string; readonly article: number; length: number }>();
  for (const { id, blocks } of truth.articles) {
    for (const block of blocks) {
      const article = articleOf.get(block);
      const { role, text } = truth.blocks[block]!;
      if (article === undefined || !isText(role)) continue;
      const known = shared.get(`${id} ${article}`) ?? { id, article, length: 0 };
      known.length += points(text).length;
      shared.set(`${id} ${article}`, known);
    }
  }
  const matches = new Map<string, number>();
  const used = new Set<number>();
  const best = [...shared.values()].sort((a, b) => b.length - a.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.article - b.article));
  for (const { id, article } of best) {
    if (matches.has(id) || used.has(article)) continue;
    matches.set(id, article);
    used.add(article);
  }
  return matches;
}

/**
 * Characters that differ from the clean bodies, in the page's own text of each article and in what was made of it, of all characters of
 * the clean ones; and how many headlines are exactly right, blanks aside.
 */
export function wordingTally(truth: MarkedTruth, found: Found, matches: ReadonlyMap<string, number>): Readonly<Record<'errorsBefore' | 'errorsAfter' | 'headline', Share>> {
  let [before, after, length, headlines] = [0, 0, 0, 0];
  for (const { id, body, headline, headlines: others } of truth.articles) {
    const clean = points(body.join(''));
    const printed = truth.blocks.filter(({ article, role }) => article === id && (isText(role) || role === 'duplicate'));
    const match = matches.get(id);
    const made = match === undefined ? undefined : found.articles[match];
    length += clean.length;
    before += editDistance(clean, points(printed.map(({ text }) => text).join('')));
    after += editDistance(clean, points((made?.body ?? []).join('')));
    if (made !== undefined && (others ?? [headline]).some((each) => withoutBlanks(each) === withoutBlanks(made.headline))) headlines += 1;
  }
  return { errorsBefore: { hit: before, of: length }, errorsAfter: { hit: after, of: length }, headline: { hit: headlines, of: truth.articles.length } };
}
