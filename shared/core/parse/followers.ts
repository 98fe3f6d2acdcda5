import type { Archive } from './archive.ts';
import { isHan } from './characters.ts';

/** So many characters are taken for such as may follow: the commonest of the archive. */
const COMMONEST = 1500;
const UNITS = 1 << 16;

/** Lists of units behind each other, one for every unit, and how often each was met there: that of unit u from `starts[u]` to `starts[u + 1]`. */
export type UnitLists = { readonly starts: Int32Array; readonly units: Uint16Array; readonly times: Uint16Array };

/** Which common characters the archive has right behind which others, and right before which: listed, they need not be looked up pair by pair. */
export type Followers = { readonly behind: UnitLists; readonly before: UnitLists };

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
  const common = commonOf(archive);
  const [behind, before] = [new Int32Array(UNITS + 1), new Int32Array(UNITS + 1)]; // how many each has, and then where they end, moved by one
  countNeighbours(pairs, common, behind, before);
  addUp(behind);
  addUp(before);
  const lists = {
    behind: { starts: behind, units: new Uint16Array(behind[UNITS]!), times: new Uint16Array(behind[UNITS]!) },
    before: { starts: before, units: new Uint16Array(before[UNITS]!), times: new Uint16Array(before[UNITS]!) },
  };
  fill(pairs, times, common, lists);
  return lists;
}

/** How many common characters each unit has behind and before it. */
function countNeighbours(pairs: Int32Array, common: Uint8Array, behind: Int32Array, before: Int32Array): void {
  for (let k = 0; k < pairs.length; k += 1) {
    const first = pairs[k]! >>> 16;
    const second = pairs[k]! & (UNITS - 1);
    behind[first]! += common[second]!;
    before[second]! += common[first]!;
  }
}

function addUp(counts: Int32Array): void {
  for (let unit = 1; unit <= UNITS; unit += 1) counts[unit]! += counts[unit - 1]!;
}

/** Fills the lists from their ends, so that where they end comes to be where they begin. */
function fill(pairs: Int32Array, times: Uint16Array, common: Uint8Array, { behind, before }: Followers): void {
  for (let k = 0; k < pairs.length; k += 1) {
    const first = pairs[k]! >>> 16;
    const second = pairs[k]! & (UNITS - 1);
    if (common[second] === 1) {
      const at = (behind.starts[first]! -= 1);
      behind.units[at] = second;
      behind.times[at] = times[k]!;
    }
    if (common[first] === 1) {
      const at = (before.starts[second]! -= 1);
      before.units[at] = first;
      before.times[at] = times[k]!;
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

/** By unit, 1: one of the `COMMONEST`. Of those as common the ones whose numbers are smaller come first. */
function commonOf({ singles }: Archive): Uint8Array {
  const common = new Uint8Array(UNITS);
  const met = new Uint16Array(UNITS); // the units met, ascending
  const counts = new Uint32Array(UNITS);
  let count = 0;
  for (let unit = 0; unit < UNITS; unit += 1) {
    if (singles[unit] === 0 || !isHan(unit)) continue;
    met[count] = unit;
    counts[count] = singles[unit]!;
    count += 1;
  }
  const sorted = counts.subarray(0, count).sort();
  const least = count > COMMONEST ? sorted[count - COMMONEST]! : 1;
  let left = COMMONEST; // places for those that are just as common as the last of them
  for (let k = count - 1; k >= 0 && sorted[k]! > least; k -= 1) left -= 1;
  for (let k = 0; k < count; k += 1) {
    const times = singles[met[k]!]!;
    if (times > least || (times === least && left > 0)) common[met[k]!] = 1;
    if (times === least) left -= 1;
  }
  return common;
}
