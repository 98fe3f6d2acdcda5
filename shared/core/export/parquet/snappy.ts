const BLOCK = 1 << 16; // bytes that are looked through together: no copy reaches further back
const TABLE_BITS = 14;
const MARGIN = 15; // bytes before a block's end in which no copy begins
const SHORT = 40; // bytes of a literal that are sooner copied one by one

/**
 * Compresses bytes in the Snappy format (google/snappy, format_description.txt; the search is that of its compressor, which looks less often the longer it finds nothing).
 * The same bytes give the same on every platform.
 */
export function snappy(input: Uint8Array): Uint8Array {
  const out = new Uint8Array(32 + input.length + Math.ceil(input.length / 6));
  let at = 0;
  for (let left = input.length; ; left >>>= 7) {
    if (left < 0x80) {
      out[at++] = left;
      break;
    }
    out[at++] = (left & 0x7f) | 0x80;
  }
  const table = new Uint16Array(1 << TABLE_BITS);
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  for (let from = 0; from < input.length; from += BLOCK) {
    if (from > 0) table.fill(0);
    at = compressBlock(input, view, from, Math.min(from + BLOCK, input.length), table, out, at);
  }
  return out.subarray(0, at);
}

const slot = (word: number): number => Math.imul(word, 0x1e35a7bd) >>> (32 - TABLE_BITS);

/** Adds a block's bytes to `out`; says where `out` ends then. `table`: by four bytes, where they were met last. */
function compressBlock(input: Uint8Array, view: DataView, start: number, end: number, table: Uint16Array, out: Uint8Array, begun: number): number {
  const limit = end - MARGIN;
  let [at, emitted, place] = [begun, start, start + 1];
  for (let skip = 32; place < limit;) {
    const word = view.getInt32(place, true);
    const own = slot(word);
    let candidate = start + table[own]!;
    table[own] = place - start;
    if (word !== view.getInt32(candidate, true)) {
      const step = skip >>> 5;
      skip += step;
      place += step;
      continue;
    }
    if (place > emitted) at = putLiteral(input, emitted, place, out, at);
    for (;;) {
      let length = 4;
      while (place + length < end && input[place + length] === input[candidate + length]) length += 1;
      at = putCopy(place - candidate, length, out, at);
      place += length;
      emitted = place;
      if (place >= limit) break;
      table[slot(view.getInt32(place - 1, true))] = place - 1 - start;
      const next = view.getInt32(place, true);
      const nextSlot = slot(next);
      candidate = start + table[nextSlot]!;
      table[nextSlot] = place - start;
      if (next !== view.getInt32(candidate, true)) break;
    }
    place += 1;
    skip = 32;
  }
  return emitted < end ? putLiteral(input, emitted, end, out, at) : at;
}

/** Bytes that stand for themselves. */
function putLiteral(input: Uint8Array, from: number, to: number, out: Uint8Array, begun: number): number {
  let at = begun;
  const less = to - from - 1;
  if (less < 60) out[at++] = less << 2;
  else if (less < 0x100) {
    out[at++] = 60 << 2;
    out[at++] = less;
  } else {
    out[at++] = 61 << 2;
    out[at++] = less & 0xff;
    out[at++] = less >>> 8;
  }
  if (less >= SHORT) out.set(input.subarray(from, to), at);
  else for (let k = from; k < to; k += 1) out[at + k - from] = input[k]!;
  return at + less + 1;
}

/** Bytes that stood so far before: sixty-four at a time, never fewer than four. */
function putCopy(offset: number, length: number, out: Uint8Array, begun: number): number {
  let [at, left] = [begun, length];
  while (left > 0) {
    const part = left >= 68 ? 64 : left > 64 ? 60 : left;
    if (part < 12 && offset < 2_048) {
      out[at++] = 1 | ((part - 4) << 2) | ((offset >>> 8) << 5);
      out[at++] = offset & 0xff;
    } else {
      out[at++] = 2 | ((part - 1) << 2);
      out[at++] = offset & 0xff;
      out[at++] = offset >>> 8;
    }
    left -= part;
  }
  return at;
}
