import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { exportedFiles, exportedPage } from '../../testing/exporting.ts';
import { hostilePages } from '../../testing/hostile-pages.ts';
import { issueOf } from '../../testing/notation.ts';
import type { PageRecord } from '../record.ts';
import { csv } from './csv.ts';
import { huggingface } from './huggingface.ts';
import { jsonl } from './jsonl.ts';
import { tsv } from './tsv.ts';

type Row = Readonly<Record<string, unknown>>;

/** A database with no code of ours, and a folder for the files that it reads. */
async function duckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'stet-duckdb-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const put = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return { put, all: (sql: string) => rowsOf(connection, sql) };
}

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly Row[]> => (await connection.runAndReadAll(sql)).getRowObjectsJson();

const lines = (bytes: Uint8Array | undefined): readonly Row[] => new TextDecoder().decode(bytes).split('\n').slice(0, -1).map((line) => JSON.parse(line) as Row);

/** What a reader of texts sees: nothing where there is none. */
const texts = (rows: readonly Row[]): readonly Row[] => rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? ''])));

/** An archive without hostility, as a reader opens it: nothing is said of types, separators or quotes. */
const plain: readonly PageRecord[] = Array.from({ length: 30 }, (_, n) => exportedPage(
  issueOf(`a${n} headline: 渡口${n}，停航`, `a${n} body: 他说：“公-[抵]+[低]偿”,"好"□`, `a${n} caption: 图一`, `a${n} caption: 图二`, `a${n} headline: =1+1`),
  { date: `2024-05-${String((n % 28) + 1).padStart(2, '0')}`, page: String(n), sourceFile: `${n}.txt`, name: String(n) }, { publicId: (id) => `qh-${n}-${id}` },
));

test.each([['csv', csv, 'read_csv'], ['tsv', tsv, 'read_csv']] as const)('DuckDB opens %s with nothing said of it: columns, rows, and texts as they are', async (ending, exporter, read) => {
  const { put, all } = await duckdb();
  const files = exportedFiles(exporter, plain);
  for (const bom of [false, true]) {
    const path = put(`articles.${ending}`, exportedFiles(exporter, plain, { bom }).get(`articles.${ending}`)!);
    const rows = await all(`SELECT * FROM ${read}('${path}')`);
    expect(rows.map((row) => row['headline'])).toEqual(plain.flatMap(({ articles }) => articles.map(({ headline }) => headline)));
    expect(rows.map((row) => row['captions'])).toEqual(plain.map(() => '图一\n图二'));
    expect(Object.keys(rows[0]!)).toEqual(parse(files.get(`articles.${ending}`)! as Buffer, { delimiter: ending === 'csv' ? ',' : '\t', to_line: 1 })[0]);
  }
  const corrections = await all(`SELECT * FROM ${read}('${put(`corrections.${ending}`, files.get(`corrections.${ending}`)!)}')`);
  expect(corrections.map(({ before, after }) => [before ?? '', after])).toEqual(plain.flatMap(() => [['抵', '低'], ['', '□']]));
});

test('DuckDB opens JSON Lines with nothing said of it, lists and all', async () => {
  const { put, all } = await duckdb();
  const bytes = exportedFiles(jsonl, plain).get('articles.jsonl')!;
  const rows = await all(`SELECT * FROM read_json('${put('articles.jsonl', bytes)}')`);
  expect(rows.map((row) => ({ ...row, position: Number(row['position']), corrections: Number(row['corrections']) }))).toEqual(lines(bytes)); // integers of 64 bits come as texts
});

test('whatever pages hold, DuckDB reads from CSV and TSV what a strict reader of them does, and from JSON Lines and Parquet every character', async () => {
  const { put, all } = await duckdb();
  const samples = fc.sample(hostilePages, { numRuns: 40, seed: 6 }).filter((pages) => pages.some(({ articles }) => articles.length > 0));
  expect(samples.length).toBeGreaterThan(20);
  for (const [n, pages] of samples.entries()) {
    for (const [ending, exporter, delimiter] of [['csv', csv, ','], ['tsv', tsv, '\t']] as const) {
      for (const [path, bytes] of exportedFiles(exporter, pages)) {
        if (!path.endsWith(ending)) continue;
        const rows = await all(`SELECT * FROM read_csv('${put(`${n}-${path}`, bytes)}', header = true, delim = '${delimiter}', quote = '"', escape = '"', all_varchar = true)`);
        expect(texts(rows)).toEqual(parse(Buffer.from(bytes), { columns: true, delimiter }));
      }
    }
    const files = exportedFiles(huggingface, pages);
    for (const table of ['articles', 'corrections', 'passages']) {
      const expected = lines(files.get(`jsonl/${table}-00000.jsonl`));
      const path = put(`${n}-${table}.parquet`, files.get(`parquet/${table}-00000.parquet`)!);
      expect(await all(`SELECT * FROM read_parquet('${path}')`)).toEqual(expected);
      if (expected.length === 0) continue;
      const types = (await all(`DESCRIBE SELECT * FROM read_parquet('${path}')`)).map((row) => `'${String(row['column_name'])}': '${String(row['column_type']).replaceAll("'", "''")}'`);
      expect(await all(`SELECT * FROM read_json('${put(`${n}-${table}.jsonl`, files.get(`jsonl/${table}-00000.jsonl`)!)}', format = 'newline_delimited', columns = {${types.join(', ')}})`)).toEqual(expected);
    }
  }
});
