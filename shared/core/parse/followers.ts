import { type Archive, CLAUSE_END, SENTENCE_START } from './archive.ts';
import { isHan } from './characters.ts';

/** So many characters are taken for such as may follow: the commonest of the archive. */
const COMMONEST = 1500;
const UNITS = 1 << 16;

/** Lists behind each other: that of the unit at place p from `starts[p]` to `starts[p + 1]`. `entries`: a unit and, in the upper half, how often it was met there: one write, not two. */
export type UnitLists = { readonly starts: Int32Array; readonly entries: Uint32Array };

export const unitOf = (entry: number): number => entry & (UNITS - 1);
export const timesOf = (entry: number): number => entry >>> 16;

/**
 * Which common characters the archive has right behind which others, and right before which: listed, they need not be looked up pair by pair. `places`: the place of each
 * unit in the lists, 0 for those that were never met, whose lists are empty.
 */
export type Followers = { readonly places: Uint16Array; readonly behind: UnitLists; readonly before: UnitLists };

const known = new WeakMap<Archive, Followers>();

/** Listed once for the same archive. */
export function followersOf(archive: Archive): Followers {
  const found = known.get(archive) ?? listed(archive);
  known.set(archive, found);
  return found;
}

// It is listed once an archive, but then at length: each loop is a function of its own, of which nothing is left to do once it has been compiled on the way.

function listed(archive: Archive): Followers {
  const { pairs, times } = pairsOf(archive);
  const { places, isCommon } = placesOf(archive);
  const [behind, before] = [new Int32Array(isCommon.length + 1), new Int32Array(isCommon.length + 1)]; // how many each has, and then where they end, moved by one
  countNeighbours(pairs, places, isCommon, behind, before);
  addUp(behind);
  addUp(before);
  const lists = {
    places,
    behind: { starts: behind, entries: new Uint32Array(behind[isCommon.length]!) },
    before: { starts: before, entries: new Uint32Array(before[isCommon.length]!) },
  };
  fill(pairs, times, isCommon, lists);
  return lists;
}

/** How many common characters each unit has behind and before it. */
function countNeighbours(pairs: Int32Array, places: Uint16Array, isCommon: Uint8Array, behind: Int32Array, before: Int32Array): void {
  for (let k = 0; k < pairs.length; k += 1) {
    const first = places[pairs[k]! >>> 16]!;
    const second = places[pairs[k]! & (UNITS - 1)]!;
    behind[first]! += isCommon[second]!;
    before[second]! += isCommon[first]!;
  }
}

function addUp(counts: Int32Array): void {
  for (let place = 1; place < counts.length; place += 1) counts[place]! += counts[place - 1]!;
}

/** Fills the lists from their ends, so that where they end comes to be where they begin. */
function fill(pairs: Int32Array, times: Uint16Array, isCommon: Uint8Array, { places, behind, before }: Followers): void {
  for (let k = 0; k < pairs.length; k += 1) {
    const first = pairs[k]! >>> 16;
    const second = pairs[k]! & (UNITS - 1);
    const placeOfFirst = places[first]!;
    const placeOfSecond = places[second]!;
    if (isCommon[placeOfSecond] === 1) {
      const at = (behind.starts[placeOfFirst]! -= 1);
      behind.entries[at] = (times[k]! << 16) | second;
    }
    if (isCommon[placeOfFirst] === 1) {
      const at = (before.starts[placeOfSecond]! -= 1);
      before.entries[at] = (times[k]! << 16) | first;
    }
  }
}

/** All pairs of an archive, and how often each was met. */
function pairsOf({ pairs: { slots } }: Archive): { readonly pairs: Int32Array; readonly times: Uint16Array } {
  const pairs = new Int32Array(slots.length / 2 + 1);
  const times = new Uint16Array(pairs.length);
  const count = gather(slots, pairs, times);
  return { pairs: pairs.subarray(0, count), times };
}

/** Writes down the slots that are not empty; returns how many there are. Whether a slot is empty is not asked but added up: nothing tells it beforehand. */
function gather(slots: Int32Array, pairs: Int32Array, times: Uint16Array): number {
  let count = 0;
  for (let at = 0; at < slots.length; at += 2) {
    const pair = slots[at]!;
    pairs[count] = pair;
    times[count] = slots[at + 1]!;
    count += (pair | -pair) >>> 31; // 1 but for 0
  }
  return count;
}

/** The places of the units that were met, ascending, and by place, 1: one of the `COMMONEST` characters. Of those as common the ones whose numbers are smaller come first. */
function placesOf({ singles }: Archive): { readonly places: Uint16Array; readonly isCommon: Uint8Array } {
  const places = new Uint16Array(UNITS);
  const counts = new Uint32Array(UNITS); // by place; 0 for what is no character
  let met = 0;
  for (let unit = 0; unit < UNITS; unit += 1) {
    if (singles[unit] === 0 || !(isHan(unit) || unit === CLAUSE_END || unit === SENTENCE_START)) continue;
    met += 1;
    places[unit] = met;
    counts[met] = unit > SENTENCE_START ? singles[unit]! : 0;
  }
  const sorted = counts.slice(0, met + 1).sort();
  const least = met + 1 > COMMONEST ? Math.max(1, sorted[met + 1 - COMMONEST]!) : 1;
  let left = COMMONEST; // places for those that are just as common as the last of them
  for (let k = met; k >= 0 && sorted[k]! > least; k -= 1) left -= 1;
  const isCommon = new Uint8Array(met + 1);
  for (let place = 1; place <= met; place += 1) {
    const times = counts[place]!;
    if (times > least || (times === least && left > 0)) isCommon[place] = 1;
    if (times === least) left -= 1;
  }
  return { places, isCommon };
}
