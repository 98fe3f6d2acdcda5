import { pairsOf, readPlaces } from './postings.ts';

/** Gives the row of a first unit; null: it stands nowhere. */
export type RowOf = (first: number) => Uint8Array | null;

/**
 * The places of a text by the rows of its pairs, those that begin inside one before them included. `units`: for each of its units, which stand for it. Ascending,
 * but for those of a single unit, which may be most of a text and are wanted in no order.
 */
export function placesOfPhrase(units: readonly (readonly number[])[], rowOf: RowOf): Int32Array {
  if (units.length === 1) return places(units[0]!, null, rowOf).list;
  // Pairs side by side, the last two units being one of them.
  const starts = Array.from({ length: Math.ceil(units.length / 2) }, (_, at) => Math.min(at * 2, units.length - 2));
  const counted = starts.map((start) => ({ start, count: countPairs(units[start]!, new Set(units[start + 1]), rowOf) })).toSorted((a, b) => a.count - b.count);
  let found: Int32Array | null = null;
  for (const { start, count } of counted) {
    if (count === 0) return new Int32Array(0);
    const { list, ordered } = places(units[start]!, new Set(units[start + 1]), rowOf);
    const next = ordered ? list : list.sort();
    found = found === null ? shifted(next, start) : both(found, next, start);
    if (found.length === 0) break;
  }
  return found!;
}

function countPairs(firsts: readonly number[], seconds: ReadonlySet<number>, rowOf: RowOf): number {
  return firsts.reduce((sum, first) => {
    const row = rowOf(first);
    return sum + (row ? pairsOf(row, seconds).reduce((all, { count }) => all + count, 0) : 0);
  }, 0);
}

function places(firsts: readonly number[], seconds: ReadonlySet<number> | null, rowOf: RowOf): { readonly list: Int32Array; readonly ordered: boolean } {
  const rows = firsts.flatMap((first) => {
    const row = rowOf(first);
    return row ? [{ row, pairs: pairsOf(row, seconds) }] : [];
  });
  const out = new Int32Array(rows.reduce((sum, { pairs }) => pairs.reduce((all, { count }) => all + count, sum), 0));
  let [to, lists] = [0, 0];
  for (const { row, pairs } of rows) {
    for (const pair of pairs) to = readPlaces(row, pair, out, to);
    lists += pairs.length;
  }
  return { list: out, ordered: lists < 2 };
}

function shifted(list: Int32Array, by: number): Int32Array {
  return by === 0 ? list : list.map((place) => place - by);
}

/** Those of `found` that stand `by` before one of `next`. */
function both(found: Int32Array, next: Int32Array, by: number): Int32Array {
  let [kept, at] = [0, 0];
  for (let i = 0; i < found.length; i += 1) {
    const wanted = found[i]! + by;
    while (at < next.length && next[at]! < wanted) at += 1;
    if (at === next.length) break;
    if (next[at] === wanted) found[kept++] = found[i]!;
  }
  return found.subarray(0, kept);
}
