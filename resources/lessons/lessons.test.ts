import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blockText, parseBlocks } from '#core/parse/blocks.ts';
import { readLesson } from '#core/split/train/lesson-page.ts';
import { goldOf } from '#core/split/train/truth.ts';
import { copiedRuns } from './testing/copied-run.ts';

const folder = import.meta.dirname;
const lessons = ['.', 'unseen'].flatMap((each) => readdirSync(join(folder, each)).filter((name) => name.endsWith('.lesson')).map((name) => join(each, name))).sort();
const shared = process.env['STET_SHARED'] ?? join(folder, '../../../shared');

it.each(lessons)('%s', (name) => {
  const page = readLesson(readFileSync(join(folder, name), 'utf8'));
  if (!page.ok) expect.fail(`${name}:${page.error.line}: ${page.error.code}`);
  const { source, truth } = page.value;
  const blocks = parseBlocks(source);
  const at = (index: number) => `block ${index}: ${blockText(source, blocks[index]!).slice(0, 20)}`;

  expect(truth.blocks.map(({ index }) => index)).toEqual(blocks.map((_, index) => index));
  const inArticles = truth.articles.flatMap((article) => article.blocks);
  const aside = truth.blocks.filter(({ role }) => role === 'banner' || role === 'furniture' || role === 'duplicate').map(({ index }) => index);
  expect([...inArticles, ...aside].toSorted((a, b) => a - b)).toEqual(blocks.map((_, index) => index));

  const gold = goldOf(truth);
  if (!gold.ok) expect.fail(`${name}, ${at(gold.error.block)}: ${gold.error.code}`);
});

it('has lessons to read', () => {
  expect(lessons.length).toBeGreaterThan(0);
});

const RUN = 14; // shorter ones are formulas of the trade

it.skipIf(!existsSync(join(shared, 'eval')))(`shares no run of ${RUN} characters with the newspapers (skipped where they are not at hand)`, () => {
  const pages = lessons.flatMap((name) => {
    const page = readLesson(readFileSync(join(folder, name), 'utf8'));
    return page.ok ? [{ name, text: page.value.source.replaceAll(',', '，').replaceAll('『', '“').replaceAll('』', '”') }] : [];
  });
  expect(copiedRuns(shared, pages, RUN)).toEqual([]);
});
