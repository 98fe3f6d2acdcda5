const SMALLEST = 256;

/** Numbers remembered by whole numbers from 0 to 2^31 - 2: a hash table of which the garbage collector has nothing to do, several times as fast as a Map of numbers. */
export class NumberMemo {
  #keys = new Int32Array(SMALLEST); // counted from 1; 0: the slot is empty
  #values = new Float64Array(SMALLEST);
  #held = 0;

  /** What is remembered, NaN for nothing. */
  get(key: number): number {
    const at = placeOf(this.#keys, key + 1);
    return this.#keys[at] === 0 ? Number.NaN : this.#values[at]!;
  }

  set(key: number, value: number): void {
    if (this.#held * 2 >= this.#keys.length) this.#grow();
    const at = placeOf(this.#keys, key + 1);
    if (this.#keys[at] === 0) this.#held += 1;
    this.#keys[at] = key + 1;
    this.#values[at] = value;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Int32Array(keys.length * 2);
    this.#values = new Float64Array(keys.length * 2);
    for (let from = 0; from < keys.length; from += 1) {
      if (keys[from] === 0) continue;
      const at = placeOf(this.#keys, keys[from]!);
      this.#keys[at] = keys[from]!;
      this.#values[at] = values[from]!;
    }
  }
}

/** Where a key stands, or the empty slot where it would. */
function placeOf(keys: Int32Array, key: number): number {
  const last = keys.length - 1;
  let at = (Math.imul(key, 0x9e3779b1) >>> 15) & last;
  while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & last;
  return at;
}
