import type { Database } from '../db/database.ts';
import type { DocText } from './docs.ts';

/** Texts one after the other, parted by line feeds. */
export type Pack = {
  readonly docs: Int32Array; // of each its number and where it begins
  readonly lines: Int32Array; // of each where it begins times eight, and its role
  readonly text: Uint16Array;
};

const LINE_FEED = 10;

/** Puts texts into a pack. */
export function packOf(texts: readonly DocText[]): Pack {
  const text = new Uint16Array(texts.reduce((sum, each) => sum + each.text.length + 1, 0));
  const docs = new Int32Array(texts.length * 2);
  const lines = new Int32Array(texts.reduce((sum, { roles }) => sum + roles.length, 0));
  let [at, line] = [0, 0];
  for (const [index, each] of texts.entries()) {
    docs[index * 2] = each.doc;
    docs[index * 2 + 1] = at;
    let begins = true;
    let role = 0;
    for (let i = 0; i < each.text.length; i += 1) {
      if (begins && role < each.roles.length) lines[line++] = (at << 3) | Number(each.roles[role++]);
      const unit = each.text.charCodeAt(i);
      begins = unit === LINE_FEED;
      text[at++] = unit;
    }
    text[at++] = LINE_FEED;
  }
  return { docs, lines, text };
}

/** The number of the row that begins with a pair of units. */
export const rowId = (pack: number, first: number, second: number): number => (pack * UNITS + first) * UNITS + second;

/** The pack and first unit of a row, as one number. */
export const ownerOf = (row: number): number => Math.floor(row / UNITS);

const UNITS = 0x10000;

/** How many docs a pack has. */
export const docCount = (docs: Int32Array): number => docs.length >> 1;

/** Where a doc of a pack begins. */
export const startOf = (docs: Int32Array, at: number): number => docs[at * 2 + 1]!;

export const bytesOf = (numbers: Int32Array | Uint16Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

// What SQLite gives may begin anywhere; numbers have to be aligned.
const whole = (bytes: Uint8Array, size: number): ArrayBuffer => (bytes.byteOffset % size === 0 ? (bytes.buffer as ArrayBuffer) : bytes.slice().buffer);
const offset = (bytes: Uint8Array, size: number): number => (bytes.byteOffset % size === 0 ? bytes.byteOffset : 0);
export const intsOf = (bytes: Uint8Array): Int32Array => new Int32Array(whole(bytes, 4), offset(bytes, 4), bytes.byteLength >> 2);
export const unitsOf = (bytes: Uint8Array): Uint16Array => new Uint16Array(whole(bytes, 2), offset(bytes, 2), bytes.byteLength >> 1);

/** A stored pack's text; null: it is there no more. */
export function readText(db: Database, pack: number): Uint16Array | null {
  const row = db.get<{ text: Uint8Array }>('SELECT text FROM search_text WHERE pack = ?', pack);
  return row ? unitsOf(row.text) : null;
}

/** Where the lines of a stored pack begin, and their roles. */
export function readLines(db: Database, pack: number): Int32Array | null {
  const row = db.get<{ lines: Uint8Array }>('SELECT lines FROM search_text WHERE pack = ?', pack);
  return row ? intsOf(row.lines) : null;
}

/** Units as a string. */
export const stringOf = (units: Uint16Array): string => Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');

