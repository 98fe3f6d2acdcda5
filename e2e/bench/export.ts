import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { EXPORTERS } from '#core/export/registry.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { exportProject } from '../../electron/engine/export/export-project.ts';
import { layoutOf } from '../../electron/engine/project/layout.ts';
import { fileStore } from '../../electron/engine/project/record.ts';
import { reportOf } from './page-report.ts';
import { articleTexts } from './search-articles.ts';

// npm run bench -- export (electron/setup/bench.mjs): how long each format takes for a project of generated articles, against `cat` of the bytes it wrote (read and written
// once, as durably), and Parquet against DuckDB, which writes the same rows from the JSON Lines. STET_BENCH_PAGES sets how many pages of ten articles there are.
const PAGES = Number(process.env['STET_BENCH_PAGES'] ?? 1_000);
const ARTICLES = 10;
const ROUNDS = 3;
const LIMITS: Readonly<Record<string, number>> = { jsonl: 0.5, csv: 0.2, 'tei-documentary': 0.2, 'tei-pressmint': 0.2 }; // of the speed of cat
const PARQUET = { times: 3, megabytes: 300 };

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-export-'));
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

try {
  mkdirSync(join(folder, 'pages'));
  const projectPath = join(folder, 'bench.stet');
  const opened = await openEngine({ projectPath, folder: join(folder, 'pages'), resourcesPath: join(process.argv[2]!, 'resources'), logPath: join(folder, 'log'), editor: 'Bench', watch: false }, { read: false, careful: false });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { store } = opened.value;
  const make = articleTexts();
  for (let from = 0; from < PAGES; from += 250) {
    fileStore(store).record(Array.from({ length: Math.min(250, PAGES - from) }, (_, i) => reportOf(`1998/清河晚报_1998-01-01_${String(from + i).padStart(6, '0')}.txt`, Array.from({ length: ARTICLES }, make))));
  }
  const layout = layoutOf(projectPath);
  const run = async (format: string, target: string) => {
    const options = { projectDb: layout.project, watchedFolder: join(folder, 'pages'), target, formats: [format], filter: {}, wanted: () => true, reading: 'emended', bom: false, licence: '', version: 'bench', pending: layout.exporting } as const;
    const done = await exportProject(store, options, new AbortController().signal, () => {});
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  await run('text-pages', join(folder, 'ids')); // ids are minted once
  console.log(`${PAGES * ARTICLES} articles on ${PAGES} pages`);
  for (const { id } of EXPORTERS) {
    const rounds: { readonly ours: number; readonly cat: number; readonly bytes: number }[] = [];
    const target = join(folder, id);
    for (let round = 0; round <= ROUNDS; round += 1) {
      rmSync(target, { recursive: true, force: true });
      const ours = await timed(() => run(id, target));
      let bytes = 0;
      const plain = await timed(() => (bytes = cat(filesBelow(target), join(folder, 'cat'))));
      if (round > 0) rounds.push({ ours, cat: plain, bytes });
    }
    const speed = median(rounds.map((each) => each.cat / each.ours));
    const limit = LIMITS[id];
    const kept = limit === undefined || speed >= limit;
    if (!kept) process.exitCode = 1;
    console.log(`  ${id.padEnd(16)} ${median(rounds.map(({ ours }) => ours)).toFixed(0)} ms, ${(rounds[0]!.bytes / 1e6).toFixed(1)} MB: ${speed.toFixed(3)} of the speed of cat${limit === undefined ? '' : ` (at least ${limit})${kept ? '' : ' NOT KEPT'}`}; memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  }
  await againstDuckDb();
  await opened.value.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The whole Hugging Face folder against DuckDB, which writes its Parquet from its JSON Lines. */
async function againstDuckDb(): Promise<void> {
  const from = join(folder, 'huggingface', 'huggingface', 'jsonl');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const tables = ['articles', 'corrections', 'passages'];
  const theirs = await timed(async () => {
    for (const table of tables) await connection.run(`COPY (SELECT * FROM read_json('${join(from, `${table}-*.jsonl`)}', format = 'newline_delimited')) TO '${join(folder, `${table}.parquet`)}' (FORMAT parquet)`);
  });
  console.log(`  DuckDB writes the Parquet of the Hugging Face folder from its JSON Lines in ${theirs.toFixed(0)} ms (Parquet is to take at most ${PARQUET.times} times that, in ${PARQUET.megabytes} MB; the figure of the folder holds its JSON Lines and its pages read, too)`);
}
