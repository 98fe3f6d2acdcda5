import { join } from 'node:path';
import { isMarkupName } from '#core/metadata/file-stem.ts';
import type { SamplePage } from '#core/parse/archive-sample.ts';
import type { Commonness } from '../ingest/commonness.ts';
import { decodePage } from '../ingest/decode-page.ts';
import { hashOf, readBytes } from '../ingest/read-bytes.ts';
import type { ReadItem } from '../ingest/read-page.ts';
import { isBlankText } from '../ingest/read-page.ts';
import { type SharedBytes, packArchive } from './archive-file.ts';
import { contentId, statisticsOf } from './statistics.ts';

/** A larger text is more than a page, and would outweigh all that are one. */
export const LARGEST_COUNTED = 1024 * 1024; // bytes

/** Markup says of every word where it stands: a page of it is so many times as large as its text. */
const MARKUP = 16;

/** Whether a file may be a page that is counted, by its name and size. */
export const mayBeCounted = ({ path, size }: Pick<ReadItem, 'path' | 'size'>): boolean => size <= LARGEST_COUNTED * (isMarkupName(path) ? MARKUP : 1);

/** Files of the watched folder as pages to be counted, decoded like those that are split. What cannot be read, or holds nothing, is passed over. */
export function* pagesIn(folder: string, items: Iterable<ReadItem>, commonness: Commonness): Generator<SamplePage> {
  for (const item of items) {
    if (!mayBeCounted(item)) continue;
    const read = readBytes(join(folder, item.target ?? item.path), item);
    const decoded = read.ok ? decodePage(read.value, item.path, item.encoding, commonness) : null;
    if (!read.ok || !decoded?.ok || isBlankText(decoded.value.text) || decoded.value.text.length > LARGEST_COUNTED) continue;
    yield { id: contentId(hashOf(read.value), decoded.value.encoding), text: decoded.value.text };
  }
}

/** Counts files of the watched folder, which stand for an archive of `of` pages. Returns packed statistics; null where no file can be counted. */
export function countPages(folder: string, items: readonly ReadItem[], of: number, commonness: Commonness): SharedBytes | null {
  const archive = statisticsOf(pagesIn(folder, items, commonness));
  return archive && packArchive({ archive, of });
}
