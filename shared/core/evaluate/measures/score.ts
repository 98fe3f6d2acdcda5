import { ROLES, type Role } from '../../model/role.ts';
import type { PageReport } from '../../split/page-report.ts';
import type { MarkedTruth } from '../marked-truth.ts';
import { duplicateTally, joinTally, truncatedTally } from './flow.ts';
import { foundOf } from './found.ts';
import { partitionTally } from './partition.ts';
import { roleTally } from './roles.ts';
import { type Rate, type Tally, rateOf, shareOf, sumOfTallies } from './tally.ts';
import { matchArticles, wordingTally } from './wording.ts';

/** A page's truth and what was made of it. */
export type Answer = { readonly truth: MarkedTruth; readonly report: PageReport };

/** The figures of a set of pages: the definitions of the evaluation's own scorer. Rates and shares are 0..1. */
export type Figures = Readonly<Record<'pairwise' | 'starts' | 'joins' | 'duplicates' | 'truncated', Rate>> &
  Readonly<Record<'exact' | 'order' | 'roleAccuracy' | 'roleMacroF1' | 'headlineExact' | 'errorsBefore' | 'errorsAfter', number>> & {
    readonly pages: number;
    readonly articles: number;
    readonly roles: ReadonlyMap<Role, Rate>; // those that occur in the truth
  };

export function tallyOf({ truth, report }: Answer): Tally {
  const found = foundOf(truth, report);
  const matches = matchArticles(truth, found);
  return {
    pages: 1,
    ...partitionTally(truth, found),
    ...roleTally(truth, found),
    joins: joinTally(truth, found),
    duplicates: duplicateTally(truth, found),
    truncated: truncatedTally(truth, found, matches),
    ...wordingTally(truth, found, matches),
  };
}

export function figuresOf(answers: readonly Answer[]): Figures {
  const tally = sumOfTallies(answers.map(tallyOf));
  const roles = new Map(ROLES.map((role) => [role, rateOf(tally.byRole[role])] as const).filter(([, { tp, fn }]) => tp + fn > 0));
  return {
    pages: tally.pages,
    articles: tally.exact.of,
    pairwise: rateOf(tally.pairs),
    starts: rateOf(tally.starts),
    joins: rateOf(tally.joins),
    duplicates: rateOf(tally.duplicates),
    truncated: rateOf(tally.truncated),
    exact: shareOf(tally.exact),
    order: shareOf(tally.order),
    roleAccuracy: shareOf(tally.roles),
    roleMacroF1: shareOf({ hit: [...roles.values()].reduce((sum, { f1 }) => sum + f1, 0), of: roles.size }),
    headlineExact: shareOf(tally.headline),
    errorsBefore: shareOf(tally.errorsBefore),
    errorsAfter: shareOf(tally.errorsAfter),
    roles,
  };
}
