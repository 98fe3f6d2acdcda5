const FEWEST = 16; // slots

/** A set of whole numbers from 0 to 2^53 - 1 that takes 16 to 32 bytes a number, where a `Set` takes four times that. Numbers should be spread over the whole range, as checksums are. */
export class NumberSet {
  #slots = new Float64Array(FEWEST).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(number: number): boolean {
    return this.#slots[this.#slotOf(number)] === number;
  }

  add(number: number): void {
    const slot = this.#slotOf(number);
    if (this.#slots[slot] === number) return;
    this.#slots[slot] = number;
    this.#size += 1;
    if (2 * this.#size > this.#slots.length) this.#grow();
  }

  /** Where a number is, or would be. */
  #slotOf(number: number): number {
    const slots = this.#slots;
    let slot = number % slots.length;
    while (slots[slot] !== number && slots[slot] !== -1) slot = (slot + 1) % slots.length;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(2 * before.length).fill(-1);
    for (const number of before) if (number !== -1) this.#slots[this.#slotOf(number)] = number;
  }
}
