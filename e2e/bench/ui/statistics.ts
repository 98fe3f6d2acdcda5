/** The value below which the share `p` (0..1) of the values lies: the nearest rank, so that it is always one of them. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(p * sorted.length));
  const found = sorted[rank - 1];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const p95 = (values: readonly number[]): number => percentile(values, 0.95);
export const p99 = (values: readonly number[]): number => percentile(values, 0.99);

/** One figure: what is ours, what it is held against, and how many times that it may be. `unit` is only printed. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  readonly bound: number; // on ours / baseline; infinite: it is printed, not judged
};

/** How many times the baseline. Nothing is no multiple of nothing but once. */
export function ratioOf({ ours, baseline }: Figure): number {
  return ours === baseline ? 1 : ours / baseline;
}

export const isMet = (figure: Figure): boolean => ratioOf(figure) <= figure.bound;
