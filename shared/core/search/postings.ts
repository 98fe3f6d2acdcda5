/**
 * Where pairs of neighbouring UTF-16 units stand in a text. A row holds pairs of one first unit, from one second unit (`second`) on: how many bytes its head takes;
 * the head, for each pair, ascending, the step from the second unit before, how often it stands there and how many bytes its places take; then the places, ascending,
 * as steps. All are numbers of seven bits a byte, lowest first, the eighth bit set on all but the last. A row ends with the pair that makes it `ROOM` bytes or more:
 * to look a pair up a quarter of a page of the database is read, not all that begins with a common character.
 */
export type PostingRow = { readonly first: number; readonly second: number; readonly bytes: Uint8Array };

const LINE_END = 10;
const UNITS = 0x10000;
const ROOM = 900;

/** The rows of a text, by first and second unit. What follows the last unit is taken to be a line end; pairs that begin with one are left out. */
export function* postingRows(text: Uint16Array): Generator<PostingRow, void, undefined> {
  const order = byPair(text);
  const row = { head: new Bytes(), places: new Bytes() };
  for (let at = 0; at < order.length;) {
    const first = text[order[at]!]!;
    const second = secondOf(text, order[at]!);
    const to = fill(row, text, order, at);
    if (first !== LINE_END) yield { first, second, bytes: whole(row) };
    at = to;
  }
}

type Filled = { readonly head: Bytes; readonly places: Bytes };

/** Fills a row with pairs from `from` of the order on; returns where it ends there. */
function fill({ head, places }: Filled, text: Uint16Array, order: Int32Array, from: number): number {
  head.clear();
  places.clear();
  const first = text[order[from]!]!;
  let [at, second] = [from, 0];
  while (at < order.length && text[order[at]!] === first && head.length + places.length < ROOM) {
    const next = secondOf(text, order[at]!);
    const [begun, size] = [at, places.length];
    for (let place = 0; at < order.length && text[order[at]!] === first && secondOf(text, order[at]!) === next; at += 1) {
      places.put(order[at]! - place);
      place = order[at]!;
    }
    head.put(next - second);
    head.put(at - begun);
    head.put(places.length - size);
    second = next;
  }
  return at;
}

function whole({ head, places }: Filled): Uint8Array {
  const length = new Bytes();
  length.put(head.length);
  const bytes = new Uint8Array(length.length + head.length + places.length);
  bytes.set(length.taken(), 0);
  bytes.set(head.taken(), length.length);
  bytes.set(places.taken(), length.length + head.length);
  return bytes;
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
export type Pair = { readonly count: number; readonly from: number };

/** The pair of a row with that second unit; null: it stands nowhere. */
export function pairOf(bytes: Uint8Array, second: number): Pair | null {
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
  const length = next();
  const end = at + length;
  let [here, from] = [0, end];
  for (;;) {
    if (at === end || here > second) return null;
    here += next();
    const count = next();
    if (here === second) return { count, from };
    from += next();
  }
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

/** Writes the places of all pairs of a row into `out` from `begin` on, those of each pair ascending. Returns where they end there. They are no more than the row has bytes. */
export function readRow(bytes: Uint8Array, out: Int32Array, begin: number): number {
  let at = 0;
  const next = (): number => {
    let [byte, shift, number] = [bytes[at++]!, 0, 0];
    for (; byte > 0x7f; byte = bytes[at++]!, shift += 7) number |= (byte & 0x7f) << shift;
    return number | (byte << shift);
  };
  const length = next();
  const end = at + length;
  let [from, to] = [end, begin];
  for (;;) {
    if (at === end) return to;
    next(); // the second unit
    const count = next();
    const size = next();
    to = readPlaces(bytes, { count, from }, out, to);
    from += size;
  }
}
