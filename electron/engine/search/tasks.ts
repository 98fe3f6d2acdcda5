import variants from '#resources/lexicon/variants.json' with { type: 'json' };
import { makeFolding } from '#core/search/folding.ts';
import type { Folding } from '#core/search/folding.ts';
import { mayOverlap } from '#core/search/pattern.ts';
import type { Pattern } from '#core/search/pattern.ts';
import { postingRows } from '#core/search/postings.ts';
import { scanFor } from '#core/search/scan.ts';
import type { Scan } from '#core/search/scan.ts';
import type { Database } from '../db/database.ts';
import { countDocs, readDocs, readDocsWith } from './docs.ts';
import type { Doc, DocText } from './docs.ts';
import { bytesOf, packOf, readLines, readText, stringOf } from './pack.ts';
import { countByRows } from './packs.ts';
import { Counter, NOTHING, blocksOf } from './tally.ts';
import type { RoleBits, Tally } from './tally.ts';

/** A piece of work that a thread does for the search, some milliseconds to some tens of them. */
export type Task =
  | { readonly kind: 'scan-pack'; readonly pack: number; readonly docs: Int32Array; readonly pattern: Pattern; readonly roles: RoleBits }
  | { readonly kind: 'count-pack'; readonly pack: number; readonly docs: Int32Array; readonly blocks: Int32Array; readonly units: readonly (readonly number[])[]; readonly roles: RoleBits }
  | { readonly kind: 'scan-docs'; readonly docs: readonly Doc[]; readonly pattern: Pattern; readonly roles: RoleBits }
  | { readonly kind: 'scan-texts'; readonly texts: readonly DocText[]; readonly pattern: Pattern; readonly roles: RoleBits }
  | { readonly kind: 'pack'; readonly docs: readonly Doc[] }
  | { readonly kind: 'rows'; readonly pack: number };

/** What it comes to. Of texts that are in no pack, the docs counted are named. */
export type TaskAnswer = {
  readonly 'scan-pack': Tally;
  readonly 'count-pack': Tally;
  readonly 'scan-docs': { readonly docs: Int32Array; readonly count: Int32Array };
  readonly 'scan-texts': { readonly docs: Int32Array; readonly count: Int32Array };
  readonly pack: { readonly docs: Int32Array; readonly lines: Uint8Array; readonly text: Uint8Array };
  readonly rows: { readonly firsts: Uint16Array; readonly seconds: Uint16Array; readonly ends: Int32Array; readonly bytes: Uint8Array };
};

let folding: Folding | null = null;

/** How characters are read alike. Made when it is first asked for. */
export function theFolding(): Folding {
  return (folding ??= makeFolding(variants.groups));
}

/** Does a task on index.db. */
export function doTask<K extends Task['kind']>(db: Database, task: Extract<Task, { kind: K }>): TaskAnswer[K] {
  return DOING[task.kind](db, task as never) as TaskAnswer[K];
}

const DOING = {
  'scan-pack': (db, { pack, docs, pattern, roles }) => {
    const text = readText(db, pack);
    return text ? scan(stringOf(text), docs, roles === null ? null : readLines(db, pack), pattern, roles) : NOTHING;
  },
  'count-pack': (db, { pack, docs, blocks, units, roles }) => countByRows(db, { id: pack, docs, blocks }, units, roles),
  'scan-docs': (db, { docs, pattern, roles }) => {
    const words = pattern.kind === 'text' ? wordsOf(pattern.units) : null;
    if (words && roles === null && pattern.kind === 'text' && (words.length === 1 || !mayOverlap(pattern.units))) return countedDocs(countDocs(db, docs, words));
    return scanTexts(words ? readDocsWith(db, docs, words) : readDocs(db, docs), pattern, roles);
  },
  'scan-texts': (_db, { texts, pattern, roles }) => scanTexts(texts, pattern, roles),
  pack: (db, { docs }) => {
    const pack = packOf(readDocs(db, docs));
    return { docs: pack.docs, lines: bytesOf(pack.lines), text: bytesOf(pack.text) };
  },
  rows: (db, { pack }) => {
    const rows = [...postingRows(readText(db, pack) ?? new Uint16Array(0))];
    const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.bytes.length, 0));
    const ends = new Int32Array(rows.length);
    let at = 0;
    for (const [index, row] of rows.entries()) {
      bytes.set(row.bytes, at);
      ends[index] = at += row.bytes.length;
    }
    return { firsts: Uint16Array.from(rows, ({ first }) => first), seconds: Uint16Array.from(rows, ({ second }) => second), ends, bytes };
  },
} satisfies { readonly [K in Task['kind']]: (db: Database, task: Extract<Task, { kind: K }>) => TaskAnswer[K] };

type DocCount = { readonly doc: Doc; readonly count: number };

const countedDocs = (found: readonly DocCount[]): TaskAnswer['scan-docs'] => ({ docs: Int32Array.from(found, ({ doc }) => doc), count: Int32Array.from(found, ({ count }) => count) });

function scanTexts(texts: readonly DocText[], pattern: Pattern, roles: RoleBits): TaskAnswer['scan-docs'] {
  const found: DocCount[] = [];
  const scanText = scanFor(pattern, theFolding().forms);
  for (const text of texts) {
    const count = countIn(text, scanText, roles);
    if (count > 0) found.push({ doc: text.doc, count });
  }
  return countedDocs(found);
}

/** How often a pattern stands in lines of some roles. */
function countIn({ text, roles: lineRoles }: DocText, scanText: Scan, roles: RoleBits): number {
  let [count, line, seen] = [0, 0, 0];
  scanText(text, (from) => {
    if (roles === null) count += 1;
    else {
      for (let feed = text.indexOf('\n', seen); feed >= 0 && feed < from; feed = text.indexOf('\n', seen)) {
        line += 1;
        seen = feed + 1;
      }
      count += (roles >> Number(lineRoles[line] ?? 0)) & 1;
    }
  });
  return count;
}

/** The words that stand for a text, where they are few. */
function wordsOf(units: readonly (readonly number[])[]): readonly string[] | null {
  if (units.reduce((product, each) => product * each.length, 1) > FEW_WORDS) return null;
  return units.reduce<readonly string[]>((words, each) => words.flatMap((word) => each.map((unit) => word + String.fromCharCode(unit))), ['']);
}

const FEW_WORDS = 2;

function scan(text: string, docs: Int32Array, lines: Int32Array | null, pattern: Pattern, roles: RoleBits): Tally {
  if (docs.length === 0) return NOTHING;
  const counter = new Counter(docs, blocksOf(docs, text.length), lines, roles);
  scanFor(pattern, theFolding().forms)(text, (from) => counter.add(from));
  return counter.tally();
}

