import type { Row } from '#contract/schemas/library.ts';
import type { Estimate } from '#contract/schemas/preview.ts';
import type { Chunk, ExportSession, Exporter } from '#core/export/exporter.ts';
import { SHARD_BYTES } from '#core/export/exporter.ts';
import { codePoints } from '#core/export/code-points.ts';
import type { PageRecord } from '#core/export/record.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Library } from '../index/library.ts';
import type { Store } from '../project/store.ts';
import { BY_FILE, pagesOfRows } from './preview.ts';
import type { PreviewOptions } from './preview.ts';
import { Snapshot } from './pages.ts';

const SAMPLES = 3; // stretches of the list that are looked at: its beginning, its middle, its end
const ARTICLES = 20; // of each
const FILE_MS = 1.5; // that a file takes to come safely to a disk of today

/**
 * How large an export would be in these formats and how long it would take, reckoned from some of its articles, made as they would be and thrown away: what a format writes whatever
 * it holds, and so much a character of the articles. Writes nothing. Null where no article leaves.
 */
export async function estimateExport({ store, library }: { readonly store: Store; readonly library: Library }, exporters: readonly Exporter[], options: PreviewOptions): Promise<Estimate | null> {
  const { articles, characters } = await library.holdings(options.filter);
  if (articles === 0) return null;
  const step = Math.max(0, articles - ARTICLES) / (SAMPLES - 1);
  const rows = new Map<ArticleId, Row>();
  for (let at = 0; at < SAMPLES; at += 1) for (const row of (await library.rows(options.filter, BY_FILE, Math.floor(at * step), ARTICLES)).rows) rows.set(row.article, row);
  const snapshot = new Snapshot(options.projectDb, store.sources, store.db.isStill ? 'still' : 'read-only');
  try {
    const { reading, bom, licence, version } = options;
    const context = { reading, bom, licence, withText: Object.keys(options.filter).length === 0, version, splitters: snapshot.splitters, shardBytes: SHARD_BYTES };
    let began = performance.now();
    const pages = [...pagesOfRows(store, snapshot, [...rows.values()], options.filter)];
    const read = performance.now() - began;
    const seen = pages.reduce((sum, page) => sum + charactersOf(page), 0);
    if (seen === 0) return null;
    const share = characters / seen; // of all, of what was looked at
    let [bytes, milliseconds] = [0, read * share];
    for (const exporter of exporters) {
      const empty = made(exporter.begin(context), []);
      made(exporter.begin(context), pages); // the first time says little of how long the next ones take
      began = performance.now();
      const sample = made(exporter.begin(context), pages);
      milliseconds += (performance.now() - began) * share + Math.max(0, sample.files - empty.files) * FILE_MS * share;
      bytes += empty.bytes + Math.max(0, sample.bytes - empty.bytes) * share;
    }
    return { bytes: Math.round(bytes), milliseconds: Math.round(milliseconds) };
  } finally {
    snapshot.close();
  }
}

const charactersOf = ({ articles }: PageRecord): number => articles.reduce((sum, { passages }) => sum + passages.reduce((all, { emended }) => all + codePoints(emended), 0), 0);

/** How much a session writes, and into how many files. */
function made(session: ExportSession, pages: readonly PageRecord[]): { readonly bytes: number; readonly files: number } {
  const files = new Set<string>();
  let bytes = 0;
  const take = (chunks: Iterable<Chunk>) => {
    for (const chunk of chunks) {
      files.add(chunk.path);
      bytes += 'text' in chunk ? Buffer.byteLength(chunk.text) : chunk.bytes.length;
    }
  };
  take(session.start?.() ?? []);
  for (const page of pages) take(session.page(page));
  take(session.end?.() ?? []);
  return { bytes, files: files.size };
}
