import type { Archive } from './archive.ts';
import { isHan } from './characters.ts';

/** So many characters are taken for such as may follow: the commonest of the archive. */
const COMMONEST = 1500;
const UNITS = 1 << 16;

/** Which common characters the archive has behind which: those behind unit u from `from[u]` to `from[u + 1]` in `units`. `ranks`: of every unit, 0 the commonest of all, `COMMONEST` for what is not common. */
export type Followers = { readonly from: Uint32Array; readonly units: Uint16Array; readonly ranks: Uint16Array };

const known = new WeakMap<Archive, Followers>();

/** Listed once for the same archive, in one pass over its pairs. */
export function followersOf(archive: Archive): Followers {
  const found = known.get(archive) ?? listed(archive);
  known.set(archive, found);
  return found;
}

function listed(archive: Archive): Followers {
  const ranks = ranksOf(archive);
  const { slots } = archive.pairs;
  const from = new Uint32Array(UNITS + 1);
  for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0 && ranks[slots[at]! & (UNITS - 1)]! < COMMONEST) from[(slots[at]! >>> 16) + 1]! += 1;
  for (let unit = 0; unit < UNITS; unit += 1) from[unit + 1]! += from[unit]!;
  const units = new Uint16Array(from[UNITS]!);
  const next = from.slice();
  for (let at = 0; at < slots.length; at += 2) {
    if (slots[at] === 0 || ranks[slots[at]! & (UNITS - 1)]! >= COMMONEST) continue;
    const unit = slots[at]! >>> 16;
    units[next[unit]!] = slots[at]!;
    next[unit]! += 1;
  }
  return { from, units, ranks };
}

/** Of those as common the one whose number is smaller comes first. */
function ranksOf({ singles }: Archive): Uint16Array {
  // Count and unit in one number, for sorting numbers without asking which comes first is ten times faster.
  const counted: number[] = [];
  for (let unit = 0; unit < UNITS; unit += 1) if (singles[unit]! > 0 && isHan(unit)) counted.push(singles[unit]! * UNITS + UNITS - 1 - unit);
  const sorted = Float64Array.from(counted).sort().reverse();
  const ranks = new Uint16Array(UNITS).fill(COMMONEST);
  for (let rank = 0; rank < sorted.length && rank < COMMONEST; rank += 1) ranks[UNITS - 1 - (sorted[rank]! % UNITS)] = rank;
  return ranks;
}
