import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import { SHARD_BYTES } from '#core/export/exporter.ts';
import type { Exporter } from '#core/export/exporter.ts';
import { exporterOf } from '#core/export/registry.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Store } from '../project/store.ts';
import { standingRules } from '../project/rule-due.ts';
import { DamagedError, sqliteTrouble } from '../db/sqlite-error.ts';
import { Account } from './account.ts';
import { exportIds } from './export-ids.ts';
import type { ExportIds } from './export-ids.ts';
import { FolderWriter, isTaken, partialOf } from './folder-writer.ts';
import { learnRate } from './kept/rates.ts';
import { keptWays } from './kept/ways.ts';
import { lostError } from './lost-page.ts';
import type { LostPage } from './lost-page.ts';
import { lostPages } from './lost-pages.ts';
import { labelsOf } from './labeller.ts';
import { Makers } from './making/makers.ts';
import { Manifest } from './manifest.ts';
import type { ExportOptions } from './options.ts';
import { Snapshot } from './pages.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';
import { README, readMe } from './read-me.ts';
import type { Differences } from './replace-folder.ts';
import { finishReplacing } from './replace-folder.ts';
import { inSmallHeap } from './small-heap.ts';
import { exportTrouble } from './trouble.ts';
import { put, writePages } from './write-pages.ts';
import type { Pages } from './write-pages.ts';

/** Pages, times formats, below which to start a thread for checksums takes longer than to reckon them. */
const MANY = 3_000;

/** What an export came to: the ledger's totals, how many characters are listed as unusual, how many files were written, of how many pages something was made that was not kept, and how they differ from those of the export whose place it took. `withoutId`: articles left out for want of an id; `lostPages`: pages left out that cannot be read. */
export type ExportSummary = Account['totals'] & { readonly unusual: number; readonly files: number; readonly made: number; readonly withoutId?: number; readonly lostPages?: number } & Partial<Differences>;

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

/**
 * Writes the corpus: every format in its folder, README.md, ledger.json, manifest.json. The folder appears whole or not at all; the same project
 * state gives the same bytes. Where pages cannot be read, and they are not to be left out, it fails with `pages-lost`, which names them. Rejects only for bugs and
 * for damage that is of no page; cancelling returns `cancelled`.
 */
export function exportProject(store: Store, options: ExportOptions, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<Result<ExportSummary, AppError>> {
  return inSmallHeap(() => exported(store, options, signal, progress));
}

async function exported(store: Store, options: ExportOptions, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<Result<ExportSummary, AppError>> {
  finishReplacing(partialOf(options.target), options.target); // what an earlier one did not come to
  const refused = refusal(options);
  if (refused) return fail(refused);
  const exporters = options.formats.toSorted().map((id) => exporterOf(id)!);
  const began = performance.now();
  const snapshot = new Snapshot(options.projectDb, store.sources, store.db.isStill ? 'still' : 'read-only');
  let writer: FolderWriter | null = null;
  try {
    const all = snapshot.issues.length;
    const lost = options.leaveOutLost ? await lostPages(snapshot, signal, (done) => progress(done, 2 * all)) : null;
    if (lost?.ok === false) return lost;
    if (lost) snapshot.leaveOut(lost.value);
    const ids = await exportIds(store, snapshot, options.wanted, options.onlyWithId ?? false, signal);
    if (!ids.ok) return ids;
    const linked = followLinks(snapshot, ids.value);
    if (!linked.ok) return linked;
    writer = new FolderWriter(options.target, all * exporters.length < MANY ? null : undefined);
    const looked = lost ? all : 0; // pages
    const written = await writeAll({ store, options, ids: ids.value, snapshot, writer, lost: lost?.value ?? [] }, exporters, signal, (done, total) => progress(looked + done, looked + total));
    if (!written.ok) await writer.abandon();
    else if (options.kept !== undefined && !options.withProject && !lost) learnRate(options.kept, options.formats, measured(written.value, performance.now() - began));
    return written;
  } catch (error) {
    await writer?.abandon();
    const trouble = exportTrouble(error, basename(options.target));
    if (trouble) return fail(trouble);
    const lost = sqliteTrouble(error) === 'damaged' && !options.leaveOutLost ? await lostPages(snapshot, signal, () => {}) : null;
    if (lost?.ok === false) return lost;
    if (lost && lost.value.length > 0) return fail(lostError(lost.value));
    if (lost && options.withProject && error instanceof DamagedError) return fail({ code: 'project-part-lost' });
    throw error;
  } finally {
    snapshot.close();
  }
}

/** Has pages say where their articles go on. The articles at the ends get their ids before any page is made, as each is said on another's page. */
function followLinks(snapshot: Snapshot, ids: ExportIds): Result<boolean, AppError> {
  snapshot.follow(ids);
  const ends = snapshot.links!.ends();
  const minted = ids.mintEnds(Array.from(ends, ([issue, articles]) => ({ issue, articles })));
  snapshot.follow(ids);
  return minted;
}

const measured = ({ pages, made }: ExportSummary, milliseconds: number) => ({ made, kept: pages - made, milliseconds });

/** An export that is under way. `lost`: the pages that are left out. */
type UnderWay = { readonly store: Store; readonly options: ExportOptions; readonly ids: ExportIds; readonly snapshot: Snapshot; readonly writer: FolderWriter; readonly lost: readonly LostPage[] };

async function writeAll(way: UnderWay, exporters: readonly Exporter[], signal: AbortSignal, progress: (done: number, total: number) => void): Promise<Result<ExportSummary, AppError>> {
  const { store, options, ids, snapshot, lost } = way;
  const { reading, bom, licence, version, shardBytes = SHARD_BYTES } = options;
  const [account, manifest] = [new Account(), new Manifest()];
  const context = { reading, bom, licence, withText: Object.keys(options.filter).length === 0 && !ids.leftOut, version, splitters: snapshot.splitters, shardBytes, leftOut: lost.length };
  const ways = keptWays(store, options, context, ids.leftOut);
  try {
    const going = exporters.map((exporter) => ({ exporter, session: exporter.begin(context), kept: ways?.of(exporter) ?? null }));
    const makers = new Makers({ formats: exporters.map(({ id }) => id), context, filter: options.filter, leavesOut: Boolean(ids.leftOut), labels: labelsOf(store) }, options.makers);
    const written = await writeParts({ ...way, going, ways, makers, account, manifest }, signal, progress);
    if (written.ok) ways?.exports.commit();
    return written;
  } finally {
    ways?.exports.close();
  }
}

type Parts = Omit<Pages, 'account' | 'written'> & UnderWay & { readonly account: Account; readonly manifest: Manifest };

async function writeParts({ account, manifest, ...pages }: Parts, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<Result<ExportSummary, AppError>> {
  const { store, options, ids, snapshot, going, writer, lost } = pages;
  writer.append(README, readMe(options, lost.length));
  writer.close(README);
  writer.append('ledger.json', Account.head);
  writer.append(MANIFEST, manifest.head(options, snapshot, rulesOf(store), ids.leftOut, lost));
  for (const { exporter, session } of going) put(writer, exporter, session.start?.() ?? []);
  let made = 0;
  const out = await writePages({
    ...pages,
    account: (page, isMade) => {
      if (isMade) made += 1;
      writer.append('ledger.json', account.line(page));
      manifest.note(page);
    },
    written: (done) => {
      writer.append(MANIFEST, manifest.lines(writer.takeWritten()));
      progress(done, snapshot.issues.length);
    },
  }, signal);
  if (!out.ok) return out;
  for (const { exporter, session } of going) put(writer, exporter, session.end?.() ?? []);
  if (options.withProject === true) {
    for (const { path, part, closes } of snapshot.part(store, options.leaveOutLost === true)) {
      writer.append(path, part);
      if (!closes) continue;
      writer.close(path);
      await writer.calm();
      await breathe();
      if (signal.aborted) return fail({ code: 'cancelled' });
    }
  }
  writer.append('ledger.json', account.tail(lost));
  writer.closeAll(MANIFEST);
  await writer.reckoned();
  writer.append(MANIFEST, manifest.lines(writer.takeWritten()) + manifest.tail());
  if (signal.aborted) return fail({ code: 'cancelled' });
  const differences = readManifest(options.target) ? await writer.replace(options.pending) : null;
  if (!differences) await writer.finish();
  return ok({ ...account.totals, made, unusual: manifest.unusual, files: manifest.files + 1, ...(ids.leftOut !== null && { withoutId: ids.leftOut }), ...(options.leaveOutLost && { lostPages: lost.length }), ...differences });
}
