import type { Archive } from './archive.ts';
import { isHan } from './characters.ts';

/** So many characters are taken for such as may follow: the commonest of the archive. */
const COMMONEST = 1500;
const UNITS = 1 << 16;

/**
 * Which common characters the archive has behind which, as chains through its pairs (each named by its slot, counted from 1; 0: no more): those behind unit u
 * begin with `heads[u]`, and after slot s comes `nexts[s]`. `ranks`: of every unit, 0 the commonest of all, `COMMONEST` for what is not common.
 */
export type Followers = { readonly heads: Int32Array; readonly nexts: Int32Array; readonly ranks: Uint16Array };

/** The unit behind, in the slot of a pair. */
export const unitBehind = ({ pairs }: Archive, slot: number): number => pairs.slots[2 * slot - 2]! & (UNITS - 1);

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
  const heads = new Int32Array(UNITS);
  const nexts = new Int32Array(slots.length / 2 + 1);
  for (let slot = 1; slot < nexts.length; slot += 1) {
    const pair = slots[2 * slot - 2]!;
    if (pair === 0 || ranks[pair & (UNITS - 1)]! >= COMMONEST) continue;
    nexts[slot] = heads[pair >>> 16]!;
    heads[pair >>> 16] = slot;
  }
  return { heads, nexts, ranks };
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
