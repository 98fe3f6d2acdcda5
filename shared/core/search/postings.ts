/**
 * Where each pair of neighbouring UTF-16 units stands in a text, by its first unit. A row holds the pairs of one first unit: how many pairs there are; for each,
 * ascending, the step from the second unit before, how often it stands there and how many bytes its places take; then the places, ascending, as steps. All are
 * numbers of seven bits a byte, lowest first, the eighth bit set on all but the last.
 */
export type PostingRow = { readonly first: number; readonly bytes: Uint8Array };

const LINE_END = 10;
const UNITS = 0x10000;

/** The rows of a text, by first unit. What follows the last unit is taken to be a line end; pairs that begin with one are left out. */
export function* postingRows(text: Uint16Array): Generator<PostingRow, void, undefined> {
  const order = byPair(text);
  const places = new Bytes();
  const head = new Bytes();
  for (let at = 0; at < order.length;) {
    const first = text[order[at]!]!;
    let to = at;
    while (to < order.length && text[order[to]!] === first) to += 1;
    if (first !== LINE_END) yield { first, bytes: row(text, order, at, to, head, places) };
    at = to;
  }
}

function row(text: Uint16Array, order: Int32Array, from: number, to: number, head: Bytes, places: Bytes): Uint8Array {
  head.clear();
  places.clear();
  let [pairs, second] = [0, 0];
  for (let at = from; at < to; pairs += 1) {
    const next = secondOf(text, order[at]!);
    const [begun, size] = [at, places.length];
    for (let place = 0; at < to && secondOf(text, order[at]!) === next; at += 1) {
      places.put(order[at]! - place);
      place = order[at]!;
    }
    head.put(next - second);
    head.put(at - begun);
    head.put(places.length - size);
    second = next;
  }
  const count = new Bytes();
  count.put(pairs);
  const whole = new Uint8Array(count.length + head.length + places.length);
  whole.set(count.taken(), 0);
  whole.set(head.taken(), count.length);
  whole.set(places.taken(), count.length + head.length);
  return whole;
}

const secondOf = (text: Uint16Array, place: number): number => (place + 1 < text.length ? text[place + 1]! : LINE_END);

/** All places by the pair that stands there, then by place: sorted by the second unit, then by the first, each time keeping the order before. */
function byPair(text: Uint16Array): Int32Array {
  const places = Int32Array.from(text, (_, place) => place);
  const seconds = sorted(places, (place) => secondOf(text, place));
  return sorted(seconds, (place) => text[place]!);
}

function sorted(places: Int32Array, key: (place: number) => number): Int32Array {
  const starts = new Int32Array(UNITS + 1);
  for (let at = 0; at < places.length; at += 1) starts[key(places[at]!) + 1]! += 1;
  for (let unit = 0; unit < UNITS; unit += 1) starts[unit + 1]! += starts[unit]!;
  const out = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) out[starts[key(places[at]!)]!++] = places[at]!;
  return out;
}

/** Bytes that numbers are appended to. */
class Bytes {
  #bytes = new Uint8Array(1_024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  put(number: number): void {
    if (this.length + 5 > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    let rest = number;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.length++] = rest;
  }

  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** The places of one pair in a row: how many, and where in the row's bytes they lie. */
export type Pair = { readonly second: number; readonly count: number; readonly from: number };

/** The pairs of a row. `seconds`: only those; null: all. */
export function pairsOf(bytes: Uint8Array, seconds: ReadonlySet<number> | null): readonly Pair[] {
  let at = 0;
  const next = (): number => {
    let [number, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++]!;
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number;
      shift += 7;
    }
  };
  const found: { second: number; count: number; from: number }[] = [];
  let [second, size] = [0, 0];
  for (let left = next(); left > 0; left -= 1) {
    second += next();
    const count = next();
    if (seconds === null || seconds.has(second)) found.push({ second, count, from: size });
    size += next();
  }
  for (const pair of found) pair.from += at;
  return found;
}

/** Writes a pair's places, ascending, into `out` from `begin` on. Returns where they end there. */
export function readPlaces(bytes: Uint8Array, { count, from }: Pair, out: Int32Array, begin: number): number {
  let [at, place] = [from, 0];
  const end = begin + count;
  for (let to = begin; to < end; to += 1) {
    let [byte, shift, step] = [bytes[at++]!, 0, 0];
    for (; byte > 0x7f; byte = bytes[at++]!, shift += 7) step |= (byte & 0x7f) << shift;
    place += step | (byte << shift);
    out[to] = place;
  }
  return end;
}
