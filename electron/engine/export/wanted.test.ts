import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '#contract/schemas/library.ts';
import { articleId } from '#core/model/ids.ts';
import { STATUSES } from '#core/model/issue.ts';
import { PageNames } from '#core/export/page-names.ts';
import { issueOf } from '#core/testing/notation.ts';
import { layoutOf } from '../project/layout.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { Snapshot } from './pages.ts';
import { wantedBy } from './wanted.ts';

const topic = (id: string) => ({ scheme: 'medtop', id: `medtop:${id}` });
const [EDUCATION, SCHOOL, CULTURE] = [topic('05000000'), topic('20000400'), topic('01000000')];
const PATHS = ['单/深/清河晚报_20240511_01.txt', '单/清河晚报_02.txt', '单深/清河晚报_03.txt', '无日期.txt'];

/** Four pages of four articles, each of another status, tagged in turn. */
async function archive() {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, ...PATHS.map((path, page) => readReport(path, issueOf(...STATUSES.flatMap((_, at) => [`a${page}${at} headline: 第${page}版第${at}题`, `a${page}${at} body: 渡口停航${at}天，麦收已过半。`])))));
  for (const [page, path] of PATHS.entries()) {
    for (const [at, status] of STATUSES.entries()) {
      const [issue, article] = [issueAt(engine, path), articleId(`a${page}${at}`)];
      const { version } = must(await engine.call('issue.open', { issue }));
      if (status !== 'new') must(await engine.call('issue.edit', { once: once(), issue, version, label: 'status', edits: [{ kind: 'setStatus', article, status }] }));
      const add = [[SCHOOL], [CULTURE, EDUCATION], []][(page + at) % 3]!;
      if (add.length > 0) must(await engine.call('library.setTopics', { once: once(), selection: { articles: [article] }, add, remove: [] }));
    }
  }
  for (const [page, date] of [[1, '2024-05'], [2, '2023']] as const) must(await engine.call('library.setMetadata', { once: once(), selection: { articles: [articleId(`a${page}0`)] }, values: { date } }));
  await engine.context.indexer.whole();
  return { engine, projectDb: layoutOf(place.projectPath).project };
}

const DATES = ['2023', '2024', '2024-05', '2024-05-11', '2024-05-12', '2025'];
const filters: fc.Arbitrary<Filter> = fc.record({
  status: fc.uniqueArray(fc.constantFrom(...STATUSES)), topics: fc.uniqueArray(fc.constantFrom(EDUCATION, SCHOOL, CULTURE, topic('nowhere'))), exactTopics: fc.boolean(), untagged: fc.boolean(),
  folder: fc.constantFrom('单', '单/深', '单深', '无'), dateFrom: fc.constantFrom(...DATES), dateTo: fc.constantFrom(...DATES),
}, { requiredKeys: [] });

test('an export takes the articles that the library shows for the same filter', async () => {
  const { engine, projectDb } = await archive();
  const { context } = engine;
  const snapshot = new Snapshot(projectDb, context.store.sources);
  const pages = Array.from(snapshot.issues, (id) => snapshot.page(id, new PageNames()));
  const taken = async (filter: Filter) => {
    const wanted = await wantedBy(filter, context);
    return pages.flatMap((page) => page.issue.articles.filter((article) => wanted(page, article)).map(({ id }) => id)).toSorted();
  };
  const shown = async (filter: Filter) => [...(await context.library.articlesOf(filter)).values()].flatMap((articles) => [...articles]).toSorted();
  try {
    expect((await taken({})).length).toBe(16);
    await fc.assert(fc.asyncProperty(filters, async (filter) => {
      expect(await taken(filter)).toEqual(await shown(filter));
      expect((await context.library.holdings(filter)).articles).toBe((await shown(filter)).length);
    }), { numRuns: 300 });
    for (const filter of [{ text: '停航2天' }, { columns: { headline: '第0题' }, status: ['new' as const] }]) expect(await taken(filter)).toEqual(await shown(filter)); // what only the index can tell
  } finally {
    snapshot.close();
  }
});

test('what a corpus holds is counted by month, status, topic and kind of correction, of the articles that are taken', async () => {
  const { engine } = await archive();
  const issue = issueAt(engine, PATHS[0]!);
  const { version, tree } = must(await engine.call('issue.open', { issue }));
  const passage = tree.articles[3]!.passages[1]!.id;
  const put = (text: string, id: string, data?: Record<string, string>) => ({ kind: 'replaceText' as const, passage, from: 0, to: 1, put: { text, why: { id, ...(data && { data }) } } });
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'mend', edits: [put('度', 'check.mended', { check: 'look-alike' })] }));
  const all = must(await engine.call('export.holdings', { filter: {} }));
  expect(all).toMatchObject({
    articles: 16, issues: 4, status: { new: 1, 'in-work': 7, approved: 4, problem: 4 }, corrections: [{ kind: 'look-alike', count: 1 }],
    months: [{ month: '', articles: 4 }, { month: '2023', articles: 4 }, { month: '2024-05', articles: 8 }],
  });
  expect(all.topics.reduce((sum, { articles }) => Math.max(sum, articles), 0)).toBe(16 - all.untagged); // those below education count as it
  const few = must(await engine.call('export.holdings', { filter: { status: ['new'] } }));
  expect(few).toMatchObject({ articles: 1, corrections: [], status: { approved: 0 } });
});
