/*
 * Memory for numbers that are of no use once a piece of work is done. Pages are split by hundreds, and each takes a hundred arrays: made anew, they lie where
 * nothing was lately, which is far, and stay until the garbage is collected. Inside `scratching` they come out of one buffer, which the next piece of
 * work uses from its beginning again (region-based memory: Tofte and Talpin, 1997); outside of it they are made as ever.
 */

const SMALLEST = 1 << 20; // bytes
const LARGEST = 1 << 22; // what a piece of work needs beyond that is made as ever
const STEP = 8; // where arrays may begin

let buffer = new ArrayBuffer(SMALLEST);
let isOpen = false;
let used = 0; // by the piece of work, what found no room included

/** Does a piece of work. Nothing that it returns, or that outlives it elsewhere, may hold an array of this file. */
export function scratching<T>(work: () => T): T {
  if (isOpen) return work();
  if (used > buffer.byteLength && buffer.byteLength < LARGEST) buffer = new ArrayBuffer(buffer.byteLength * 2);
  isOpen = true;
  used = 0;
  try {
    return work();
  } finally {
    isOpen = false;
  }
}

/** Where so many bytes begin in the buffer, -1 if they are to be made anew. */
function place(bytes: number): number {
  if (!isOpen) return -1;
  const at = used;
  used = Math.ceil((used + bytes) / STEP) * STEP;
  return used > buffer.byteLength ? -1 : at;
}

/** So many zeros, of 64 bits each with a fraction. */
export function doubles(length: number): Float64Array {
  const at = place(length * Float64Array.BYTES_PER_ELEMENT);
  return at < 0 ? new Float64Array(length) : new Float64Array(buffer, at, length).fill(0);
}

/** So many zeros, of 32 bits each with a sign. */
export function integers(length: number): Int32Array {
  const at = place(length * Int32Array.BYTES_PER_ELEMENT);
  return at < 0 ? new Int32Array(length) : new Int32Array(buffer, at, length).fill(0);
}

/** So many zeros, of 16 bits each. */
export function shorts(length: number): Uint16Array {
  const at = place(length * Uint16Array.BYTES_PER_ELEMENT);
  return at < 0 ? new Uint16Array(length) : new Uint16Array(buffer, at, length).fill(0);
}

/** So many zeros, for whole numbers from 0 up to `most`: half the memory, where that will do, is twice as near. */
export const wholes = (length: number, most: number): Uint16Array | Int32Array => (most < 1 << 16 ? shorts(length) : integers(length));

/** So many zeros, of 8 bits each. */
export function bytes(length: number): Uint8Array {
  const at = place(length);
  return at < 0 ? new Uint8Array(length) : new Uint8Array(buffer, at, length).fill(0);
}

/** So many zeros, of 8 bits each with a sign. */
export function signedBytes(length: number): Int8Array {
  const at = place(length);
  return at < 0 ? new Int8Array(length) : new Int8Array(buffer, at, length).fill(0);
}
