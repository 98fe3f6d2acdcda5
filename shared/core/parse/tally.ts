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

/** Counts keys as they come. What it says of each does not depend on their order. */
export class Tallying {
  #keys = new Int32Array(SMALLEST);
  #counts = new Uint16Array(SMALLEST);
  #held = 0;

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
