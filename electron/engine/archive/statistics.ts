import { createHash } from 'node:crypto';
import type { Encoding } from '#contract/schemas/file.ts';
import { ArchiveSample, type SamplePage } from '#core/parse/archive-sample.ts';
import { type Archive, COUNTING, countArchive } from '#core/parse/archive.ts';
import { dictionaryWords } from '../words/dictionary.ts';

const LONG = 12; // hexadecimal digits of a version

/** Names a page by its content: `hash` of its bytes, and what they are read in. Sorts as the hashes do. */
export function contentId(hash: string, encoding: Encoding): string {
  return `${hash} ${encoding}`;
}

/** Names statistics by the set of the pages that were counted, and the way of counting. */
function versionOf(pages: readonly SamplePage[]): string {
  const hash = createHash('sha256').update(`counting ${COUNTING}\n`);
  for (const { id } of pages) hash.update(`${id}\n`);
  return hash.digest('hex').slice(0, LONG);
}

/** The statistics of the archive that some pages are the whole of: counted in a sample if they are many. Null where there is no page. They depend on the set of the pages alone. */
export function statisticsOf(pages: Iterable<SamplePage>): Archive | null {
  const sample = new ArchiveSample();
  for (const page of pages) sample.add(page);
  const counted = sample.pages();
  return counted.length === 0 ? null : countArchive(versionOf(counted), counted.map(({ text }) => text), dictionaryWords);
}
