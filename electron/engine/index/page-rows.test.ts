import { expect, test } from 'vitest';
import type { Filter, PageRow, PageSort } from '#contract/schemas/library.ts';
import type { Decision } from '#core/model/decision.ts';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { pageStatus } from './page-status.ts';

const FIRST = '2024/清河晚报_20240518_02.txt';
const [SECOND, THIRD] = ['2024/05/清河晚报_20240606_12.txt', 'other.txt'];
const decisions: readonly Decision[] = [{ subject: passageId('p2'), kind: 'role', confidence: 0.6, reasons: [] }];

async function library(): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(
    engine,
    readReport(FIRST, issueOf('a1 headline: 河畔书屋', 'a1 body: 本报讯（记者 温小棠）夜读满座', 'a2 headline: 麦收', 'a2 body: 马达声声'), { decisions }),
    readReport(SECOND, issueOf('b1 headline: 圆桌', 'b1 body: 一张圆桌坐出好邻里', '- banner: 清河纪事')),
    readReport(THIRD, issueOf('- furniture: 清河晚报社出版')),
  );
  return engine;
}

const pages = async (engine: Engine, filter: Filter = {}, ...sort: PageSort[]) => must(await engine.call('library.pages', { offset: 0, limit: 100, filter, sort }));
const files = ({ rows }: { readonly rows: readonly PageRow[] }) => rows.map(({ file }) => file.slice(-6, -4)).join(' ');
const rowOf = async (engine: Engine, path: string) => (await pages(engine)).rows.find(({ issue }) => issue === issueAt(engine, path))!;
const setStatus = async (engine: Engine, filter: Filter, status: 'new' | 'in-work' | 'approved' | 'problem') => must(await engine.call('library.setStatus', { once: once(), selection: { filter }, status }));

test('rows say what is known of each page; a page without an article is one too', async () => {
  const { rows, total } = await pages(await library());
  expect(total).toBe(3);
  expect(rows[1]).toEqual({
    issue: 1, file: '清河晚报_20240518_02.txt', folder: '2024', gone: false, newspaper: '清河晚报', edition: '', date: '2024-05-18', page: '02', articles: 2, approved: 0, left: 2, first: 'a1',
    length: 25, doubts: 1, findings: 0, risk: expect.any(Number), changed: '', status: 'new',
  });
  expect(rows[0]).toMatchObject({ file: 'other.txt', articles: 0, left: 0, first: null, length: 0 });
});

const SORTS: readonly (readonly [PageSort['column'], 'up' | 'down', string])[] = [
  ['file', 'up', 'er 02 12'], ['folder', 'up', 'er 02 12'], ['date', 'down', '12 02 er'], ['page', 'up', 'er 02 12'], ['articles', 'down', '02 12 er'], ['left', 'up', 'er 12 02'],
  ['length', 'down', '02 12 er'], ['doubts', 'down', '02 12 er'], ['risk', 'down', '02 12 er'],
];

test('orders', async () => {
  const engine = await library();
  for (const [column, way, expected] of SORTS) {
    const sort = { column, descending: way === 'down' };
    expect(files(await pages(engine, {}, sort)), column).toBe(expected);
    expect(files(await pages(engine, { columns: { file: '.txt' } }, sort)), column).toBe(expected.split(' ').filter((file) => file !== 'er').join(' ')); // the other way of answering: without an article, no filter shows a page
  }
});

test('a filter shows the pages that have an article of those it shows, each once; windows go on where the last ended', async () => {
  const engine = await library();
  expect(files(await pages(engine, { folder: '2024' }))).toBe('02 12');
  expect(files(await pages(engine, { text: '马达' }))).toBe('02');
  expect(await pages(engine, { status: ['approved'] })).toMatchObject({ total: 0, rows: [] });
  const window = async (offset: number, filter: Filter) => must(await engine.call('library.pages', { offset, limit: 1, filter, sort: [{ column: 'articles', descending: true }] }));
  for (const filter of [{}, { folder: '2024' }]) expect([files(await window(0, filter)), files(await window(1, filter))]).toEqual(['02', '12']);
});

test('what is decided shows at once: what is left, where it begins, its status and when; taken back, it is as it was', async () => {
  const engine = await library();
  await setStatus(engine, { text: '书屋' }, 'in-work');
  expect(await rowOf(engine, FIRST)).toMatchObject({ approved: 0, left: 2, first: 'a1', status: 'in-work' });
  await setStatus(engine, { text: '书屋' }, 'approved');
  const begun = await rowOf(engine, FIRST);
  expect(begun).toMatchObject({ approved: 1, left: 1, first: 'a2', status: 'in-work', changed: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
  expect((await rowOf(engine, SECOND)).changed).toBe('');
  await setStatus(engine, { text: '麦收' }, 'problem');
  expect((await rowOf(engine, FIRST)).status).toBe('problem');
  await setStatus(engine, {}, 'approved');
  expect(await rowOf(engine, FIRST)).toMatchObject({ left: 0, first: null, status: 'approved' });
  expect(await rowOf(engine, SECOND)).toMatchObject({ left: 0, status: 'in-work' }); // what stands aside was not looked at
  const issue = issueAt(engine, SECOND);
  const { version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.confirmAside', { once: once(), issue, version, confirmed: true }));
  expect((await rowOf(engine, SECOND)).status).toBe('approved');
  must(await engine.call('history.undo', { once: once(), issue }));
  expect((await rowOf(engine, SECOND)).status).toBe('in-work');
});

test.each([
  [[], false, 'new'], [['new', 'new'], false, 'new'], [['new', 'approved'], false, 'in-work'], [['approved', 'approved'], false, 'in-work'], [['approved', 'approved'], true, 'approved'],
  [['in-work', 'problem'], false, 'problem'], [[], true, 'approved'],
] as const)('a page with %j, done: %s, is %s', (articles, done, expected) => {
  expect(pageStatus(articles, done)).toBe(expected);
});

test('the library counts as many pages as their list has, also one without an article; a filter shows pages by their articles', async () => {
  const engine = await library();
  const counted = async (filter: Filter) => must(await engine.call('library.facets', { filter })).issues;
  const listed = async (filter: Filter) => (await pages(engine, filter)).total;
  expect(await listed({})).toBeGreaterThan(await listed({ columns: { file: '.txt' } })); // one of them has no article
  for (const filter of [{}, { columns: { file: '.txt' } }]) expect(await counted(filter)).toBe(await listed(filter));
});
