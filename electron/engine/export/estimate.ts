import { setImmediate as breathe } from 'node:timers/promises';
import type { Row } from '#contract/schemas/library.ts';
import type { Estimate } from '#contract/schemas/preview.ts';
import type { Chunk, ExportContext, ExportSession, Exporter } from '#core/export/exporter.ts';
import { SHARD_BYTES } from '#core/export/exporter.ts';
import { codePoints } from '#core/export/code-points.ts';
import { PageNames } from '#core/export/page-names.ts';
import type { PageRecord } from '#core/export/record.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Library } from '../index/library.ts';
import type { Store } from '../project/store.ts';
import { MADE_TO_KEPT, rateOf } from './kept/rates.ts';
import { lookAtKept } from './kept/ways.ts';
import { BY_FILE, pagesOfRows } from './preview.ts';
import type { PreviewOptions } from './preview.ts';
import { Snapshot } from './pages.ts';

const SAMPLES = 3; // stretches of the list that are looked at: its beginning, its middle, its end
const ARTICLES = 20; // of each
const LOOKED_FOR = 2_000; // pages, at even distances, of which it is seen whether they are kept
const AT_ONCE = 100; // of them between two looks at the rest of the engine
const FILE_MS = 1.5; // that a file takes to come safely to a disk of today, until an export has told

type EstimateOptions = PreviewOptions & { readonly kept?: string }; // the folder for what pages came to in earlier exports

/**
 * How large an export would be in these formats and how long it would take, reckoned from some of its articles, made as they would be and thrown away: what a format writes whatever
 * it holds, and so much a character of the articles. What earlier exports kept need not be made; how long pages took in those, in the same formats, tells how long they will. Writes
 * nothing. Null where no article leaves.
 */
export async function estimateExport({ store, library }: { readonly store: Store; readonly library: Library }, exporters: readonly Exporter[], options: EstimateOptions): Promise<Estimate | null> {
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
    let making = performance.now() - began; // milliseconds, of what is looked at
    const seen = pages.reduce((sum, page) => sum + charactersOf(page), 0);
    if (seen === 0) return null;
    const share = characters / seen; // of all, of what was looked at
    let [bytes, files] = [0, 0];
    for (const exporter of exporters) {
      const empty = made(exporter.begin(context), []);
      made(exporter.begin(context), pages); // the first time says little of how long the next ones take
      began = performance.now();
      const sample = made(exporter.begin(context), pages);
      making += performance.now() - began;
      bytes += empty.bytes + Math.max(0, sample.bytes - empty.bytes) * share;
      files += sample.paged * share + sample.files - sample.paged;
    }
    const toMake = await lacking(store, snapshot, exporters, options, context);
    const all = snapshot.issues.length;
    const known = rateOf(options.kept ?? '', exporters.map(({ id }) => id));
    const ofFiles = (files * FILE_MS) / all;
    const ofMade = known.made ?? (making * share) / all + ofFiles;
    const ofKept = known.kept ?? (known.made === null ? (making * share) / all / MADE_TO_KEPT + ofFiles : known.made / MADE_TO_KEPT);
    const milliseconds = all * (toMake.work * ofMade + (1 - toMake.work) * ofKept);
    return { bytes: Math.round(bytes), milliseconds: Math.round(milliseconds), pages: all, made: Math.round(all * toMake.pages), files: Math.round(files) };
  } finally {
    snapshot.close();
  }
}

/** Which share of the pages is to be made, in some format, and which share of all there is to make: in part, where only some formats lack a page. */
async function lacking(store: Store, snapshot: Snapshot, exporters: readonly Exporter[], { kept, filter }: EstimateOptions, context: ExportContext): Promise<{ readonly pages: number; readonly work: number }> {
  if (kept === undefined) return { pages: 1, work: 1 };
  const lacks = lookAtKept(store, kept, exporters.map(({ id }) => id), filter, context);
  const { issues } = snapshot;
  const every = Math.max(1, Math.ceil(issues.length / LOOKED_FOR));
  const looked = issues.filter((_, k) => k % every === 0);
  const names = new PageNames(); // another than in the export only where two files would have the same
  let [pages, work] = [0, 0];
  for (let at = 0; at < looked.length; at += AT_ONCE) {
    await breathe();
    for (const state of snapshot.states(looked.slice(at, at + AT_ONCE), names)) {
      const count = lacks(state).length;
      if (count > 0) pages += 1;
      work += count / exporters.length;
    }
  }
  return { pages: pages / looked.length, work: work / looked.length };
}

const charactersOf = ({ articles }: PageRecord): number => articles.reduce((sum, { passages }) => sum + passages.reduce((all, { emended }) => all + codePoints(emended), 0), 0);

/** How much a session writes, and into how many files; `paged`: files of one page alone. */
function made(session: ExportSession, pages: readonly PageRecord[]): { readonly bytes: number; readonly files: number; readonly paged: number } {
  const files = new Set<string>();
  let paged = 0;
  let bytes = 0;
  const take = (chunks: Iterable<Chunk>) => {
    for (const chunk of chunks) {
      files.add(chunk.path);
      bytes += 'text' in chunk ? Buffer.byteLength(chunk.text) : chunk.bytes.length;
    }
  };
  take(session.start?.() ?? []);
  for (const page of pages) {
    const chunks = [...session.page(page)];
    paged += chunks.filter(({ path, closes }) => closes && !files.has(path)).length;
    take(chunks);
  }
  take(session.end?.() ?? []);
  return { bytes, files: files.size, paged };
}
