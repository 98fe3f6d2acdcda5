/** How often keys (32-bit numbers other than 0) were met: an open hash table, at most half full unless it is as large as it may become. */
export type Tally = {
  readonly keys: Int32Array; // 0: the slot is empty
  readonly counts: Uint16Array; // beside them
};

const SMALLEST = 1 << 10;
const LARGEST = 1 << 22;
const FULL = 0.75; // of the largest: new keys are no longer taken in
const MOST = 0xffff;

/** Where a key stands, or the empty slot where it would. */
function slotOf(keys: Int32Array, key: number): number {
  const last = keys.length - 1;
  let at = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 9) & last;
  while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & last;
  return at;
}

/** How often a key was met; at most 65535. */
export const metIn = ({ keys, counts }: Tally, key: number): number => counts[slotOf(keys, key)]!;

/** Bits by the hash of a key, 0 where no key of a tally has that hash: most keys it was never told are known by them, without a look into the whole table. */
export type Holds = Uint8Array;

export function holdsOf({ keys }: Tally): Holds {
  const bits = new Uint8Array(keys.length >> 1);
  for (let slot = 0; slot < keys.length; slot += 1) {
    const place = placeOf(bits, keys[slot]!);
    if (keys[slot] !== 0) bits[place >> 3]! |= 1 << (place & 7);
  }
  return bits;
}

const placeOf = (bits: Holds, key: number): number => (Math.imul(key, 0x85ebca6b) >>> 7) & (bits.length * 8 - 1);

/** Whether a tally may hold the key: if not, it was never met. */
export function mayHold(bits: Holds, key: number): boolean {
  const place = placeOf(bits, key);
  return ((bits[place >> 3]! >> (place & 7)) & 1) !== 0;
}

/** Counts keys as they come, of which so many are expected. What it says of each does not depend on their order. */
export class Tallying {
  #keys: Int32Array;
  #counts: Uint16Array;
  #held = 0;

  constructor(expected = 0) {
    const size = Math.min(LARGEST, Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(expected + 1))));
    this.#keys = new Int32Array(size);
    this.#counts = new Uint16Array(size);
  }

  meet(key: number): void {
    const at = slotOf(this.#keys, key);
    if (this.#keys[at] !== 0) {
      if (this.#counts[at]! < MOST) this.#counts[at]! += 1;
      return;
    }
    if (this.#held >= LARGEST * FULL) return;
    this.#keys[at] = key;
    this.#counts[at] = 1;
    this.#held += 1;
    if (this.#held * 2 > this.#keys.length && this.#keys.length < LARGEST) this.#grow();
  }

  tally(): Tally {
    return { keys: this.#keys, counts: this.#counts };
  }

  #grow(): void {
    const { keys, counts } = this.tally();
    this.#keys = new Int32Array(keys.length * 2);
    this.#counts = new Uint16Array(keys.length * 2);
    for (let from = 0; from < keys.length; from += 1) {
      if (keys[from] === 0) continue;
      const at = slotOf(this.#keys, keys[from]!);
      this.#keys[at] = keys[from]!;
      this.#counts[at] = counts[from]!;
    }
  }
}
