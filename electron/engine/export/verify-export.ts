import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { digestFile } from './digest.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';

/** What is wrong with an export. `path` is below its folder, with `/`; of the ledger it is the source file. */
export type ExportFlaw =
  | { readonly code: 'no-manifest' } // none is there, or none of ours
  | { readonly code: 'no-ledger' } // none is there, or it cannot be read
  | { readonly code: 'missing' | 'changed' | 'unlisted'; readonly path: string }
  | { readonly code: 'sum'; readonly path: string } // kept, struck and aside are not the source
  | { readonly code: 'total'; readonly figure: string }; // the pages do not add up to it

/** What checking an export came to. `leftOut`: pages that could not be read when it was made, of which nothing left; `manifest`: the SHA-256 of its manifest, by which two exports are the same or not; empty where there is none. */
export type VerifiedExport = { readonly files: number; readonly bytes: number; readonly pages: number; readonly leftOut: number; readonly manifest: string; readonly flaws: readonly ExportFlaw[] };

type Line = Readonly<Record<string, unknown>>;

const LEDGER = 'ledger.json';
const FIGURES = ['source', 'kept', 'struck', 'aside', 'added', 'gaps'] as const;

/**
 * Checks an export by itself, without the project it came from: every file of the manifest is there with the bytes it had, none is there that it does not list,
 * and the ledger adds up, page by page and in all. Reads every byte and changes nothing. Stopped early it returns what was found so far.
 */
export async function verifyExport(folder: string, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<VerifiedExport> {
  const flaws: ExportFlaw[] = [];
  const manifest = readManifest(folder);
  if (!manifest) return { files: 0, bytes: 0, pages: 0, leftOut: 0, manifest: '', flaws: [{ code: 'no-manifest' }] };
  const there = new Set(filesBelow(folder));
  let bytes = 0;
  let done = 0;
  for (const listed of manifest.files) {
    if (signal.aborted) break;
    done += 1;
    if (!there.delete(listed.path)) {
      flaws.push({ code: 'missing', path: listed.path });
      continue;
    }
    const found = await digestFile(join(folder, ...listed.path.split('/')));
    bytes += found.bytes;
    if (found.sha256 !== listed.sha256 || found.bytes !== listed.bytes) flaws.push({ code: 'changed', path: listed.path });
    progress(done, manifest.count);
  }
  there.delete(MANIFEST);
  if (!signal.aborted) for (const path of [...there].toSorted()) flaws.push({ code: 'unlisted', path });
  const ledger = checkLedgerFile(folder);
  return { files: manifest.count, bytes, pages: ledger.pages, leftOut: ledger.leftOut, manifest: manifest.sha256, flaws: [...flaws, ...ledger.flaws] };
}

/** Every file below a folder, with `/`. A link is no file of an export: it could lead anywhere. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/'));
}

function checkLedgerFile(folder: string): { readonly pages: number; readonly leftOut: number; readonly flaws: readonly ExportFlaw[] } {
  const text = readOrNull(join(folder, LEDGER));
  const ledger = text === null ? null : (parsed(text) as { readonly pages?: unknown; readonly left_out?: unknown; readonly totals?: unknown } | null);
  if (!Array.isArray(ledger?.pages) || typeof ledger.totals !== 'object' || ledger.totals === null) return { pages: 0, leftOut: 0, flaws: [{ code: 'no-ledger' }] };
  const pages = ledger.pages as readonly Line[];
  const totals = ledger.totals as Line;
  const flaws: ExportFlaw[] = pages.flatMap((line) => (addsUp(line) ? [] : [{ code: 'sum', path: String(line['source_file']) }]));
  for (const figure of FIGURES) if (totals[figure] !== pages.reduce((sum, line) => sum + Number(line[figure]), 0)) flaws.push({ code: 'total', figure });
  if (totals['pages'] !== pages.length) flaws.push({ code: 'total', figure: 'pages' });
  const leftOut = (Array.isArray(ledger.left_out) ? ledger.left_out : []) as readonly Line[];
  return { pages: pages.length, leftOut: leftOut.length, flaws: [...flaws, ...leftOutFlaws(leftOut, totals['left_out'] as Line | undefined)] };
}

/** Pages that were left out are counted too; what could not be read of one is in no sum, and said to be unknown. */
function leftOutFlaws(lines: readonly Line[], totals: Line = {}): readonly ExportFlaw[] {
  const counted = { pages: lines.length, source: lines.reduce((sum, line) => sum + Number(line['source'] ?? 0), 0), unknown: lines.filter((line) => line['source'] === null).length };
  return Object.entries(counted).flatMap(([figure, count]) => (Number(totals[figure] ?? 0) === count ? [] : [{ code: 'total', figure: `left_out.${figure}` }]));
}

function addsUp(line: Line): boolean {
  const [source, kept, struck, aside] = [line['source'], line['kept'], line['struck'], line['aside']].map(Number) as [number, number, number, number];
  const reasons = Object.values((line['struck_by_reason'] ?? {}) as Readonly<Record<string, unknown>>).reduce<number>((sum, each) => sum + Number(each), 0);
  return kept + struck + aside === source && reasons === struck;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
