import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { MarkedTruth } from '#core/evaluate/marked-truth.ts';
import { isMarked } from '#core/evaluate/marked-truth.ts';
import { naiveReport } from '#core/evaluate/measures/naive.ts';
import { type Figures, figuresOf } from '#core/evaluate/measures/score.ts';
import { type PageReport, pageReport } from '#core/split/page-report.ts';
import { loadSplitter } from '../../engine/split/load-splitter.ts';
import { resourcesFolder, rootFolder } from '../places.ts';
import { evaluationPages } from './truth-pages.ts';

// The evaluation pages and their scorer are not part of the repository: without them there is nothing to compare with.
const shared = process.env['STET_SHARED'] ?? join(rootFolder, '..', 'shared');
const scorer = join(shared, 'eval', 'score.py');
const isThere = existsSync(scorer) && spawnSync('python3', ['--version']).status === 0;

type Scored = {
  readonly partition: { readonly pairwise: Scorers; readonly article_start: Scorers; readonly exact_article_rate: number; readonly reading_order: number; readonly articles: number };
  readonly roles: { readonly accuracy: number; readonly macro_f1: number; readonly per_role: Readonly<Record<string, Scorers>> };
  readonly joins: Scorers;
  readonly duplicates: Scorers;
  readonly truncated: Scorers;
  readonly headline: { readonly exact: number };
  readonly cer: { readonly before: number; readonly after: number };
};
type Scorers = { readonly p: number; readonly r: number; readonly f1: number; readonly tp: number; readonly fp: number; readonly fn: number };

/** What the scorer says, by the names of our figures. */
function figuresIn({ partition, roles, joins, duplicates, truncated, headline, cer }: Scored): readonly (readonly [string, number])[] {
  const rates = { pairwise: partition.pairwise, starts: partition.article_start, joins, duplicates, truncated, ...roles.per_role };
  return [
    ...Object.entries(rates).flatMap(([name, { p, r, f1, tp, fp, fn }]) => Object.entries({ precision: p, recall: r, f1, tp, fp, fn }).map(([key, value]) => [`${name} ${key}`, value] as const)),
    ['exact', partition.exact_article_rate],
    ['order', partition.reading_order],
    ['articles', partition.articles],
    ['roleAccuracy', roles.accuracy],
    ['roleMacroF1', roles.macro_f1],
    ['headlineExact', headline.exact],
    ['errorsBefore', cer.before],
    ['errorsAfter', cer.after],
  ];
}

function figureOf(figures: Figures, name: string): number {
  const [group, key] = name.split(' ') as [keyof Figures, 'f1'];
  const rate = key === undefined ? figures[group] : (figures[group] ?? figures.roles.get(group as 'body'));
  return typeof rate === 'number' ? rate : (rate as Figures['joins'])[key];
}

const work = mkdtempSync(join(tmpdir(), 'stet-scorer-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Has the scorer look at reports of a set. */
function scored(set: string, name: string, reports: readonly PageReport[]): Scored {
  const folder = join(work, set, name);
  mkdirSync(folder, { recursive: true });
  for (const report of reports) writeFileSync(join(folder, `${report.page}.json`), JSON.stringify(report));
  const json = join(work, `${set}-${name}.json`);
  const { status, stderr } = spawnSync('python3', [scorer, '--truth', join(shared, 'eval', set, 'truth'), '--system', folder, '--json', json], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return JSON.parse(readFileSync(json, 'utf8')) as Scored;
}

/** A report with the blocks of a page taken from its end: wrong in every way that can be. */
function upsideDown({ articles, roles, joins, findings, ...report }: PageReport, count: number): PageReport {
  const at = (block: number) => count - 1 - block;
  const keys = <V>(record: Readonly<Record<string, V>>) => Object.fromEntries(Object.entries(record).map(([block, value]) => [String(at(Number(block))), value]));
  return {
    ...report,
    articles: articles.map((article) => ({ ...article, blocks: article.blocks.map(at), roles: keys(article.roles) })),
    roles: keys(roles),
    joins: joins.map(([above, below]) => [at(above), at(below)]),
    findings: findings.map((finding) => ({ ...finding, block: at(finding.block) })),
  };
}

describe.skipIf(!isThere)('our figures are those of the evaluation\'s own scorer', () => {
  it.each(['dev', 'clean', 'real'])('%s: what the program makes of it, and both naive baselines', (set) => {
    const split = loadSplitter(resourcesFolder);
    const pages = evaluationPages(join(shared, 'eval'), set).map(({ name, source, truth }) => {
      expect(isMarked(truth)).toBe(true);
      return { name, source, truth: truth as MarkedTruth };
    });
    const made = pages.map(({ name, source }) => {
      const { tree, decisions } = split(source, name);
      return pageReport(name, source, tree, decisions);
    });
    const systems = {
      made,
      literal: pages.map(({ name, truth }) => naiveReport(name, truth, 'literal')),
      runs: pages.map(({ name, truth }) => naiveReport(name, truth, 'runs')),
      upsideDown: made.map((report, index) => upsideDown(report, pages[index]!.truth.blocks.length)),
    };
    for (const [name, reports] of Object.entries(systems)) {
      const ours = figuresOf(pages.map(({ truth }, index) => ({ truth, report: reports[index]! })));
      const theirs = figuresIn(scored(set, name, reports));
      expect(theirs.length).toBeGreaterThan(80);
      for (const [figure, value] of theirs) expect(Math.abs(figureOf(ours, figure) - value), `${name} ${figure}: ${figureOf(ours, figure)}, ${value}`).toBeLessThan(1e-9);
    }
  });
});
