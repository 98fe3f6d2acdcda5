import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../ingest/file-errors.ts';

/** What is known of a count without reading all of it. */
export type LanguageHead = {
  readonly version: string; // names the texts that were counted, the way of counting, and what texts are judged with
  readonly extent: number; // of the archive when it was counted: see `extentOf`
};

/** How the file of a count begins: a line of JSON, filled up with spaces. `length` in bytes, `sha256` of all that follows. */
export type WrittenHead = LanguageHead & { readonly counting: number; readonly length: number; readonly sha256: string };

export const HEAD = 512; // bytes

/** The way of counting, of keeping it and of judging: raised when the same pages would be counted, or texts judged, otherwise. */
export const LANGUAGE_COUNTING = 8;

/** So many times text counts that a person approved: what is printed is wrong here and there. */
export const APPROVED_WEIGHT = 3;

const LONG = 12; // hexadecimal digits of each half of a version

/** What texts are judged with beside an archive's counts, and the way of counting, as one name. */
export function toolsOf(resourcesPath: string): string {
  const hash = createHash('sha256').update(`language ${LANGUAGE_COUNTING}\n`);
  for (const file of [join('checks', 'weights.json'), join('lexicon', 'confusions.json')]) hash.update(readFileSync(join(resourcesPath, file)));
  return hash.digest('hex').slice(0, LONG);
}

/** Names a count of such texts. */
export function versionOf(tools: string, texts: Iterable<string>): string {
  const hash = createHash('sha256').update(tools);
  for (const text of texts) hash.update(JSON.stringify(text));
  return `${tools}-${hash.digest('hex').slice(0, LONG)}`;
}

/** Whether a count of this version was made for what texts are judged with now. */
export const isOfTools = (version: string, tools: string): boolean => version.startsWith(`${tools}-`);

/** The beginning of a file of which the rest is `body`. */
export function writeHead({ version, extent }: LanguageHead, body: Uint8Array): Uint8Array {
  const written: WrittenHead = { version, extent, counting: LANGUAGE_COUNTING, length: body.length, sha256: createHash('sha256').update(body).digest('hex') };
  return Buffer.from(`${JSON.stringify(written).padEnd(HEAD - 1)}\n`, 'latin1');
}

/** What stands at the beginning of some bytes; null if that is no head of a count made in this way. */
export function headIn(bytes: Uint8Array): WrittenHead | null {
  try {
    const written = JSON.parse(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')) as WrittenHead;
    return written.counting === LANGUAGE_COUNTING ? written : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads the head of a file. Null if it is not there; whether the rest is whole shows when it is read. Throws what else the disk says. */
export function readLanguageHead(path: string): LanguageHead | null {
  const bytes = new Uint8Array(HEAD);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, HEAD, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const written = headIn(bytes);
  return written && { version: written.version, extent: written.extent };
}
