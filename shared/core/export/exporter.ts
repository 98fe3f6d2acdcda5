import type { Reading } from '../model/reading.ts';
import type { PageRecord } from './record.ts';

/**
 * Text or bytes for the end of a file of the export. `path` is below the format's folder, with `/`, and safe on every platform. `closes`: nothing more will be
 * added to the file. What has not been closed at the end is closed then.
 */
export type Chunk = { readonly path: string; readonly closes?: true } & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** What is exported, and how it is asked for. */
export type ExportContext = {
  readonly reading: Reading; // of the fields of articles; what holds both readings has them whichever is asked for
  readonly bom: boolean; // a byte order mark before tables for spreadsheets
  readonly licence: string; // as the user states it, an identifier where there is one
  readonly withText: boolean; // whether the whole source text of a page may leave: not where a filter takes only some of it
  readonly version: string; // Stet's
  readonly splitters: readonly string[];
  readonly leftOut?: number; // pages that cannot be read and do not leave; no page's part hangs on it
  readonly shardBytes: number; // a file of a format that parts its files is closed once it is as long
};

/** An export in one format, begun. For every page in order `page` is called, or `take` with what `part` gave for it, then `end` once; `start` before all. */
export type ExportSession = {
  readonly start?: () => Iterable<Chunk>;
  readonly page: (page: PageRecord) => Iterable<Chunk>;
  readonly take?: (part: readonly Chunk[]) => Iterable<Chunk>; // absent: a part is taken as it is
  readonly end?: () => Iterable<Chunk>; // ends of files, and files that are reckoned from the whole
};

/**
 * An export format: pages in, chunks of text or bytes out, in order. Of what went by only sums are kept, and never more of it than a few
 * thousand rows. The same pages in the same order give the same chunks on every platform and in every language setting. It does not open,
 * write or count files: the engine does.
 */
export type Exporter = {
  readonly id: string; // also its folder in the export, and its key in the string files
  readonly begin: (context: ExportContext) => ExportSession;
  readonly part: PagePart;
};

/** What a page comes to, wherever in the export it stands: of the page and the context alone, so that it can be made beside others, and kept for the next export. */
export type PagePart = (page: PageRecord, context: ExportContext) => readonly Chunk[];

/** How long files of formats that part them become, unless asked otherwise. */
export const SHARD_BYTES = 128 * 1024 * 1024;
