import { expect, test } from 'vitest';
import { exportedFiles, exportedTexts } from '../../testing/exporting.ts';
import { csv } from '../formats/csv.ts';
import { huggingface } from '../formats/huggingface.ts';
import { jsonl } from '../formats/jsonl.ts';
import { ARTICLES, CORRECTIONS, PASSAGES } from './column.ts';
import { ARTICLE_WORDS, CORRECTION_WORDS, PASSAGE_WORDS, TOPIC_WORDS } from './column-words.ts';

const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);

test.each([['articles', ARTICLES, ARTICLE_WORDS], ['corrections', CORRECTIONS, CORRECTION_WORDS], ['passages', PASSAGES, PASSAGE_WORDS]] as const)('%s: every column is said in words, and nothing else is', (_, columns, words) => {
  expect(Object.keys(words).toSorted()).toEqual(names(columns).toSorted());
  for (const said of Object.values(words)) expect(said).not.toMatch(/[|\n]/u);
});

test('whoever has nothing but a folder of tables finds there what each column holds', () => {
  const card = new TextDecoder().decode(exportedFiles(huggingface, []).get('README.md'));
  for (const [columns, words] of [[ARTICLES, ARTICLE_WORDS], [CORRECTIONS, CORRECTION_WORDS], [PASSAGES, PASSAGE_WORDS]] as const) for (const name of names(columns)) expect(card).toContain(`| \`${name}\` | ${words[name]} |`);
  const beside = exportedTexts(jsonl, [])['README.md'];
  for (const name of names(ARTICLES)) expect(beside).toContain(`| \`${name}\` | ${ARTICLE_WORDS[name]} |`);
  const files = exportedTexts(csv, []);
  const heads = ['articles', 'topics', 'corrections'].flatMap((table) => files[`${table}.csv`]!.trim().split(','));
  for (const name of heads) expect(files['ABOUT.txt']).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'mu'));
  expect(Object.keys(TOPIC_WORDS)).toEqual(files['topics.csv']!.trim().split(','));
});
