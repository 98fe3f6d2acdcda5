import { createHash, hash as hashAtOnce } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateSync, inflate as inflateBeside } from 'node:zlib';
import type { Encoding } from '#contract/schemas/file.ts';
import { invariant } from '#util/invariant.ts';
import type { Database } from '../db/database.ts';
import { SPARE, inflate } from '../db/pack.ts';
import { DamagedError, LostTextError } from '../db/sqlite-error.ts';

/** How bytes become text; the same function the folder is read with. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | null;

/** Encodings whose tables were revised over the years, as the reading of layout files may be: the text itself is kept too, so that offsets into it can never move. */
const REVISED: ReadonlySet<Encoding> = new Set(['gb18030', 'big5']);
const CACHED = 24; // issues someone is at work on
const inflated = promisify(inflateBeside);

/** A version of a file. `isLayout`: its text is what a layout file says, not what its bytes are. */
export type Version = { readonly hash: string; readonly bytes: Uint8Array; readonly encoding: Encoding; readonly text: string; readonly isLayout?: boolean };

/** A version whose text is wanted. `textHash`: of the text its tree was made on. */
export type Wanted = { readonly hash: string; readonly encoding: Encoding; readonly textHash: string };

/** A text as it is stored: the bytes that it is decoded from, packed, or what is kept of it beside them; null where it is lost or damaged. */
export type PackedText = { readonly packed: Uint8Array; readonly size: number } | { readonly text: string } | null;

/** Whether the text of a version is kept beside its bytes. */
const keepsText = ({ encoding, isLayout = false }: Version): boolean => isLayout || REVISED.has(encoding);

/** SHA-256 of a text, exact for any string. */
export function textHash(text: string): string {
  const room = text.length * 2 <= units.length ? units : Buffer.allocUnsafeSlow(text.length * 2);
  return hashAtOnce('sha256', room.subarray(0, room.write(text, 'utf16le')), 'hex');
}

const units = Buffer.allocUnsafeSlow(1 << 17); // used again for each text: what is let go of outside the heap has it looked through the sooner

/** sources.db: the bytes of every version ever read, by hash. */
export class SourceStore {
  readonly #db: Database;
  readonly #decode: Decode;
  readonly #texts = new Map<string, string>();

  constructor(db: Database, decode: Decode) {
    this.#db = db;
    this.#decode = decode;
  }

  /** Keeps versions; those already there are passed over. Returned means they are on the disk. */
  keep(versions: readonly Version[]): void {
    const unknown = versions.filter((version) => !this.has(version.hash) || (keepsText(version) && !this.#hasText(version.hash, version.encoding)));
    if (unknown.length === 0) return;
    this.#db.transaction(() => {
      for (const version of unknown) {
        const { hash, bytes, encoding, text } = version;
        this.#db.run(
          'INSERT INTO source (hash, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', hash, bytes.length, deflateSync(bytes, { level: 1 }),
        );
        if (!keepsText(version)) continue;
        const packed = deflateSync(Buffer.from(text, 'utf16le'), { level: 1 });
        this.#db.run('INSERT INTO decoded (hash, encoding, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', hash, encoding, packed);
      }
    });
  }

  has(hash: string): boolean {
    return this.#db.get('SELECT 1 FROM source WHERE hash = ?', hash) !== undefined;
  }

  #hasText(hash: string, encoding: Encoding): boolean {
    return this.#db.get('SELECT 1 FROM decoded WHERE hash = ? AND encoding = ?', hash, encoding) !== undefined;
  }

  /** The bytes of a version. Throws DamagedError if they are not there or not what they were. */
  bytes(hash: string): Uint8Array {
    const bytes = this.#inflated(hash);
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new DamagedError(`the bytes of version ${hash} have changed`, 'sources');
    return bytes;
  }

  #inflated(hash: string): Uint8Array {
    const row = this.#db.get<{ size: number; bytes: Uint8Array }>('SELECT size, bytes FROM source WHERE hash = ?', hash);
    if (!row) throw new LostTextError(`the bytes of version ${hash} are missing`, 'sources');
    return inflate(row.bytes, 'sources', row.size);
  }

  /** The text of a version as its tree was made on. `expected` is its text hash. */
  text(hash: string, encoding: Encoding, expected: string): string {
    const known = this.#texts.get(expected);
    if (known !== undefined) {
      this.#texts.delete(expected);
      this.#texts.set(expected, known);
      return known;
    }
    // The text's own hash vouches for the bytes as well. What is kept may be what a layout file says, where an older Stet took the file for plain text.
    const stored = this.keptText(hash, encoding);
    const text = stored !== null && textHash(stored) === expected ? stored : this.#decode(this.#inflated(hash), encoding);
    if (text === null || textHash(text) !== expected) throw new DamagedError(`the text of version ${hash} is not the one its tree was made on`, 'sources');
    this.#keepAtHand(expected, text);
    return text;
  }

  #keepAtHand(expected: string, text: string): void {
    this.#texts.set(expected, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= CACHED) break;
      this.#texts.delete(oldest);
    }
  }

  /**
   * Has the texts of a few versions at hand before they are asked for: what their bytes are packed in is undone beside this thread. Those of which more is kept than
   * bytes, and those that are not as they were, are left to whoever asks.
   */
  async fetch(versions: readonly Wanted[]): Promise<void> {
    const plain = new Map(versions.filter(({ encoding, textHash: expected }) => !REVISED.has(encoding) && !this.#texts.has(expected)).map((version) => [version.hash, version]));
    const rows = this.#db.all<{ hash: string; size: number; bytes: Uint8Array }>(
      'SELECT hash, size, bytes FROM source WHERE hash IN (SELECT value FROM json_each(?)) AND hash NOT IN (SELECT hash FROM decoded)', JSON.stringify([...plain.keys()]),
    );
    await Promise.all(rows.map(async ({ hash, size, bytes }) => {
      const unpacked = await inflated(bytes, { chunkSize: size + SPARE }).catch(() => null);
      const { encoding, textHash: expected } = plain.get(hash)!;
      const text = unpacked && this.#decode(unpacked, encoding);
      if (text && textHash(text) === expected) this.#keepAtHand(expected, text);
    }));
  }

  /** Some texts as they are stored, for whoever unpacks them elsewhere; by the hash of the text. */
  packed(versions: readonly Wanted[]): ReadonlyMap<string, PackedText> {
    const rows = this.#db.all<{ hash: string; size: number; bytes: Uint8Array }>(
      'SELECT hash, size, bytes FROM source WHERE hash IN (SELECT value FROM json_each(?)) AND hash NOT IN (SELECT hash FROM decoded)', JSON.stringify(versions.map(({ hash }) => hash)),
    );
    const plain = new Map(rows.map(({ hash, size, bytes }) => [hash, { packed: bytes, size }]));
    return new Map(versions.map((version) => [version.textHash, plain.get(version.hash) ?? this.#textIfWhole(version)]));
  }

  #textIfWhole({ hash, encoding, textHash: expected }: Wanted): PackedText {
    try {
      return { text: this.text(hash, encoding, expected) };
    } catch (error) {
      if (error instanceof DamagedError) return null;
      throw error;
    }
  }

  /** The bytes of a version whose text is kept beside them, which may be those of a layout file; null of any other. */
  bytesBehind(hash: string, encoding: Encoding): Uint8Array | null {
    return this.#hasText(hash, encoding) ? this.#inflated(hash) : null;
  }

  /** The text that is kept of a version beside its bytes; null where it is what they say. */
  keptText(hash: string, encoding: Encoding): string | null {
    const row = this.#db.get<{ text: Uint8Array }>('SELECT text FROM decoded WHERE hash = ? AND encoding = ?', hash, encoding);
    return row ? inflate(row.text).toString('utf16le') : null;
  }

  /** Lets go of pages that are kept in memory, and can be read again. */
  shrink(): void {
    this.#db.shrink();
  }

  close(): void {
    invariant(!this.#db.inTransaction, 'no transaction is under way');
    this.#db.close();
  }
}
