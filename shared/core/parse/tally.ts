/**
 * How often keys (32-bit numbers other than 0) were met: an open hash table, at most half full unless it is as large as it may become. Key and count of a slot
 * stand side by side, for memory is far: 0 0 where the slot is empty.
 */
export type Tally = { readonly slots: Int32Array };

const SMALLEST = 1 << 10;
const LARGEST = 1 << 22;
const FULL = 0.75; // of the largest: new keys are no longer taken in
const MOST = 0xffff;

/** Where a key is looked for first; of these bits as many as the table has. */
const homeOf = (key: number): number => Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 8;

/** Where a key stands, or the empty slot where it would. */
function placeIn(slots: Int32Array, key: number): number {
  const last = slots.length - 2;
  let at = homeOf(key) & last;
  while (slots[at] !== key && slots[at] !== 0) at = (at + 2) & last;
  return at;
}

/** How often a key was met; at most 65535. */
export const metIn = ({ slots }: Tally, key: number): number => slots[placeIn(slots, key) + 1]!;

/** 1 for 0, and 0 for all others. */
const isNone = (number: number): number => 1 - ((number | -number) >>> 31);

/**
 * Counts the keys from `from` up to `to` and says how many are new. Whether a slot is empty, or holds the key, is not asked but added up: nothing tells it beforehand, and the
 * processor would wait for far memory each time it guessed wrong. That a key is looked for in a second slot is rare enough.
 */
function take(slots: Int32Array, keys: Int32Array, from: number, to: number): number {
  const last = slots.length - 2;
  let fresh = 0;
  for (let k = from; k < to; k += 1) {
    const key = keys[k]!;
    let at = homeOf(key) & last;
    let held = slots[at]!;
    while ((isNone(held) | isNone(held ^ key)) === 0) {
      at = (at + 2) & last;
      held = slots[at]!;
    }
    fresh += isNone(held);
    slots[at] = key;
    const times = slots[at + 1]!;
    slots[at + 1] = times + ((times - MOST) >>> 31); // one more if that is below 0
  }
  return fresh;
}

/**
 * How often each of many keys was met (0: for 0), into `times`. Like `take` it asks nothing that cannot be told beforehand: so the processor fetches several of them from far memory at
 * once, where it would fetch one after the other if something were done with each in between.
 */
export function metAll({ slots }: Tally, keys: Int32Array, times: Uint16Array): void {
  const last = slots.length - 2;
  for (let k = 0; k < keys.length; k += 1) {
    const key = keys[k]!;
    let at = homeOf(key) & last;
    let held = slots[at]!;
    while ((isNone(held) | isNone(held ^ key)) === 0) {
      at = (at + 2) & last;
      held = slots[at]!;
    }
    times[k] = slots[at + 1]!;
  }
}

/** The same as `take` for a table that can take in no more than `room` new keys: those beyond are passed over. */
function takeSparingly(slots: Int32Array, keys: Int32Array, from: number, to: number, room: number): number {
  let fresh = 0;
  for (let k = from; k < to; k += 1) {
    const at = placeIn(slots, keys[k]!);
    if (slots[at] !== 0) {
      if (slots[at + 1]! < MOST) slots[at + 1]! += 1;
    } else if (fresh < room) {
      slots[at] = keys[k]!;
      slots[at + 1] = 1;
      fresh += 1;
    }
  }
  return fresh;
}

/** The same without the keys that were met less often than `least`, in as little room as they need. */
export function oftenMet({ slots }: Tally, least: number): Tally {
  let kept = 0;
  for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0 && slots[at + 1]! >= least) kept += 1;
  const fewer = new Int32Array(2 * Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(2 * kept + 1))));
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from] === 0 || slots[from + 1]! < least) continue;
    const at = placeIn(fewer, slots[from]!);
    fewer[at] = slots[from]!;
    fewer[at + 1] = slots[from + 1]!;
  }
  return { slots: fewer };
}

/** Counts keys as they come, of which so many are expected. What it says of each does not depend on their order. */
export class Tallying {
  readonly #smallest: number;
  #slots = new Int32Array(0); // made when the first keys come: what has just been cleared is near
  #held = 0;

  constructor(expected = 0) {
    this.#smallest = 2 * Math.min(LARGEST, Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(expected + 1))));
  }

  /** Counts the first `count` of the keys. */
  meet(keys: Int32Array, count: number): void {
    for (let from = 0; from < count; ) {
      // As many at a time as surely find room.
      const room = this.#slots.length / 4 - this.#held;
      if (room >= 1) {
        const to = Math.min(count, from + room);
        this.#held += take(this.#slots, keys, from, to);
        from = to;
      } else if (this.#slots.length < 2 * LARGEST) this.#grow();
      else {
        this.#held += takeSparingly(this.#slots, keys, from, count, LARGEST * FULL - this.#held);
        from = count;
      }
    }
  }

  tally(): Tally {
    if (this.#slots.length === 0) this.#grow();
    return { slots: this.#slots };
  }

  #grow(): void {
    const slots = new Int32Array(Math.max(this.#smallest, this.#slots.length * 2));
    for (let from = 0; from < this.#slots.length; from += 2) {
      if (this.#slots[from] === 0) continue;
      const at = placeIn(slots, this.#slots[from]!);
      slots[at] = this.#slots[from]!;
      slots[at + 1] = this.#slots[from + 1]!;
    }
    this.#slots = slots;
  }
}
