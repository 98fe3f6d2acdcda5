import { AGREED, type Agreement, summed } from './block-tree.ts';

/** How one page came out with the weights in use and with the new ones, neither of which ever saw it. */
export type PageResult = { readonly before: Agreement; readonly after: Agreement };

/** Why new weights are kept, or are not. */
export const VERDICTS = ['better', 'too-few', 'no-fewer', 'may-be-chance', 'boundaries-worse', 'roles-worse', 'joins-worse'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What all pages together show. `chance`: how likely so great a gain is where there is none, 0..1. */
export type Judgement = { readonly verdict: Verdict; readonly pages: number; readonly before: Agreement; readonly after: Agreement; readonly chance: number };

/** Fewer pages than this prove nothing. */
export const FEWEST_PAGES = 8;

/** What chance alone brings about this often is no proof. */
const LEVEL = 0.05;

/**
 * Whether new weights are better than those in use. They are if they make fewer mistakes in all (boundaries, roles and joins, each of which costs an editor
 * an act), by more than chance explains; if they get no fewer boundaries right; and if neither roles nor joins got worse by more than chance explains.
 */
export function judge(results: readonly PageResult[]): Judgement {
  const [before, after] = [summed(results.map((each) => each.before)), summed(results.map((each) => each.after))];
  const gains = results.map((each) => mistakes(each.before) - mistakes(each.after));
  const chance = chanceOf(gains);
  const worse = (kind: keyof Agreement) => chanceOf(results.map((each) => each.after[kind].wrong - each.before[kind].wrong)) <= LEVEL;
  const verdict = (): Verdict => {
    if (results.length < FEWEST_PAGES) return 'too-few';
    if (mistakes(after) >= mistakes(before)) return 'no-fewer';
    if (after.boundaries.wrong > before.boundaries.wrong) return 'boundaries-worse';
    if (worse('roles')) return 'roles-worse';
    if (worse('joins')) return 'joins-worse';
    return chance <= LEVEL ? 'better' : 'may-be-chance';
  };
  return { verdict: verdict(), pages: results.length, before, after, chance };
}

function mistakes(agreement: Agreement): number {
  return AGREED.reduce((sum, kind) => sum + agreement[kind].wrong, 0);
}

/**
 * How likely the sum of these gains (integers) is to be as great as it is, if each were as likely to be a loss: the paired sign-flip test, one-sided and
 * exact (the distribution of the sum is counted out, nothing is drawn). It looks at pages, not at decisions: those of one page go wrong together.
 */
export function chanceOf(gains: readonly number[]): number {
  const sizes = gains.map(Math.abs).filter((size) => size > 0);
  const most = sizes.reduce((sum, size) => sum + size, 0);
  const observed = gains.reduce((sum, gain) => sum + gain, 0);
  let likely = new Float64Array(2 * most + 1); // of each sum, from -most
  likely[most] = 1;
  let reach = 0;
  for (const size of sizes) {
    const next = new Float64Array(likely.length);
    for (let at = most - reach; at <= most + reach; at += 1) {
      next[at - size]! += likely[at]! / 2;
      next[at + size]! += likely[at]! / 2;
    }
    likely = next;
    reach += size;
  }
  return Math.min(1, likely.subarray(most + observed).reduce((sum, each) => sum + each, 0));
}
