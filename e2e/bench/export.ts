import { closeSync, cpSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EXPORTERS } from '#core/export/registry.ts';
import { exportBench, fillBench, inChild, isChild, openBench, readyBench } from './export-children.ts';
import type { Told } from './export-children.ts';

// npm run bench -- export (electron/setup/bench.mjs): how long each format takes for a project of generated articles, against `cat` of the bytes it wrote: the first time, when
// ids are given and everything is made (cold); the first time where the program had a quiet moment before and made it ready; and again, when what pages came to is taken from
// the time before, as it is whenever a corpus is exported after some editing. `cat` is read and write in this process (no program is started), of files in memory, to the disk
// that exports go to, synced at the end as they are; it takes turns with them, and what differs from run to run (the disk, mostly) shows in both. Then
// Parquet against DuckDB, which writes the same rows from the same JSON Lines, and the most memory that exporting takes, by the number of articles. STET_BENCH_PAGES sets how
// many pages of ten articles there are, STET_BENCH_ROUNDS how many rounds, STET_BENCH_FORMATS which formats are looked at, STET_BENCH_MEMORY for how many pages memory is measured,
// STET_BENCH_CHARACTERS with about how many characters an article at most (a million of full length take 30 GB).
const PAGES = Number(process.env['STET_BENCH_PAGES'] ?? 1_000);
const FORMATS = process.env['STET_BENCH_FORMATS']?.split(',') ?? EXPORTERS.map(({ id }) => id);
const MEMORY = (process.env['STET_BENCH_MEMORY'] ?? '1000,5000').split(',').filter((each) => each !== '').map(Number);
const CHARACTERS = process.env['STET_BENCH_CHARACTERS'] ?? 'Infinity';
const ROUNDS = Number(process.env['STET_BENCH_ROUNDS'] ?? 5);
const LIMITS: Readonly<Record<string, number>> = { jsonl: 0.5, csv: 0.2, 'tei-documentary': 0.2, 'tei-pressmint': 0.2 }; // of the speed of cat
const PARQUET = { times: 3, megabytes: 300 };
const FLAT = 1.3; // times the memory that the fewest articles take

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const buffer = Buffer.allocUnsafe(256 * 1024);

/** How long something took, and how much of the processors' time this process, all its threads, in milliseconds. */
type Cost = { readonly ms: number; readonly cpu: number };

async function timed(act: () => unknown): Promise<Cost> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - begun, cpu: (user + system) / 1000 };
}

const filesBelow = (path: string): readonly string[] => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

/** Has the disk write what a file holds. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Reads files, which were written just before and so are in memory, and writes them one behind the other into one on the same disk, synced at the end. Returns the bytes. */
function cat(files: readonly string[], into: string): number {
  const out = openSync(into, 'w');
  let bytes = 0;
  for (const file of files) {
    const handle = openSync(file, 'r');
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) bytes += writeSync(out, buffer, 0, read);
    closeSync(handle);
  }
  fsyncSync(out);
  closeSync(out);
  return bytes;
}

/** Says whether a limit is kept, and has the bench fail where it is not. */
function keeps(isKept: boolean): string {
  if (!isKept) process.exitCode = 1;
  return isKept ? '' : ' NOT KEPT';
}

/** The ways in which a format is exported, and how long each round took. `bytes`: of the export. */
type Rounds = { readonly cold: Cost[]; readonly ready: Cost[]; readonly again: Cost[]; readonly cat: Cost[]; bytes: number; kept: number };

/** Copies of the project, each of which is exported in one format. */
class Copies {
  readonly #folder: string;
  #made = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Exports a copy of the project, of which nothing was exported yet, and again; `isReady`: with a quiet moment before. After each export the plain writing of the same bytes. */
  async round(id: string, rounds: Rounds, isReady: boolean): Promise<void> {
    const place = join(this.#folder, `copy-${(this.#made += 1)}`);
    cpSync(join(this.#folder, 'bench.stet'), join(place, 'bench.stet'), { recursive: true });
    for (const file of filesBelow(place)) syncFile(file); // the disk is not to be busy with it later
    const engine = await openBench(place, process.argv[2]!);
    if (isReady) await readyBench(engine, [id]);
    for (const way of isReady ? (['ready'] as const) : (['cold', 'again'] as const)) {
      // What was written stays until the end: the disk would be busy with forgetting it.
      const target = join(place, way);
      rounds[way].push(await timed(() => exportBench(engine, place, [id], target)));
      rounds.cat.push(await timed(() => (rounds.bytes = cat(filesBelow(target), `${target}.cat`))));
    }
    await engine.close();
    if (!isReady) rounds.kept = bytesBelow(join(place, 'bench.stet', 'exported'));
    if (id === 'huggingface' && !isReady) this.huggingface = join(place, 'cold');
  }

  /** An export as Hugging Face folder; '' while there was none. */
  huggingface = '';
}

const noRounds = (): Rounds => ({ cold: [], ready: [], again: [], cat: [], bytes: 0, kept: 0 });

async function speeds(folder: string): Promise<string> {
  const full = await openBench(folder, process.argv[2]!);
  const articles = fillBench(full, PAGES);
  await full.context.indexer.whole(); // nothing else is to be done meanwhile
  await full.close();
  console.log(`${articles} articles on ${PAGES} pages; medians of rounds by turns, with the fastest and the slowest; processors' time of all threads; times the speed of cat`);
  let kept = 0;
  const copies = new Copies(folder);
  await copies.round('jsonl', noRounds(), true); // what is measured is not how long the engine's own code takes to be compiled
  for (const id of FORMATS) {
    const rounds = noRounds();
    for (let round = 0; round < ROUNDS; round += 1) {
      await copies.round(id, rounds, false);
      await copies.round(id, rounds, true);
    }
    kept += rounds.kept;
    const limit = LIMITS[id];
    const isKept = limit === undefined || Math.min(speedOf(rounds, 'ready'), speedOf(rounds, 'again')) >= limit;
    console.log(`  ${id}: ${(rounds.bytes / 1e6).toFixed(1)} MB; cat ${saidOf(rounds.cat)}${limit === undefined ? '' : `; made ready and again at least ${limit}${keeps(isKept)}`}`);
    for (const [way, name] of [['cold', 'cold'], ['ready', 'made ready before'], ['again', 'again']] as const) console.log(`    ${name.padEnd(18)} ${saidOf(rounds[way])}: ${speedOf(rounds, way).toFixed(3)}`);
  }
  console.log(`  kept for the next exports: ${(kept / 1e6).toFixed(1)} MB`);
  if (copies.huggingface === '') await copies.round('huggingface', noRounds(), false);
  return copies.huggingface;
}

const medianOf = (costs: readonly Cost[]): number => median(costs.map(({ ms }) => ms));

/** How many times as fast as cat: of the medians, as the bytes of all rounds are the same. */
const speedOf = (rounds: Rounds, way: 'cold' | 'ready' | 'again'): number => medianOf(rounds.cat) / medianOf(rounds[way]);

function saidOf(costs: readonly Cost[]): string {
  const all = costs.map(({ ms }) => ms);
  return `${medianOf(costs).toFixed(0)} ms (${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}; processors ${median(costs.map(({ cpu }) => cpu)).toFixed(0)})`;
}

const bytesBelow = (path: string): number => filesBelow(path).reduce((sum, file) => sum + statSync(file).size, 0);

/** Parquet alone, ours in a process of its own, against DuckDB in one thread. */
async function againstDuckDb(folder: string, exported: string): Promise<void> {
  const from = join(exported, 'huggingface', 'jsonl');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const rounds: { readonly ours: number; readonly theirs: number; readonly megabytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { ms: theirs } = await timed(async () => {
      for (const table of ['articles', 'corrections', 'passages']) await connection.run(`COPY (SELECT * FROM read_json('${join(from, `${table}-*.jsonl`)}', format = 'newline_delimited')) TO '${join(folder, `${table}-${round}.parquet`)}' (FORMAT parquet)`);
    });
    const { ms, megabytes } = inChild('parquet', from, join(folder, `parquet-${round}`));
    rounds.push({ ours: ms, theirs, megabytes });
  }
  const times = median(rounds.map(({ ours, theirs }) => ours / theirs));
  const most = Math.max(...rounds.map(({ megabytes }) => megabytes));
  console.log(`  Parquet from the same JSON Lines: ${median(rounds.map(({ ours }) => ours)).toFixed(0)} ms, DuckDB ${median(rounds.map(({ theirs }) => theirs)).toFixed(0)} ms: ${times.toFixed(2)} times (at most ${PARQUET.times})${keeps(times <= PARQUET.times)}; memory ${most.toFixed(0)} MB (at most ${PARQUET.megabytes})${keeps(most <= PARQUET.megabytes)}`);
}

/** The most memory a process takes that opens a project and exports it, the first time and again. */
function memory(folder: string): void {
  let fewest = 0;
  for (const pages of MEMORY) {
    const place = join(folder, `memory-${pages}`);
    mkdirSync(place);
    inChild('make', place, String(pages), CHARACTERS);
    const [first, again, parquet] = [['jsonl,csv,tei-documentary', 'kept'], ['jsonl,csv,tei-documentary', 'kept'], ['huggingface', '']].map(([formats, kept], at) => inChild('export', place, join(place, `out-${at}`), formats!, kept!)) as [Told, Told, Told];
    const most = Math.max(first.megabytes, again.megabytes);
    fewest ||= most;
    console.log(`  ${pages * 10} articles: at most ${first.megabytes.toFixed(0)} MB (JSON Lines, CSV, TEI, in ${(first.ms / 1000).toFixed(1)} s), again ${again.megabytes.toFixed(0)} MB (${(again.ms / 1000).toFixed(1)} s), Hugging Face folder ${parquet.megabytes.toFixed(0)} MB (${(parquet.ms / 1000).toFixed(1)} s)${keeps(most <= FLAT * fewest)}`);
    rmSync(place, { recursive: true, force: true });
  }
}

if (!(await isChild())) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-export-'));
  try {
    await againstDuckDb(folder, await speeds(folder));
    memory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
