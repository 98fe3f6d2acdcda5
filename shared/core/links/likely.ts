import { fold } from '#util/fold.ts';
import type { LinkSide } from '../model/issue.ts';
import { opposite } from './other-end.ts';
import { pageFit } from './jump-lines.ts';
import type { JumpLine } from './jump-lines.ts';

/** What is known of an article that may be an end of a link. `page`: of the paper; `isLinked`: it is an end of another already, on the side asked about. */
export type Linkable = { readonly page: string; readonly headline: string; readonly jumps: readonly JumpLine[]; readonly isLinked: boolean };

/** Why an article may be the one: a line here names its page (and its title), one there names this page, the headlines are alike. */
export type LinkReason = 'names-title' | 'names-page' | 'named-there' | 'headline';

/** Reasons, strongest first, and how much they weigh together: 0 where nothing speaks for it. */
export type Likeliness = { readonly weight: number; readonly reasons: readonly LinkReason[] };

const WEIGHTS: Readonly<Record<LinkReason, number>> = { 'names-title': 5, 'names-page': 3, 'named-there': 3, headline: 2 };
const LEAST = 4; // characters that two headlines share at their beginning or one inside the other

/** A text without what headlines and titles differ in. */
const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\p{Z}]/gu, '');

function areAlike(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= LEAST && (long.includes(short) || long.startsWith(short.slice(0, Math.max(LEAST, Math.ceil(short.length * 0.6)))));
}

/** How likely an article goes on in (`next`), or comes from, another: by what the two say of each other. */
export function likeliness(own: Linkable, other: Linkable, side: LinkSide): Likeliness {
  const here = own.jumps.filter((line) => line.side === side);
  const there = other.jumps.filter((line) => line.side === opposite(side));
  const fitting = here.filter(({ page }) => pageFit(page, other.page) > 0);
  const reasons: LinkReason[] = [];
  if (fitting.some(({ title }) => title !== '' && areAlike(title, other.headline))) reasons.push('names-title');
  if (fitting.length > 0) reasons.push('names-page');
  if (there.some(({ page }) => pageFit(page, own.page) > 0)) reasons.push('named-there');
  if (areAlike(own.headline, other.headline)) reasons.push('headline');
  const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return { weight: other.isLinked ? weight / 4 : weight, reasons };
}
