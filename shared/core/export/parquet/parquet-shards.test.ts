import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Column } from '../tables/column.ts';
import { ParquetShards } from './parquet-shards.ts';

const COLUMNS: readonly Column[] = [{ name: 'id', type: 'string' }, { name: 'n', type: 'int32' }, { name: 'texts', type: { list: 'string' } }, { name: 'p', type: 'double' }];
const ROWS = Array.from({ length: 50 }, (_, n) => ({ id: `甲${n}`, n, texts: Array.from({ length: n % 3 }, (_each, k) => `乙${k}`), p: n % 2 ? n / 4 : null }));

test.each([[1e9, 1], [1500, 2]])('groups of rows and files of about %i bytes: another reader finds every row, in order', async (most, files) => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const shards = new ParquetShards('t', COLUMNS, most, '0.0.0', 7);
  const parts = new Map<string, Uint8Array[]>();
  for (const chunk of [...ROWS.flatMap((row) => shards.add(row)), ...shards.end()]) parts.set(chunk.path, [...(parts.get(chunk.path) ?? []), 'bytes' in chunk ? chunk.bytes : new Uint8Array()]);
  expect(parts.size).toBeGreaterThanOrEqual(files);
  const folder = mkdtempSync(join(tmpdir(), 'stet-parquet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = [...parts].map(([path, bytes]) => {
    writeFileSync(join(folder, basename(path)), Buffer.concat(bytes));
    return `'${join(folder, basename(path))}'`;
  });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  expect((await connection.runAndReadAll(`SELECT * FROM read_parquet([${paths.join(', ')}])`)).getRowObjectsJson()).toEqual(ROWS);
});
