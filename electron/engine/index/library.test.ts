import { expect, test } from 'vitest';
import type { Filter, Selection, Sort } from '#contract/schemas/library.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue, Passage, TopicRef } from '#core/model/issue.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const decisions: readonly Decision[] = [
  { subject: articleId('a1'), kind: 'boundary', confidence: 0.9, reasons: [] },
  { subject: passageId('p2'), kind: 'role', confidence: 0.6, reasons: [] },
  { subject: articleId('a2'), kind: 'boundary', confidence: 0.7, reasons: [] },
];
const first = issueOf('a1 headline: 河畔书屋', 'a1 body: 本报讯（记者 温小棠）夜读100%满座', 'a2 headline: 麦收', 'a2 byline: 本报记者 裴大勇', 'a2 body: 马达声声');
const second = withIds(issueOf('b1 headline: 圆桌', 'b1 body: 一张圆桌坐出好邻里', '- banner: 清河纪事'), 'b');
const third = withIds(issueOf('c1 headline: 无题 Abc', 'c1 body: 河畔'), 'c');

function withIds(issue: Issue, prefix: string): Issue {
  const passages = (list: readonly Passage[]) => list.map((each) => ({ ...each, id: passageId(`${prefix}${each.id}`) }));
  return { ...issue, articles: issue.articles.map((article) => ({ ...article, passages: passages(article.passages) })), aside: passages(issue.aside) };
}

async function library(): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(
    engine,
    readReport('2024/清河晚报_20240518_02.txt', first, { decisions }),
    readReport('2024/05/清河晚报_20240606_12.txt', second),
    readReport('other.txt', third),
    { kind: 'problem', path: 'empty.txt', size: 0, modified: 1, problem: 'empty' },
  );
  return engine;
}

const ids = async (engine: Engine, filter: Filter, sort: Sort[] = []) =>
  must(await engine.call('library.rows', { offset: 0, limit: 100, filter, sort })).rows.map(({ article }) => article).join(' ');

test('rows say what is known of each article', async () => {
  const engine = await library();
  const { rows, total } = must(await engine.call('library.rows', { offset: 0, limit: 2, filter: {}, sort: [{ column: 'date', descending: false }, { column: 'file', descending: false }] }));
  expect(total).toBe(4);
  expect(rows).toEqual([
    { article: 'c1', issue: 3, position: 1, headline: '无题 Abc', byline: '', newspaper: '', edition: '', date: '', page: '', file: 'other.txt', folder: '', gone: false, topics: [], status: 'new', confidence: null, risk: 0, findings: 0, length: 8 },
    { article: 'a1', issue: 1, position: 1, headline: '河畔书屋', byline: '温小棠', newspaper: '清河晚报', edition: '', date: '2024-05-18', page: '02', file: '清河晚报_20240518_02.txt', folder: '2024', gone: false, topics: [], status: 'new', confidence: 0.6, risk: expect.closeTo(0.5 / (23 / 400 + 8 / 60)), findings: 0, length: 23 },
  ]);
});

const FILTERS: readonly (readonly [string, Filter, string])[] = [
  ['all, by folder and name', {}, 'c1 a1 a2 b1'],
  ['text anywhere', { text: '河畔' }, 'c1 a1'],
  ['text in a headline over two passages or a byline', { text: '裴大勇' }, 'a2'],
  ['what LIKE would take for a wildcard', { text: '0%满' }, 'a1'],
  ['an underscore', { text: '_' }, ''],
  ['letters of either case', { text: 'aBC' }, 'c1'],
  ['a column', { columns: { headline: '书屋' } }, 'a1'],
  ['two columns', { columns: { newspaper: '清河', page: '12' } }, 'b1'],
  ['a number', { columns: { length: '>10' } }, 'a1 a2 b1'],
  ['a range', { columns: { confidence: '0.5..0.65' } }, 'a1'],
  ['what is left to decide', { columns: { risk: '>0' } }, 'a1 a2'],
  ['a full-width sign', { columns: { confidence: '＞0.65' } }, 'a2'],
  ['a number still being typed', { columns: { length: '>' } }, 'c1 a1 a2 b1'],
  ['a number that no machine can hold', { columns: { length: `<${'9'.repeat(400)}` } }, 'c1 a1 a2 b1'],
  ['a status', { status: ['approved', 'problem'] }, ''],
  ['a folder and those below', { folder: '2024' }, 'a1 a2 b1'],
  ['a folder that another begins like', { folder: '20' }, ''],
  ['from a date', { dateFrom: '2024-05-19' }, 'b1'],
  ['to a month', { dateTo: '2024-05' }, 'a1 a2'],
  ['to a year', { dateFrom: '2024', dateTo: '2024' }, 'a1 a2 b1'],
  ['untagged', { untagged: true }, 'c1 a1 a2 b1'],
  ['a topic nobody has', { topics: [{ scheme: 'own', id: 'x' }] }, ''],
  ['no topics at all', { topics: [] }, ''],
];

const SORTS: readonly (readonly [string, Sort[], string])[] = [
  ['numbers in pages', [{ column: 'page', descending: true }], 'b1 a1 a2 c1'],
  ['least sure first, nothing last', [{ column: 'confidence', descending: false }], 'a1 a2 b1 c1'],
  ['where a minute mends most', [{ column: 'risk', descending: true }], 'a1 a2 b1 c1'],
  ['length', [{ column: 'length', descending: true }], 'a1 a2 b1 c1'],
  ['two columns', [{ column: 'newspaper', descending: true }, { column: 'length', descending: false }], 'b1 a2 a1 c1'],
];

test('filters and orders', async () => {
  const engine = await library();
  for (const [name, filter, expected] of FILTERS) expect(await ids(engine, filter), name).toBe(expected);
  for (const [name, sort, expected] of SORTS) {
    expect(await ids(engine, {}, sort), name).toBe(expected);
    expect(await ids(engine, { columns: { file: '.txt' } }, sort), name).toBe(expected); // the same by the other way of answering
  }
});

test('tags show in filters by topic, by its name in either language, and in the counts', async () => {
  const engine = await library();
  const health = { scheme: 'medtop', id: 'medtop:07000000' };
  expect(must(await engine.call('library.setTopics', { once: once(), selection: { articles: [articleId('a1'), articleId('b1')] }, add: [health], remove: [] }))).toEqual({ articles: 2 });
  expect(await ids(engine, { topics: [health] })).toBe('a1 b1');
  expect(await ids(engine, { columns: { topics: '卫生' } })).toBe('a1 b1');
  expect(await ids(engine, { columns: { topics: 'HEALTH' } })).toBe('a1 b1');
  expect(await ids(engine, { untagged: true })).toBe('c1 a2');
  expect(must(await engine.call('library.facets', { filter: { topics: [health], folder: '2024/05' } }))).toEqual({
    articles: 1, issues: 1, untagged: 0, otherwise: 0, status: { new: 0, 'in-work': 1, approved: 0, problem: 0 },
    topics: [{ topic: health, articles: 1 }], folders: [{ folder: '2024', articles: 1 }, { folder: '2024/05', articles: 1 }], unreadable: 1, gone: 0,
  });
  expect(must(await engine.call('library.setTopics', { once: once(), selection: { filter: {} }, add: [], remove: [health] }))).toEqual({ articles: 2 });
  expect(await ids(engine, { untagged: true })).toBe('c1 a1 a2 b1');
});

test('a topic takes in all that stands below it: in rows, in names, and in counts, where an article counts once', async () => {
  const engine = await library();
  const [top, school, teaching] = ['medtop:05000000', 'medtop:20000400', 'medtop:20000411'].map((id) => ({ scheme: 'medtop', id })) as [TopicRef, TopicRef, TopicRef];
  const tag = async (article: string, ...add: TopicRef[]) => must(await engine.call('library.setTopics', { once: once(), selection: { articles: [articleId(article)] }, add, remove: [] }));
  await tag('a1', school, teaching);
  await tag('b1', top, school);
  await tag('c1', top);
  expect(await ids(engine, { topics: [top] })).toBe('c1 a1 b1');
  expect(await ids(engine, { topics: [top], exactTopics: true })).toBe('c1 b1');
  expect(await ids(engine, { topics: [school] })).toBe('a1 b1');
  expect(await ids(engine, { columns: { topics: '教育' } })).toBe('c1 a1 b1');
  const tagged = async (selection: Selection) => must(await engine.call('library.tagged', { selection }));
  expect(await tagged({ filter: {} })).toEqual({ articles: 4, topics: [{ topic: top, have: 2, within: 3 }, { topic: school, have: 2, within: 2 }, { topic: teaching, have: 1, within: 1 }] });
  expect(await tagged({ filter: { topics: [teaching] } })).toEqual({ articles: 1, topics: [top, school, teaching].map((topic) => ({ topic, have: topic === top ? 0 : 1, within: 1 })) });
  expect(await tagged({ articles: [articleId('a1'), articleId('gone'), articleId('a2')] })).toMatchObject({ articles: 2, topics: [{ topic: top, have: 0, within: 1 }, { have: 1 }, { have: 1 }] });
  const counts = must(await engine.call('library.facets', { filter: { topics: [school], exactTopics: true } })).topics;
  expect(counts).toEqual([{ topic: top, articles: 3 }, { topic: school, articles: 2 }, { topic: teaching, articles: 1 }]);
  for (const { topic, articles } of counts) expect(must(await engine.call('library.rows', { offset: 0, limit: 10, filter: { topics: [topic] }, sort: [] })).total).toBe(articles);
});

test('a decision that a person made anew no longer counts', async () => {
  const engine = await library();
  const issue = issueAt(engine, '2024/清河晚报_20240518_02.txt');
  const confidence = async () => must(await engine.call('library.rows', { offset: 0, limit: 10, filter: { columns: { page: '02' } }, sort: [] })).rows.map((row) => row.confidence);
  must(await engine.call('issue.edit', { once: once(), issue, version: 0, label: 'role', edits: [{ kind: 'setRole', passage: passageId('p2'), role: 'caption' }] }));
  expect(await confidence()).toEqual([0.9, 0.7]);
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'approved' }));
  expect(await confidence()).toEqual([null, null]);
});
