import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { type Archive, COUNTING } from '#core/parse/archive.ts';
import type { Breaks } from '#core/parse/breaks.ts';
import type { Tally } from '#core/parse/tally.ts';
import { invariant } from '#util/invariant.ts';

/** An archive's statistics, and how many pages it had when they were counted. */
export type Counted = { readonly archive: Archive; readonly of: number };

/** Bytes that threads share. */
export type SharedBytes = Uint8Array<SharedArrayBuffer>;

const HEAD = 512; // bytes
const UNITS = 1 << 16;

type Head = {
  readonly counting: number;
  readonly version: string;
  readonly of: number;
  readonly characters: number;
  readonly breaks: Breaks;
  readonly slots: readonly [pairs: number, triples: number];
  readonly sha256: string; // of all that follows the head
};

const sharedBytes = (length: number): SharedBytes => new Uint8Array(new SharedArrayBuffer(length));
const hashOf = (bytes: SharedBytes) => createHash('sha256').update(bytes.subarray(HEAD)).digest('hex');
const SLOT = 2 * Int32Array.BYTES_PER_ELEMENT;
const lengthFor = ([pairs, triples]: Head['slots']) => HEAD + UNITS * Uint32Array.BYTES_PER_ELEMENT + (pairs + triples) * SLOT;

function tables(buffer: SharedArrayBuffer, slots: Head['slots']): Pick<Archive, 'singles' | 'pairs' | 'triples'> {
  const singles = new Uint32Array(buffer, HEAD, UNITS);
  let at = HEAD + singles.byteLength;
  const [pairs, triples] = slots.map((length) => {
    const table = new Int32Array(buffer, at, 2 * length);
    at += length * SLOT;
    return { slots: table };
  }) as [Tally, Tally];
  return { singles, pairs, triples };
}

/** Statistics as bytes: a line of JSON, filled up with spaces, then the tables as they lie in memory (little-endian, like every machine that Stet runs on). */
export function packArchive({ archive, of }: Counted): SharedBytes {
  const { version, characters, breaks, singles, pairs, triples } = archive;
  const slots = [pairs.slots.length / 2, triples.slots.length / 2] as const;
  const bytes = sharedBytes(lengthFor(slots));
  const to = tables(bytes.buffer, slots);
  to.singles.set(singles);
  to.pairs.slots.set(pairs.slots);
  to.triples.slots.set(triples.slots);
  const head: Head = { counting: COUNTING, version, of, characters, breaks, slots, sha256: hashOf(bytes) };
  bytes.set(Buffer.from(`${JSON.stringify(head).padEnd(HEAD - 1)}\n`, 'latin1'));
  return bytes;
}

function headOf(bytes: SharedBytes): Head | null {
  try {
    return JSON.parse(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')) as Head;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether bytes, wherever they come from, are packed statistics as they were written, counted in the way that this program counts. */
export function isWhole(bytes: SharedBytes): boolean {
  const head = headOf(bytes);
  return head?.counting === COUNTING && bytes.length === lengthFor(head.slots) && head.sha256 === hashOf(bytes);
}

/** The statistics that were packed, as they lie in the bytes, which have to be whole. */
export function unpackArchive(bytes: SharedBytes): Counted {
  const head = headOf(bytes);
  invariant(head, 'packed statistics begin with a head');
  const { version, characters, breaks, of, slots } = head;
  return { archive: { version, characters, breaks, ...tables(bytes.buffer, slots) }, of };
}

/** Reads a file of packed statistics. Null if it is not whole. Throws what the disk says, also if it is not there. */
export async function readArchiveFile(path: string): Promise<Counted | null> {
  const file = await readFile(path);
  const bytes = sharedBytes(file.length);
  bytes.set(file);
  return isWhole(bytes) ? unpackArchive(bytes) : null;
}

/** Writes what was counted beside its place and renames: a file under its name is whole. Throws what the disk says. */
export async function writeArchiveFile(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  const handle = await open(partial, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, path);
}
