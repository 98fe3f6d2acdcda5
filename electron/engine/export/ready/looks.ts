import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isExportFilter } from '#core/export/filter.ts';
import { moveIntoPlace } from '../../db/files.ts';
import type { ExportOptions } from '../options.ts';

/** How an export is to look: of what is asked for, all that what pages come to hangs on. */
export type Looks = Pick<ExportOptions, 'formats' | 'filter' | 'reading' | 'bom' | 'licence'>;

/** How an export is made ready. `ofAll`: all its pages, not only those of which an article has an id because it was approved. */
export type ReadyLooks = Looks & { readonly ofAll: boolean };

/** What of a project that was never exported is likely to be exported first: the little that was approved, as nobody asked for more. */
export const LIKELY: ReadyLooks = { ofAll: false, formats: ['csv', 'jsonl'], filter: {}, reading: 'emended', bom: false, licence: '' };

/** Writes down how the last export looked. Where that cannot be, or the look is one of which nothing is kept, nothing is written. */
export function putLooks(path: string, { formats, filter, reading, bom, licence }: Looks): void {
  if (!isExportFilter(filter)) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.partial`, JSON.stringify({ formats, filter, reading, bom, licence } satisfies Looks));
    moveIntoPlace(`${path}.partial`, path);
  } catch {
    // Only the next export is slower for it.
  }
}

/** How the last export looked; null where there was none, or it cannot be told. */
export function readLooks(path: string): Looks | null {
  try {
    const said = JSON.parse(readFileSync(path, 'utf8')) as Looks;
    const isWhole = Array.isArray(said.formats) && said.formats.length > 0 && typeof said.bom === 'boolean' && typeof said.licence === 'string' && ['emended', 'printed'].includes(said.reading);
    return isWhole && isExportFilter(said.filter) ? said : null;
  } catch {
    return null;
  }
}
