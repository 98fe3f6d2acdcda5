import type { Archive } from './archive.ts';
import { isHan } from './characters.ts';

/** So many characters are taken for such as may follow: the commonest of the archive. */
const COMMONEST = 1500;
const UNITS = 1 << 16;

/** Lists of units behind each other, one for every unit: that of unit u from `starts[u]` to `starts[u + 1]`. */
export type UnitLists = { readonly starts: Int32Array; readonly units: Uint16Array };

/** Which common characters the archive has right behind which others, and right before which. */
export type Followers = { readonly behind: UnitLists; readonly before: UnitLists };

const known = new WeakMap<Archive, Followers>();

/** Listed once for the same archive. */
export function followersOf(archive: Archive): Followers {
  const found = known.get(archive) ?? listed(archive);
  known.set(archive, found);
  return found;
}

function listed(archive: Archive): Followers {
  const common = commonOf(archive);
  const { slots } = archive.pairs;
  const [behind, before] = [new Int32Array(UNITS + 1), new Int32Array(UNITS + 1)];
  for (let at = 0; at < slots.length; at += 2) {
    const pair = slots[at]!;
    if (pair === 0) continue;
    const [first, second] = [pair >>> 16, pair & (UNITS - 1)];
    behind[first + 1]! += common[second]!;
    before[second + 1]! += common[first]!;
  }
  for (let unit = 0; unit < UNITS; unit += 1) {
    behind[unit + 1]! += behind[unit]!;
    before[unit + 1]! += before[unit]!;
  }
  const lists = { behind: { starts: behind, units: new Uint16Array(behind[UNITS]!) }, before: { starts: before, units: new Uint16Array(before[UNITS]!) } };
  const [nextBehind, nextBefore] = [behind.slice(), before.slice()];
  for (let at = 0; at < slots.length; at += 2) {
    const pair = slots[at]!;
    if (pair === 0) continue;
    const [first, second] = [pair >>> 16, pair & (UNITS - 1)];
    if (common[second] === 1) lists.behind.units[nextBehind[first]!++] = second;
    if (common[first] === 1) lists.before.units[nextBefore[second]!++] = first;
  }
  return lists;
}

/** By unit, 1: one of the `COMMONEST`. Of those as common the ones whose numbers are smaller come first. */
function commonOf({ singles }: Archive): Uint8Array {
  const common = new Uint8Array(UNITS);
  const counts = new Uint32Array(UNITS);
  let count = 0;
  for (let unit = 0; unit < UNITS; unit += 1) if (singles[unit]! > 0 && isHan(unit)) counts[count++] = singles[unit]!;
  const sorted = counts.subarray(0, count).sort();
  const least = count > COMMONEST ? sorted[count - COMMONEST]! : 1;
  let left = COMMONEST; // places for those that are just as common as the last of them
  for (let k = count - 1; k >= 0 && sorted[k]! > least; k -= 1) left -= 1;
  for (let unit = 0; unit < UNITS; unit += 1) {
    if (singles[unit]! < least || !isHan(unit)) continue;
    if (singles[unit]! > least || left > 0) common[unit] = 1;
    if (singles[unit] === least) left -= 1;
  }
  return common;
}
