import { BEGINS, KIND_COUNT } from './model.ts';

/** How likely an article's head begins at a position (0..1), by how likely each kind is at each position; 0 beyond the ends of the page. */
export function beginsAt(likely: Float64Array, position: number): number {
  if (position < 0 || position * KIND_COUNT >= likely.length) return 0;
  let sum = 0;
  for (let kind = 0; kind < KIND_COUNT; kind += 1) if (BEGINS[kind] === 1) sum += likely[position * KIND_COUNT + kind]!;
  return sum;
}

/** How likely one begins a block above or below (0..1): then it is in doubt at which line an article begins, rather than whether. */
export const beginsBeside = (likely: Float64Array, position: number): number => Math.min(1, beginsAt(likely, position - 1) + beginsAt(likely, position + 1));
