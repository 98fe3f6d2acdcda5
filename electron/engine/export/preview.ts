import type { Filter, IssueId, Row, Sort } from '#contract/schemas/library.ts';
import type { PreviewFile } from '#contract/schemas/preview.ts';
import { SHARD_BYTES } from '#core/export/exporter.ts';
import type { Chunk, Exporter } from '#core/export/exporter.ts';
import { isExportFilter, takes, takesAside } from '#core/export/filter.ts';
import { PageNames } from '#core/export/page-names.ts';
import { pageRecord } from '#core/export/page-record.ts';
import { mintPublicId, publicPageId } from '#core/export/public-id.ts';
import type { PageRecord } from '#core/export/record.ts';
import type { Reading } from '#core/model/reading.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Library } from '../index/library.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { publicIds } from '../project/public-ids.ts';
import type { Store } from '../project/store.ts';
import { allTopics } from '../project/topics.ts';
import { linkedBy } from './export-links.ts';
import { labeller, labelsOf } from './labeller.ts';
import { Snapshot } from './pages.ts';
import type { StoredPage } from './pages.ts';

export type PreviewOptions = { readonly projectDb: string; readonly filter: Filter; readonly reading: Reading; readonly bom: boolean; readonly licence: string; readonly version: string };

/** The order of an export. */
export const BY_FILE: readonly Sort[] = [{ column: 'folder', descending: false }, { column: 'file', descending: false }];

const ARTICLES = 3; // that are shown
const MOST = 24_000; // characters shown of a file

/** The first articles of an export in one format, as they will be. Ids that are not minted yet are those they would get now. Writes nothing. */
export async function previewExport({ store, library }: { readonly store: Store; readonly library: Library }, exporter: Exporter, options: PreviewOptions): Promise<readonly PreviewFile[]> {
  const { rows } = await library.rows(options.filter, BY_FILE, 0, ARTICLES);
  const snapshot = new Snapshot(options.projectDb, store.sources, store.db.isStill ? 'still' : 'read-only');
  try {
    const { reading, bom, licence, version } = options;
    const session = exporter.begin({ reading, bom, licence, withText: Object.keys(options.filter).length === 0, version, splitters: snapshot.splitters, shardBytes: SHARD_BYTES });
    const files = new Files();
    files.take(session.start?.() ?? []);
    for (const page of pagesOfRows(store, snapshot, rows, options.filter)) files.take(session.page(page));
    files.take(session.end?.() ?? []);
    return files.shown();
  } finally {
    snapshot.close();
  }
}

/** Pages as they would be exported, with no articles but those of some rows. One whose ledger is broken, or that cannot be read, is passed over: the export itself says so. */
export function* pagesOfRows(store: Store, snapshot: Snapshot, rows: readonly Pick<Row, 'issue' | 'article'>[], filter: Filter): Iterable<PageRecord> {
  const shown = new Map<IssueId, Set<ArticleId>>();
  for (const { issue, article } of rows) shown.set(issue, (shown.get(issue) ?? new Set()).add(article));
  const [labels, names] = [labeller(labelsOf(store)), new PageNames()];
  const isTaken = (taken: string) => store.db.get('SELECT 1 FROM public_id WHERE public = ?', taken) !== undefined;
  const idsOf = (id: IssueId, { issue: { articles }, facts }: Pick<StoredPage, 'issue' | 'facts'>) => {
    const known = publicIds(store.db, id);
    return new Map(articles.map(({ id: article }, k) => [article, known.get(article) ?? mintPublicId(publicPageId(facts), k + 1, isTaken)]));
  };
  const asked = isExportFilter(filter) ? takes(filter, allTopics(store.db)) : () => true;
  snapshot.follow({
    wanted: ({ facts }, article) => asked(facts, article),
    ofPage: (id) => {
      const there = readOrNull(snapshot, id, { next: () => '' }, false);
      return there ? idsOf(id, there) : new Map();
    },
  });
  for (const [id, articles] of shown) {
    const stored = readOrNull(snapshot, id, names);
    if (!stored) continue;
    const { issue, facts, history, asideConfirmed, links } = stored;
    const ids = idsOf(id, stored);
    const page = pageRecord(issue, facts, { wanted: (article) => articles.has(article.id), withAside: takesAside(filter, asideConfirmed, true), history, labels, publicId: (article) => ids.get(article)!, linked: linkedBy(links) });
    if (page.ok) yield page.value;
  }
}

function readOrNull(snapshot: Snapshot, id: IssueId, names: Pick<PageNames, 'next'>, withLinks = true): StoredPage | null {
  try {
    return snapshot.page(id, names, withLinks);
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return null;
    throw error;
  }
}

/** What the files begin with. */
class Files {
  readonly #files = new Map<string, { text: string | null; bytes: number; whole: boolean }>();

  take(chunks: Iterable<Chunk>): void {
    for (const chunk of chunks) {
      const file = this.#files.get(chunk.path) ?? { text: '', bytes: 0, whole: true };
      this.#files.set(chunk.path, file);
      if ('bytes' in chunk) {
        file.text = null;
        file.bytes += chunk.bytes.length;
        continue;
      }
      file.bytes += Buffer.byteLength(chunk.text);
      if (file.text === null) continue;
      const text: string = file.text + chunk.text;
      file.whole = text.length <= MOST;
      file.text = text.slice(0, MOST);
    }
  }

  shown(): readonly PreviewFile[] {
    return [...this.#files].map(([path, { text, bytes, whole }]) => ({ path, text, bytes, whole: whole && text !== null }));
  }
}
