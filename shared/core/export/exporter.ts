import type { PageRecord } from './record.ts';

/** Text for the end of a file of the export. `path` is below the format's folder, with `/`, and safe on every platform. */
export type Chunk = { readonly path: string; readonly text: string };

/**
 * An export format: pages in, chunks of text out, in order, nothing kept between pages. The same pages in the same order give the
 * same chunks on every platform and in every language setting. It does not open, write or count files: the engine does.
 */
export type Exporter = {
  readonly id: string; // also its folder in the export, and its key in the string files
  readonly growing: readonly string[]; // files that every page adds to; all others are of one article
  readonly chunks: (page: PageRecord) => Iterable<Chunk>;
};
