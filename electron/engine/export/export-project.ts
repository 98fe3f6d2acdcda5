import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import { SHARD_BYTES } from '#core/export/exporter.ts';
import type { Chunk, Exporter } from '#core/export/exporter.ts';
import { takesAside } from '#core/export/filter.ts';
import { PageNames } from '#core/export/page-names.ts';
import { pageRecord } from '#core/export/page-record.ts';
import { exporterOf } from '#core/export/registry.ts';
import type { Article } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Store } from '../project/store.ts';
import { standingRules } from '../project/rule-due.ts';
import { Account } from './account.ts';
import { exportIds } from './export-ids.ts';
import type { ExportIds } from './export-ids.ts';
import { FolderWriter, isTaken, partialOf } from './folder-writer.ts';
import { labeller } from './labeller.ts';
import { Manifest } from './manifest.ts';
import type { ExportOptions } from './options.ts';
import { Snapshot } from './pages.ts';
import type { StoredPage } from './pages.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';
import type { Differences } from './replace-folder.ts';
import { finishReplacing } from './replace-folder.ts';
import { exportTrouble } from './trouble.ts';

/** What an export came to: the ledger's totals, how many characters are listed as unusual, how many files were written, and how they differ from those of the export whose place it took. `withoutId`: articles left out for want of an id. */
export type ExportSummary = Account['totals'] & { readonly unusual: number; readonly files: number; readonly withoutId?: number } & Partial<Differences>;

const AT_ONCE = 50; // pages between two looks at the clock, the cancel button and the rest of the engine

/** Whether a folder lies in another one, links resolved. */
function isInside(path: string, folder: string): boolean {
  return `${realpathSync(path)}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
}

/** What stands against exporting there, before anything is written. */
function refusal({ target, watchedFolder, formats, replace = false }: ExportOptions): AppError | null {
  if (formats.length === 0 || formats.some((id) => !exporterOf(id))) return { code: 'bad-request', where: 'formats' };
  if (isTaken(target) && !(replace && readManifest(target))) return { code: readManifest(target) ? 'target-is-export' : 'target-exists', path: target };
  try {
    return isInside(dirname(target), watchedFolder) ? { code: 'target-inside-source' } : null;
  } catch (error) {
    const trouble = exportTrouble(error, target);
    if (!trouble) throw error;
    // A watched folder that has vanished cannot hold the target.
    return trouble.code === 'target-gone' ? existing(dirname(target)) : trouble;
  }
}

function existing(folder: string): AppError | null {
  try {
    realpathSync(folder);
    return null;
  } catch {
    return { code: 'target-gone' };
  }
}

/** A checksum of the project's standing rules; '' for none. */
function rulesOf({ db }: Store): string {
  const rules = standingRules(db);
  return rules.length === 0 ? '' : createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}

/** Adds what a format made. */
function put(writer: FolderWriter, { id }: Exporter, chunks: Iterable<Chunk>): void {
  for (const chunk of chunks) {
    const path = `${id}/${chunk.path}`;
    writer.append(path, 'text' in chunk ? chunk.text : chunk.bytes);
    if (chunk.closes) writer.close(path);
  }
}

/**
 * Writes the corpus: every format in its folder, ledger.json, manifest.json. The folder appears whole or not at all; the same project
 * state gives the same bytes. Rejects only for bugs; cancelling returns `cancelled`.
 */
export async function exportProject(store: Store, options: ExportOptions, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<Result<ExportSummary, AppError>> {
  finishReplacing(partialOf(options.target), options.target); // what an earlier one did not come to
  const refused = refusal(options);
  if (refused) return fail(refused);
  const exporters = options.formats.toSorted().map((id) => exporterOf(id)!);
  const snapshot = new Snapshot(options.projectDb, store.sources, store.db.isStill ? 'still' : 'read-only');
  let writer: FolderWriter | null = null;
  try {
    const ids = await exportIds(store, snapshot, options.wanted, options.onlyWithId ?? false, signal);
    if (!ids.ok) return ids;
    writer = new FolderWriter(options.target);
    const written = await writeAll(store, options, ids.value, snapshot, writer, exporters, signal, progress);
    if (!written.ok) writer.abandon();
    return written;
  } catch (error) {
    writer?.abandon();
    const trouble = exportTrouble(error, basename(options.target));
    if (!trouble) throw error;
    return fail(trouble);
  } finally {
    snapshot.close();
  }
}

async function writeAll(
  store: Store, options: ExportOptions, ids: ExportIds, snapshot: Snapshot, writer: FolderWriter, exporters: readonly Exporter[], signal: AbortSignal, progress: (done: number, total: number) => void,
): Promise<Result<ExportSummary, AppError>> {
  const { reading, bom, licence, version, shardBytes = SHARD_BYTES } = options;
  const labels = labeller(store);
  const [account, names, manifest] = [new Account(), new PageNames(), new Manifest()];
  const context = { reading, bom, licence, withText: Object.keys(options.filter).length === 0 && !ids.leftOut, version, splitters: snapshot.splitters, shardBytes };
  const sessions = exporters.map((exporter) => ({ exporter, session: exporter.begin(context) }));
  writer.append('ledger.json', Account.head);
  writer.append(MANIFEST, manifest.head(options, snapshot, rulesOf(store), ids.leftOut));
  for (const { exporter, session } of sessions) put(writer, exporter, session.start?.() ?? []);
  for (let start = 0; start < snapshot.issues.length; start += AT_ONCE) {
    await breathe();
    if (signal.aborted) return fail({ code: 'cancelled' });
    const pages: StoredPage[] = snapshot.issues.slice(start, start + AT_ONCE).map((id) => snapshot.page(id, names));
    const minted = ids.mint(pages);
    if (!minted.ok) return minted;
    for (const stored of pages) {
      const { id, issue, facts, history, asideConfirmed } = stored;
      const known = ids.ofPage(id);
      const wanted = (article: Article) => ids.wanted(stored, article);
      const takesArticle = issue.articles.some(wanted);
      const withAside = takesAside(options.filter, asideConfirmed, takesArticle) && (!ids.leftOut || takesArticle);
      const page = pageRecord(issue, facts, { wanted, withAside, history, labels, publicId: (article) => known.get(article)! });
      if (!page.ok) return fail({ code: 'ledger-broken', at: page.error.at });
      for (const { exporter, session } of sessions) put(writer, exporter, session.page(page.value));
      writer.append('ledger.json', account.line(page.value));
      manifest.note(page.value);
    }
    writer.append(MANIFEST, manifest.lines(writer.takeWritten()));
    progress(Math.min(start + AT_ONCE, snapshot.issues.length), snapshot.issues.length);
  }
  for (const { exporter, session } of sessions) put(writer, exporter, session.end?.() ?? []);
  if (options.withProject === true) {
    for (const { path, part, closes } of snapshot.part(store)) {
      writer.append(path, part);
      if (!closes) continue;
      writer.close(path);
      await breathe();
      if (signal.aborted) return fail({ code: 'cancelled' });
    }
  }
  writer.append('ledger.json', account.tail());
  writer.closeAll(MANIFEST);
  writer.append(MANIFEST, manifest.lines(writer.takeWritten()) + manifest.tail());
  if (signal.aborted) return fail({ code: 'cancelled' });
  const differences = readManifest(options.target) ? await writer.replace(options.pending) : null;
  if (!differences) writer.finish();
  return ok({ ...account.totals, unusual: manifest.unusual, files: manifest.files + 1, ...(ids.leftOut !== null && { withoutId: ids.leftOut }), ...differences });
}
