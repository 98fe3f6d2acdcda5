import { pairOf, readPlaces, readRow } from './postings.ts';
import type { Pair } from './postings.ts';

/** Gives the rows of a first unit; `second`: only the one in which the pair of both stands if it stands anywhere. */
export type RowsOf = (first: number, second: number | null) => readonly Uint8Array[];

/**
 * The places of a text by the rows of its pairs, those that begin inside one before them included. `units`: for each of its units, which stand for it. Ascending,
 * but for those of a single unit, which may be most of a text and are wanted in no order.
 */
export function placesOfPhrase(units: readonly (readonly number[])[], rowsOf: RowsOf): Int32Array {
  if (units.length === 1) return allPlaces(units[0]!.flatMap((first) => rowsOf(first, null)));
  // Pairs side by side, the last two units being one of them.
  const parts: { readonly start: number; readonly lists: readonly List[]; readonly count: number }[] = [];
  for (let start = 0; start < units.length; start += 2) {
    const from = Math.min(start, units.length - 2);
    const lists = listsOf(units[from]!, units[from + 1]!, rowsOf);
    if (lists.length === 0) return NOWHERE;
    parts.push({ start: from, lists, count: countOf(lists) });
  }
  let found: Int32Array | null = null;
  for (const { start, lists } of parts.sort((a, b) => a.count - b.count)) {
    const list = placesIn(lists);
    const next = lists.length < 2 ? list : list.sort();
    found = found === null ? shifted(next, start) : both(found, next, start);
    if (found.length === 0) break;
  }
  return found!;
}

const NOWHERE = new Int32Array(0);

/** The places of all pairs of some rows. */
function allPlaces(rows: readonly Uint8Array[]): Int32Array {
  const places = new Int32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let to = 0;
  for (const row of rows) to = readRow(row, places, to);
  return places.subarray(0, to);
}

/** Where the places of one pair are written. */
type List = { readonly row: Uint8Array; readonly pair: Pair };

function listsOf(firsts: readonly number[], seconds: readonly number[], rowsOf: RowsOf): readonly List[] {
  const lists: List[] = [];
  for (const first of firsts) {
    for (const second of seconds) {
      for (const row of rowsOf(first, second)) {
        const pair = pairOf(row, second);
        if (pair) lists.push({ row, pair });
      }
    }
  }
  return lists;
}

const countOf = (lists: readonly List[]): number => lists.reduce((sum, { pair }) => sum + pair.count, 0);

function placesIn(lists: readonly List[]): Int32Array {
  const places = new Int32Array(countOf(lists));
  let to = 0;
  for (const { row, pair } of lists) to = readPlaces(row, pair, places, to);
  return places;
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
