import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ParquetShards } from '#core/export/parquet/parquet-shards.ts';
import { CONFIGS } from '#core/export/tables/dataset-card.ts';
import type { Row } from '#core/export/tables/column.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { exportProject } from '../../electron/engine/export/export-project.ts';
import { VERSION } from '../../electron/engine/version.ts';
import { layoutOf } from '../../electron/engine/project/layout.ts';
import { fileStore } from '../../electron/engine/project/record.ts';
import { reportOf } from './page-report.ts';
import { articleTexts } from './search-articles.ts';

// What the bench of exports does in processes of their own, so that the most memory each took can be told.

const ARTICLES = 10; // a page
const AT_ONCE = 250; // pages recorded together

/** Opens the project in a folder. `isStill`: nothing is derived beside what is asked of it. */
export async function openBench(folder: string, root: string, isStill = false): Promise<Engine> {
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const options = { projectPath: join(folder, 'bench.stet'), folder: join(folder, 'pages'), resourcesPath: join(root, 'resources'), logPath: join(folder, 'log'), editor: 'Bench', watch: false };
  const opened = await openEngine(options, { read: false, careful: false });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  if (isStill) opened.value.context.indexer.hold();
  return opened.value;
}

/** Records pages of generated articles, as reading them would; `most`: about so many characters of each. */
export function fillBench({ store }: Engine, pages: number, most?: number): number {
  const make = articleTexts(most);
  for (let from = 0; from < pages; from += AT_ONCE) {
    fileStore(store).record(Array.from({ length: Math.min(AT_ONCE, pages - from) }, (_, i) => reportOf(`1998/清河晚报_1998-01-01_${String(from + i).padStart(6, '0')}.txt`, Array.from({ length: ARTICLES }, make))));
  }
  return pages * ARTICLES;
}

/** Exports the project in a folder. `isKept`: what pages come to is taken from the last export, and kept for the next. */
export async function exportBench({ store }: Engine, folder: string, formats: readonly string[], target: string, isKept = true): Promise<void> {
  const layout = layoutOf(join(folder, 'bench.stet'));
  const done = await exportProject(store, {
    projectDb: layout.project, watchedFolder: join(folder, 'pages'), target, formats, filter: {}, wanted: () => true, reading: 'emended', bom: false, licence: '', version: VERSION,
    pending: layout.exporting, ...(isKept && { kept: layout.exported }),
  }, new AbortController().signal, () => {});
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

/** Has what an export in some formats needs made ready, as the program does when nobody does anything. */
export async function readyBench({ context: { ready } }: Engine, formats: readonly string[]): Promise<void> {
  await ready!.asked({ formats, filter: {}, reading: 'emended', bom: false, licence: '' });
  await ready!.settled();
}

/** The lines of a file. */
function* linesOf(path: string): Generator<string> {
  const handle = openSync(path, 'r');
  const room = Buffer.allocUnsafe(1 << 20);
  let left = Buffer.alloc(0);
  for (let read = readSync(handle, room); read > 0; read = readSync(handle, room)) {
    const bytes = left.length > 0 ? Buffer.concat([left, room.subarray(0, read)]) : room.subarray(0, read);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield bytes.toString('utf8', from, end);
      from = end + 1;
    }
    left = Buffer.from(bytes.subarray(from));
  }
  closeSync(handle);
}

/** Writes the Parquet of the Hugging Face folder from its JSON Lines, as DuckDB does. */
function parquetAlone(from: string, into: string): void {
  mkdirSync(into);
  for (const { table, columns } of CONFIGS) {
    const shards = new ParquetShards('all', columns, Number.POSITIVE_INFINITY, 'bench');
    const out = openSync(join(into, `${table}.parquet`), 'w');
    const take = (chunks: ReturnType<typeof shards.add>) => {
      for (const chunk of chunks) if ('bytes' in chunk) writeSync(out, chunk.bytes);
    };
    for (const name of readdirSync(from).filter((each) => each.startsWith(`${table}-`)).toSorted()) {
      for (const line of linesOf(join(from, name))) take(shards.add(JSON.parse(line) as Row));
    }
    take(shards.end());
    closeSync(out);
  }
}

/** What a process of its own measured. */
export type Told = { readonly ms: number; readonly megabytes: number };

/** Runs one of the parts in a process of its own. */
export const inChild = (part: string, ...args: readonly string[]): Told => JSON.parse(execFileSync(process.execPath, [process.argv[1]!, process.argv[2]!, part, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Told;

/** The most memory this process took, in megabytes. Linux counts that of the process it was started from into what it says by the usual call. */
function mostMemory(): number {
  const [, kilobytes] = (existsSync('/proc/self/status') && /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))) || [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1e3;
}

/** Does the part that this process was started for. Says whether it was. */
export async function isChild(): Promise<boolean> {
  const [root, part, folder, ...rest] = process.argv.slice(2) as [string, ...string[]];
  if (part === undefined || folder === undefined) return false;
  const begun = performance.now();
  if (part === 'parquet') parquetAlone(folder, rest[0]!);
  else {
    const engine = await openBench(folder, root, true);
    if (part === 'make') fillBench(engine, Number(rest[0]), Number(rest[1]));
    else await exportBench(engine, folder, rest[1]!.split(','), rest[0]!, rest[2] === 'kept');
    await engine.close();
  }
  const told: Told = { ms: performance.now() - begun, megabytes: mostMemory() };
  process.stdout.write(JSON.stringify(told));
  return true;
}
