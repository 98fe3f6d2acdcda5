import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Habits } from '#core/language/company.ts';
import type { Grams } from '#core/language/grams.ts';
import type { WordGrams } from '#core/language/word-grams.ts';
import type { NameCounts } from '#core/names/register.ts';
import { errorCode } from '../ingest/file-errors.ts';
import { HEAD, headIn, writeHead } from './language-head.ts';
import type { LanguageHead } from './language-head.ts';

/** What an archive's pages say of its language, as it is kept: see `ArchiveLanguage`. `printed`: the pages whose text was counted as it is printed, by the hash of their bytes. */
export type CountedLanguage = { readonly head: LanguageHead; readonly grams: Grams; readonly wordGrams: WordGrams; readonly habits: Habits; readonly names: NameCounts; readonly printed: ReadonlySet<string> };

/** A count as bytes: its head, then its parts as V8 writes values. */
export function packLanguage({ head, ...parts }: CountedLanguage): Uint8Array {
  const body = serialize(parts);
  return Buffer.concat([writeHead(head, body), body]);
}

/** The count in some bytes, wherever they come from; null if it is not as it was written, or was counted in another way. */
export function unpackLanguage(bytes: Uint8Array): CountedLanguage | null {
  const written = headIn(bytes);
  const body = bytes.subarray(HEAD);
  if (written?.length !== body.length || written.sha256 !== createHash('sha256').update(body).digest('hex')) return null;
  return { head: { version: written.version, extent: written.extent }, ...(deserialize(body) as Omit<CountedLanguage, 'head'>) };
}

/** Reads a file of it. Null if it is not there or not whole. Throws what else the disk says. */
export async function readLanguageFile(path: string): Promise<CountedLanguage | null> {
  try {
    return unpackLanguage(await readFile(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
