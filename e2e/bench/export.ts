import { closeSync, cpSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EXPORTERS } from '#core/export/registry.ts';
import { exportBench, fillBench, inChild, isChild, openBench, readyBench } from './export-children.ts';
import type { Told } from './export-children.ts';

// npm run bench -- export (electron/setup/bench.mjs): how long each format takes for a project of generated articles, against `cat` of the bytes it wrote (read and written
// once, as durably): the first time, when ids are given and everything is made (cold); the first time where the program had a quiet moment before and made it ready; and
// again, when what pages came to is taken from the time before, as it is whenever a corpus is exported after some editing. Then
// Parquet against DuckDB, which writes the same rows from the same JSON Lines, and the most memory that exporting takes, by the number of articles. STET_BENCH_PAGES sets how
// many pages of ten articles there are, STET_BENCH_FORMATS which formats are looked at, STET_BENCH_MEMORY for how many pages memory is measured.
const PAGES = Number(process.env['STET_BENCH_PAGES'] ?? 1_000);
const FORMATS = process.env['STET_BENCH_FORMATS']?.split(',') ?? EXPORTERS.map(({ id }) => id);
const MEMORY = (process.env['STET_BENCH_MEMORY'] ?? '1000,5000').split(',').filter((each) => each !== '').map(Number);
const ROUNDS = 3;
const LIMITS: Readonly<Record<string, number>> = { jsonl: 0.5, csv: 0.2, 'tei-documentary': 0.2, 'tei-pressmint': 0.2 }; // of the speed of cat
const PARQUET = { times: 3, megabytes: 300 };
const FLAT = 1.3; // times the memory that the fewest articles take

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const buffer = Buffer.allocUnsafe(256 * 1024);

async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

const filesBelow = (path: string): readonly string[] => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

/** Reads files and writes them one behind the other, synced. Returns the bytes. */
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

async function speeds(folder: string): Promise<void> {
  const full = await openBench(folder, process.argv[2]!);
  const articles = fillBench(full, PAGES);
  await full.context.indexer.whole(); // nothing else is to be done meanwhile
  await full.close();
  console.log(`${articles} articles on ${PAGES} pages; of the speed of cat`);
  let kept = 0;
  /** Exports a copy of the project, of which nothing was exported yet, so many times. */
  const rounds = async (id: string, name: string, count: number, isReady: boolean): Promise<readonly Round[]> => {
    const place = join(folder, name);
    cpSync(join(folder, 'bench.stet'), join(place, 'bench.stet'), { recursive: true });
    const engine = await openBench(place, process.argv[2]!);
    if (isReady) await readyBench(engine, [id]);
    const out: Round[] = [];
    for (let round = 0; round < count; round += 1) {
      // What was written stays until the end: the disk would be busy with forgetting it.
      const target = join(folder, `${name}-${round}`);
      const ours = await timed(() => exportBench(engine, place, [id], target));
      let bytes = 0;
      const plain = await timed(() => (bytes = cat(filesBelow(target), `${target}.cat`)));
      out.push({ ours, cat: plain, bytes });
    }
    await engine.close();
    kept += isReady ? 0 : bytesBelow(join(place, 'bench.stet', 'exported'));
    return out;
  };
  for (const id of FORMATS) {
    const [cold, ...again] = (await rounds(id, id, 1 + ROUNDS, false)) as [Round, ...Round[]];
    const ready = [];
    for (let round = 0; round < ROUNDS; round += 1) ready.push(...(await rounds(id, `${id}-ready-${round}`, 1, true)));
    const limit = LIMITS[id];
    const said = (some: readonly Round[]) => `${median(some.map(({ ours }) => ours)).toFixed(0)} ms, ${speedOf(some).toFixed(3)}`;
    console.log(`  ${id.padEnd(16)} ${(cold.bytes / 1e6).toFixed(1)} MB; cold ${said([cold])}; made ready before ${said(ready)}; again ${said(again)}${limit === undefined ? '' : ` (at least ${limit})${keeps(Math.min(speedOf(ready), speedOf(again)) >= limit)}`}`);
  }
  console.log(`  kept for the next exports: ${(kept / 1e6).toFixed(1)} MB`);
  if (!FORMATS.includes('huggingface')) await rounds('huggingface', 'huggingface', 1, false);
}

type Round = { readonly ours: number; readonly cat: number; readonly bytes: number };
const speedOf = (some: readonly Round[]): number => median(some.map((each) => each.cat / each.ours));

const bytesBelow = (path: string): number => filesBelow(path).reduce((sum, file) => sum + statSync(file).size, 0);

/** Parquet alone, ours in a process of its own, against DuckDB in one thread. */
async function againstDuckDb(folder: string): Promise<void> {
  const from = join(folder, 'huggingface-0', 'huggingface', 'jsonl');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const rounds: { readonly ours: number; readonly theirs: number; readonly megabytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await timed(async () => {
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
    inChild('make', place, String(pages));
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
    await speeds(folder);
    await againstDuckDb(folder);
    memory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
