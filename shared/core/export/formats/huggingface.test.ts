import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { expect, onTestFinished, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { exportedFiles, exportedPage } from '../../testing/exporting.ts';
import { ARTICLES, CORRECTIONS, PASSAGES } from '../tables/column.ts';
import { huggingface } from './huggingface.ts';

const pages = Array.from({ length: 40 }, (_, n) => exportedPage(
  issueOf(`a${n} headline: 题${n}`, `a${n} body: 公-[抵]+[低]偿“${n}”□的𠮷办法`, `a${n} caption: 图`, '- banner: 栏'), { date: `2024-05-${String((n % 28) + 1).padStart(2, '0')}`, sourceFile: `${n}.txt` },
));

type Card = {
  readonly license: string; readonly size_categories: readonly string[];
  readonly configs: readonly { readonly config_name: string; readonly default?: boolean; readonly data_files: readonly { readonly path: string }[] }[];
  readonly dataset_info: readonly { readonly config_name: string; readonly features: readonly { readonly name: string }[]; readonly splits: readonly { readonly num_examples: number }[] }[];
};

test('the card says what the files hold', () => {
  const text = new TextDecoder().decode(exportedFiles(huggingface, pages, { licence: 'cc-by-4.0' }).get('README.md'));
  const card = load(text.split(/^---$/mu)[1]!) as Card;
  expect(card).toMatchObject({ language: ['zh'], license: 'cc-by-4.0', size_categories: ['n<1K'], pretty_name: '清河晚报' });
  expect(card.configs.map(({ config_name, default: isDefault, data_files: [data] }) => [config_name, isDefault, data!.path])).toEqual([
    ['default', true, 'parquet/articles-*.parquet'], ['corrections', undefined, 'parquet/corrections-*.parquet'], ['passages', undefined, 'parquet/passages-*.parquet'],
  ]);
  expect(card.dataset_info.map(({ features }) => features.map(({ name }) => name))).toEqual([ARTICLES, CORRECTIONS, PASSAGES].map((columns) => columns.map(({ name }) => name)));
  expect(card.dataset_info.map(({ splits }) => splits[0]!.num_examples)).toEqual([40, 80, 160]);
  for (const said of ['| Articles | 40 |', '| First day | 2024-05-01 |', '| Last day | 2024-05-28 |', '| replaced | 40 |', '| gap | 40 |', '| 清河晚报 | 40 |']) expect(text).toContain(said);
});

test('a folder of no articles has every table all the same', () => {
  expect([...exportedFiles(huggingface, []).keys()].toSorted()).toEqual([
    'README.md', 'jsonl/articles-00000.jsonl', 'jsonl/corrections-00000.jsonl', 'jsonl/passages-00000.jsonl',
    'parquet/articles-00000.parquet', 'parquet/corrections-00000.parquet', 'parquet/passages-00000.parquet',
  ]);
});

test('files are parted, and all of them together hold every row once, in order', () => {
  const parted = exportedFiles(huggingface, pages, { shardBytes: 2000 });
  const lines = [...parted].filter(([path]) => path.startsWith('jsonl/articles-')).map(([, bytes]) => new TextDecoder().decode(bytes));
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.join('')).toBe(new TextDecoder().decode(exportedFiles(huggingface, pages).get('jsonl/articles-00000.jsonl')));
  for (const each of lines.slice(0, -1)) expect(new TextEncoder().encode(each).length).toBeGreaterThanOrEqual(2000);
});

/** The rows DuckDB reads from files, and the types it finds. */
async function duckdb(files: ReadonlyMap<string, Uint8Array>, pattern: RegExp, read: string) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'stet-duckdb-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = [...files].filter(([path]) => pattern.test(path)).map(([path, bytes]) => {
    writeFileSync(join(folder, basename(path)), bytes);
    return join(folder, basename(path));
  });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const from = `FROM ${read.replace('FILES', `[${paths.map((path) => `'${path}'`).join(', ')}]`)}`;
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  return { rows: await all(`SELECT * ${from}`), types: (await all(`DESCRIBE SELECT * ${from}`)).map((row) => (row['column_type'] as string).replaceAll('"', '')) };
}

const TYPES = { string: 'VARCHAR', int32: 'INTEGER', double: 'DOUBLE' } as const;

test.each([['articles', ARTICLES], ['corrections', CORRECTIONS], ['passages', PASSAGES]] as const)('DuckDB reads the same %s from Parquet as stand in the JSON Lines, with the types of the card', async (table, columns) => {
  const files = exportedFiles(huggingface, pages, { shardBytes: 3000 });
  const read = await duckdb(files, new RegExp(`parquet/${table}-`, 'u'), 'read_parquet(FILES)');
  const lines = [...files].filter(([path]) => path.startsWith(`jsonl/${table}-`)).flatMap(([, bytes]) => new TextDecoder().decode(bytes).trim().split('\n')).map((line) => JSON.parse(line) as unknown);
  expect(read.rows).toEqual(lines);
  expect(read.types).toEqual(columns.map(({ type }) => {
    if (typeof type === 'string') return TYPES[type];
    return 'list' in type ? 'VARCHAR[]' : `STRUCT(${type.listOf.map((field) => `${field.name} ${TYPES[field.type]}`).join(', ')})[]`;
  }));
});
