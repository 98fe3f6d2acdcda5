import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { arbitraryIssue } from '../../testing/arbitrary-issue.ts';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import type { Exporter } from '../exporter.ts';
import type { PageRecord } from '../record.ts';
import { teiDocumentary } from './tei-documentary.ts';
import { teiPressmint } from './tei-pressmint.ts';

const schemas = join(process.env['STET_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'schemas');

/** Where the schemas are not at hand nothing can be held against them; where they are, a missing validator is a failure, which says how to mend it. */
const withSchemas = existsSync(schemas) ? test : test.skip;

/** What xmllint says against files of an export. `includes`: whether it is to put texts into their corpus. */
function complaints(schema: string, paths: readonly string[], includes: boolean): readonly string[] {
  const way = includes ? ['--xinclude', '--nofixup-base-uris'] : [];
  const { status, error, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...way, '--relaxng', join(schemas, schema), ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) throw new Error(`xmllint is needed to validate TEI (on Debian: apt-get install libxml2-utils): ${error.message}`);
  const said = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
  return status === 0 ? said : [`status ${status}`, ...said.slice(0, 12)];
}

/** Writes exports of some pages, each into a folder of its own. Returns the paths of all files. */
function written(exporter: Exporter, exports: readonly (readonly [readonly PageRecord[], Parameters<typeof exportedTexts>[2]])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tei-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return exports.flatMap(([pages, more], k) => Object.entries(exportedTexts(exporter, pages, more)).map(([path, text]) => {
    const full = join(folder, String(k), path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  }));
}

const agents = [
  { kind: 'person', who: '尹 <禾> & 石磊', when: '2024-05-18T10:00:00.000Z', act: 'correct' },
  { kind: 'person', who: '', when: '', act: '' },
  { kind: 'rule', who: '低偿 不是 抵偿', when: '2024-05-19T10:00:00Z', act: 'rule' },
  { kind: 'machine', who: '', when: '', act: '' },
] as const;

/** Pages of any issue, by any agents, of dates, topics, names and licences that a schema may stumble at. */
const pages = fc.array(fc.record({
  issue: arbitraryIssue,
  date: fc.constantFrom('2024-05-18', '1931', '1931-02', '2023-02-29', '', '民国二十年'),
  page: fc.constantFrom('3', '', 'A 1', '第三版'),
  newspaper: fc.constantFrom('清河晚报', '', 'A & B <C>'),
  agent: fc.constantFrom(...agents),
  probability: fc.constantFrom(null, 0.2, 0.97),
  topic: fc.constantFrom({ scheme: 'medtop', id: '20000002', labelEn: 'society', labelZh: '社会' }, { scheme: '自己的 主题', id: 'a b', labelEn: '', labelZh: '' }),
}), { minLength: 1, maxLength: 5 }).map((made) => made.map(({ issue, agent, probability, topic, ...facts }, k): PageRecord => {
  const record = exportedPage(issue, { ...facts, sourceFile: `${k}/第 ${k} 页 (1).txt` }, { publicId: (id) => `${k}-清河 晚报·${id}` });
  const by = <T extends { readonly corrections: PageRecord['articles'][number]['corrections'] }>(each: T): T => ({ ...each, corrections: each.corrections.map((correction) => ({ ...correction, by: agent, probability })) });
  return { ...record, articles: record.articles.map((article) => ({ ...by(article), topics: article.topics.length > 0 ? [topic, ...article.topics] : [], approvals: [agent] })), aside: record.aside.map((each) => ({ ...by(each), by: agent })) };
}));

/** A page with every role wherever it may stand. */
const ROLES = ['kicker', 'headline', 'subtitle', 'byline', 'subhead', 'body', 'caption', 'credit'] as const;
const allRoles = (seed: number) => issueOf(...Array.from({ length: 9 }, (_, number) => Array.from({ length: 8 }, (_place, place) => `a${number + 1} ${ROLES[(place * seed + number) % ROLES.length]!}: 第${place}行-[抵]+[低]偿`)).flat(), '- banner: 清河纪事', '- furniture: 第三版');

const exportsOf = (): Parameters<typeof written>[1] => {
  const named = fc.sample(pages, { numRuns: 16, seed: 7 }).flat().map((page, k) => ({ ...page, name: `${k % 3}/页 ${k}` }));
  const unique = named.map((page, k) => ({ ...page, articles: page.articles.map((article) => ({ ...article, articleId: `${k}-${article.articleId}` })) }));
  const linked = unique.map((page, k) => ({ ...page, articles: page.articles.map((article, at) => {
    const end = (other: PageRecord | undefined) => (at === 0 && other?.articles[0] ? { articleId: other.articles[0].articleId, leaves: k % 4 > 0, name: other.name } : null);
    return { ...article, next: end(unique[k + 1]), previous: end(unique[k - 1]) };
  }) }));
  const ordered = [1, 2, 3, 5, 7].map((seed) => exportedPage(allRoles(seed), { sourceFile: `roles/${seed}.txt` }, { publicId: (id) => `r${seed}-${id}` }));
  return [
    [[...linked, ...ordered], { licence: 'https://creativecommons.org/licenses/by/4.0/' }],
    [ordered, { reading: 'printed', licence: '城南 & 城北，未经许可', splitters: [], version: '0.1.0-beta' }],
  ];
};

const PATIENCE = 300_000; // milliseconds: xmllint takes its time to read a schema of a megabyte

describe('whatever is exported is valid, by a validator that is not ours', () => {
  withSchemas('PressMint, text by text and as a corpus', () => {
    const paths = written(teiPressmint, exportsOf());
    expect(paths.length).toBeGreaterThan(20);
    expect(complaints('pressmint.rng', paths, false)).toEqual([]);
    expect(complaints('pressmint.rng', paths.filter((path) => path.endsWith('PressMint-ZH.xml')), true)).toEqual([]);
  }, PATIENCE);

  withSchemas('documentary', () => {
    const paths = written(teiDocumentary, exportsOf());
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.some((path) => readFileSync(path, 'utf8').includes('<choice><orig>'))).toBe(true);
    expect(complaints('tei_all.rng', paths, false)).toEqual([]);
  }, PATIENCE);

  withSchemas('and the validator does complain', () => {
    const path = written(teiPressmint, [[[exportedPage(issueOf('a1 headline: 甲'))], {}]]).find((each) => !each.endsWith('PressMint-ZH.xml'))!;
    writeFileSync(path, readFileSync(path, 'utf8').replace('<head', '<heading').replace('</head>', '</heading>'));
    expect(complaints('pressmint.rng', [path], false).length).toBeGreaterThan(1);
  }, PATIENCE);
});
