import { ROLES, type Role } from '../../model/role.ts';

/** What was found and true, found only, true only. */
export type Hits = { readonly tp: number; readonly fp: number; readonly fn: number };

/** So many of so many. */
export type Share = { readonly hit: number; readonly of: number };

export const HITS = ['pairs', 'starts', 'joins', 'duplicates', 'truncated'] as const;
export const SHARES = ['exact', 'order', 'roles', 'headline', 'errorsBefore', 'errorsAfter'] as const;

/** What is counted on a page; pages are added up before any rate is taken. */
export type Tally = Readonly<Record<(typeof HITS)[number], Hits>> &
  Readonly<Record<(typeof SHARES)[number], Share>> & { readonly pages: number; readonly byRole: Readonly<Record<Role, Hits>> };

const sumOfHits = (all: readonly Hits[]): Hits =>
  all.reduce((sum, { tp, fp, fn }) => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn }), { tp: 0, fp: 0, fn: 0 });

const sumOfShares = (all: readonly Share[]): Share => all.reduce((sum, { hit, of }) => ({ hit: sum.hit + hit, of: sum.of + of }), { hit: 0, of: 0 });

const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V) => Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

/** The counts of several pages together. */
export function sumOfTallies(tallies: readonly Tally[]): Tally {
  return {
    pages: tallies.reduce((sum, { pages }) => sum + pages, 0),
    ...record(HITS, (name) => sumOfHits(tallies.map((tally) => tally[name]))),
    ...record(SHARES, (name) => sumOfShares(tallies.map((tally) => tally[name]))),
    byRole: record(ROLES, (role) => sumOfHits(tallies.map(({ byRole }) => byRole[role]))),
  };
}

/** Precision, recall and their harmonic mean, with what they were taken from. Nothing found where nothing is true is perfect. */
export type Rate = Hits & { readonly precision: number; readonly recall: number; readonly f1: number };

export function rateOf({ tp, fp, fn }: Hits): Rate {
  const precision = tp + fp > 0 ? tp / (tp + fp) : fn === 0 ? 1 : 0;
  const recall = tp + fn > 0 ? tp / (tp + fn) : 1;
  return { tp, fp, fn, precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** A share as a number; 0 of none. */
export const shareOf = ({ hit, of }: Share): number => (of === 0 ? 0 : hit / of);
