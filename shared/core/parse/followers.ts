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

function listed(archive: Archive): Followers {
  const { pairs, times } = pairsOf(archive);
  const common = commonOf(archive);
  const [behind, before] = [new Int32Array(UNITS + 1), new Int32Array(UNITS + 1)]; // how many each has, and then where they end, moved by one
  for (let k = 0; k < pairs.length; k += 1) {
    const first = pairs[k]! >>> 16;
    const second = pairs[k]! & (UNITS - 1);
    behind[first]! += common[second]!;
    before[second]! += common[first]!;
  }
  for (let unit = 1; unit <= UNITS; unit += 1) {
    behind[unit]! += behind[unit - 1]!;
    before[unit]! += before[unit - 1]!;
  }
  const [seconds, firsts] = [new Uint16Array(behind[UNITS]!), new Uint16Array(before[UNITS]!)];
  const [ofSeconds, ofFirsts] = [new Uint16Array(seconds.length), new Uint16Array(firsts.length)];
  // Filled from their ends, so that where they end comes to be where they begin.
  for (let k = 0; k < pairs.length; k += 1) {
    const first = pairs[k]! >>> 16;
    const second = pairs[k]! & (UNITS - 1);
    if (common[second] === 1) {
      const at = (behind[first]! -= 1);
      seconds[at] = second;
      ofSeconds[at] = times[k]!;
    }
    if (common[first] === 1) {
      const at = (before[second]! -= 1);
      firsts[at] = first;
      ofFirsts[at] = times[k]!;
    }
  }
  return { behind: { starts: behind, units: seconds, times: ofSeconds }, before: { starts: before, units: firsts, times: ofFirsts } };
}

/** All pairs of an archive, and how often each was met. Whether a slot is empty is not asked but added up: nothing tells it beforehand. */
function pairsOf({ pairs: { slots } }: Archive): { readonly pairs: Int32Array; readonly times: Uint16Array } {
  const pairs = new Int32Array(slots.length / 2 + 1);
  const times = new Uint16Array(pairs.length);
  let count = 0;
  for (let at = 0; at < slots.length; at += 2) {
    const pair = slots[at]!;
    pairs[count] = pair;
    times[count] = slots[at + 1]!;
    count += (pair | -pair) >>> 31; // 1 but for 0
  }
  return { pairs: pairs.subarray(0, count), times };
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
