import { expect, test } from 'vitest';
import type { Request } from '#contract/calls.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf, show } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { Concordance } from './concordance.ts';
import type { ConcordanceParts } from './concordance.ts';
import { mendEverywhere } from './mend-everywhere.ts';
import { takeAllBack } from './take-all-back.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const question = (text: string, more: Partial<SearchQuestion> = {}): SearchQuestion => ({ text, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false, ...more });
const at = (engine: Engine, n: number) => issueAt(engine, name(n));
const name = (n: number) => `清河晚报_2024-05-1${n}_0${n}.txt`;

async function pages(...texts: readonly (readonly string[])[]): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(engine, ...texts.map((lines, n) => readReport(name(n), issueOf(...lines))));
  return engine;
}

async function textsOf(engine: Engine, n: number): Promise<readonly string[]> {
  const { source, tree } = must(await engine.call('issue.open', { issue: at(engine, n) }));
  return tree.articles.flatMap(({ passages }) => passages.map(({ pieces }) => show(source, pieces)));
}

const find = async (engine: Engine, text: string, put: string | null, near: Request<'concordance.find'>['near'] = null) => must(await engine.call('concordance.find', { question: question(text), put, near, offset: 0, limit: 100 }));

async function change(engine: Engine, text: string, put: string, chosen: Request<'concordance.change'>['chosen'] = { which: 'all', approved: false, but: [], and: [] }) {
  const { change: seen } = await find(engine, text, put);
  return must(await engine.call('concordance.change', { once: once(), question: question(text), put, change: seen, chosen }));
}

const THREE = [
  ['a1 headline: 公益抵偿一', 'a1 body: 抵偿与抵偿', 'b1 headline: 乙', 'b1 body: 说抵偿'],
  ['a2 headline: 甲', 'a2 body: 无'],
  ['a3 headline: 丙', 'a3 body: 又抵偿'],
] as const;

test('places stand nearest first: the article, its page, then by how many days apart', async () => {
  const engine = await pages(['a1 headline: 一', 'a1 body: 抵偿'], ['a2 headline: 二', 'a2 body: 抵偿'], ['a3 headline: 三', 'a3 body: 抵偿', 'b3 headline: 四', 'b3 body: 抵偿抵偿'], ['a4 headline: 五', 'a4 body: 抵偿']);
  const found = await find(engine, '抵偿', '低偿', { issue: at(engine, 2), article: articleId('b3') });
  expect(found).toMatchObject({ places: 6, articles: 5, pages: 4, approved: 0, behind: 0 });
  expect(found.rows.map(({ article }) => article)).toEqual(['b3', 'b3', 'a3', 'a2', 'a4', 'a1']);
  expect(found.rows[1]).toMatchObject({ before: '抵偿', hit: '抵偿', after: '', headline: '四', date: '2024-05-12', status: 'new', role: 'body', passage: 'p4', from: 2, to: 4 });
  const later = must(await engine.call('concordance.find', { question: question('抵偿'), put: '低偿', near: { issue: at(engine, 2), article: articleId('b3') }, offset: 2, limit: 2 }));
  expect(later.rows.map(({ article }) => article)).toEqual(['a3', 'a2']);
});

test('all places are mended as one entry; what is settled is listed no more; the whole is taken back at once and done again', async () => {
  const engine = await pages(...THREE);
  expect(await change(engine, '抵偿', '低偿')).toMatchObject({ places: 5, articles: 3, pages: 2, skipped: 0 });
  expect(await textsOf(engine, 0)).toEqual(['公益-[抵]+[低]偿一', '-[抵]+[低]偿与-[抵]+[低]偿', '乙', '说-[抵]+[低]偿']);
  expect((await find(engine, '抵偿', '低偿')).places).toBe(0);
  const [entry] = must(await engine.call('history.list', { issue: null, before: null, limit: 5 }));
  expect(entry).toMatchObject({ label: 'mend-everywhere', origin: 'person', live: true, issues: [at(engine, 0), at(engine, 2)] });
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await textsOf(engine, 0)).toEqual(['公益抵偿一', '抵偿与抵偿', '乙', '说抵偿']);
  expect(must(await engine.call('issue.open', { issue: at(engine, 0) })).tree.articles.map(({ status }) => status)).toEqual(['new', 'new']);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(await textsOf(engine, 2)).toEqual(['丙', '又-[抵]+[低]偿']);
});

test('what replaces a string may hold it, or be nothing', async () => {
  const engine = await pages(['a1 headline: 题', 'a1 body: 从安全问到安全问题']);
  expect((await find(engine, '安全问', null)).places).toBe(2);
  expect((await find(engine, '安全问', '安全问题')).places).toBe(1);
  await change(engine, '安全问', '安全问题');
  expect(await textsOf(engine, 0)).toEqual(['题', '从安全问+[题]到安全问题']);
  expect((await find(engine, '安全问', '安全问题')).places).toBe(0);
  await change(engine, '从', '');
  expect((await textsOf(engine, 0))[1]).toBe('-[从]安全问+[题]到安全问题');
});

test('approved articles are listed and left alone, unless they are asked for; single places are left out or taken in', async () => {
  const engine = await pages(...THREE);
  must(await engine.call('issue.edit', { once: once(), issue: at(engine, 0), version: 0, label: 'approve', edits: [{ kind: 'setStatus', article: articleId('a1'), status: 'approved' }] }));
  const found = await find(engine, '抵偿', '低偿');
  expect(found).toMatchObject({ places: 5, approved: 3 });
  const named = ({ issue, key }: (typeof found.rows)[number]) => ({ issue, key });
  const [first, , , other] = found.rows;
  expect(await change(engine, '抵偿', '低偿', { which: 'all', approved: false, but: [named(other!)], and: [named(first!)] })).toMatchObject({ places: 2, articles: 2, pages: 2 });
  expect(await textsOf(engine, 0)).toEqual(['公益-[抵]+[低]偿一', '抵偿与抵偿', '乙', '说抵偿']);
  expect(await change(engine, '抵偿', '低偿', { which: 'all', approved: true, but: [], and: [] })).toMatchObject({ places: 3, articles: 2, pages: 1 });
  expect((await textsOf(engine, 0))[1]).toBe('-[抵]+[低]偿与-[抵]+[低]偿');
  expect(must(await engine.call('issue.open', { issue: at(engine, 0) })).tree.articles[0]!.status).toBe('approved');
});

test('a page that was changed since the places were listed is left and counted; so is a place that reads otherwise', async () => {
  const engine = await pages(...THREE);
  const { change: seen, rows } = await find(engine, '抵偿', '低偿');
  must(await engine.call('issue.edit', { once: once(), issue: at(engine, 2), version: 0, label: 'text', edits: [{ kind: 'replaceText', passage: passageId('p1'), from: 0, to: 1, put: { text: '丁', why: { id: 'person' } } }] }));
  const all = { which: 'all', approved: false, but: [], and: [] } as const;
  const mended = must(await engine.call('concordance.change', { once: once(), question: question('抵偿'), put: '低偿', change: seen, chosen: { ...all, but: [], and: [] } }));
  expect(mended).toMatchObject({ places: 4, pages: 1, skipped: 1 });
  expect(await textsOf(engine, 2)).toEqual(['-[丙]+[丁]', '又抵偿']);
  const again = must(await engine.call('concordance.change', { once: once(), question: question('抵偿'), put: '低偿', change: Number.MAX_SAFE_INTEGER, chosen: { which: 'named', places: [{ issue: rows[0]!.issue, key: rows[0]!.key }] } }));
  expect(again).toEqual({ entry: null, places: 0, articles: 0, pages: 0, skipped: 1, rule: false });
});

test('a place where the string is right is dismissed: it is not listed and not mended, until that is taken back', async () => {
  const engine = await pages(...THREE);
  const [, , third] = (await find(engine, '抵偿', '低偿')).rows;
  must(await engine.call('concordance.dismiss', { once: once(), issue: third!.issue, key: third!.key, read: '抵偿' }));
  expect((await find(engine, '抵偿', '低偿')).rows.map(({ key }) => key)).not.toContain(third!.key);
  expect(await find(engine, '抵偿', null)).toMatchObject({ places: 4, articles: 3 });
  expect(await change(engine, '抵偿', '低偿')).toMatchObject({ places: 4 });
  expect((await textsOf(engine, 0))[1]).toBe('-[抵]+[低]偿与抵偿');
  must(await engine.call('history.undo', { once: once(), issue: null }));
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await find(engine, '抵偿', '低偿')).places).toBe(5);
});

test('what an entry mended is listed; one place is taken back, and goes with the whole when that is taken back', async () => {
  const engine = await pages(...THREE);
  const { entry } = await change(engine, '抵偿', '低偿');
  const done = async () => must(await engine.call('concordance.done', { mender: { by: 'entry', entry: entry! }, offset: 0, limit: 50 }));
  const { places, pages: of, rows } = await done();
  expect([places, of, rows.map(({ state }) => state)]).toEqual([5, 2, ['stands', 'stands', 'stands', 'stands', 'stands']]);
  expect(rows[1]).toMatchObject({ before: '', hit: '低偿', after: '与低偿', read: '抵偿', put: '低偿', article: 'a1', headline: '公益低偿一' });
  const back = (row: (typeof rows)[number]) => engine.call('concordance.takeBack', { once: once(), entry: entry!, issue: row.issue, key: row.key });
  must(await back(rows[1]!));
  expect((await textsOf(engine, 0))[1]).toBe('抵偿与-[抵]+[低]偿');
  expect((await done()).rows.map(({ state }) => state)).toEqual(['stands', 'back', 'stands', 'stands', 'stands']);
  expect(await back(rows[1]!)).toEqual({ ok: false, error: { code: 'place-reads-otherwise' } });
  // Ctrl+Z takes back the taking back; done again, the place is as it was.
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await textsOf(engine, 0))[1]).toBe('-[抵]+[低]偿与-[抵]+[低]偿');
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect((await textsOf(engine, 0))[1]).toBe('抵偿与-[抵]+[低]偿');
  // The whole, from the history: nothing stands in the way.
  expect(must(await engine.call('history.dependents', { entry: entry! }))).toEqual([]);
  must(await engine.call('history.undo', { once: once(), issue: null, entry: entry! }));
  expect(await Promise.all([0, 2].map((n) => textsOf(engine, n)))).toEqual([['公益抵偿一', '抵偿与抵偿', '乙', '说抵偿'], ['丙', '又抵偿']]);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect((await textsOf(engine, 0))[1]).toBe('-[抵]+[低]偿与-[抵]+[低]偿');
});

test('a mass change that is not wanted any more leaves nothing done', async () => {
  const engine = await pages(...Array.from({ length: 9 }, (_, n) => [`a${n} headline: 题`, `a${n} body: 抵偿${'字'.repeat(n)}`]));
  const { change: seen } = await find(engine, '抵偿', '低偿');
  const stop = new AbortController();
  stop.abort();
  const unasked = new Concordance({} as ConcordanceParts); // places are named
  expect(await mendEverywhere(engine.store, unasked, { question: question('抵偿'), put: '低偿', once: once(), change: seen, chosen: { which: 'named', places: [{ issue: at(engine, 0), key: 'p2:0' }] } }, { signal: stop.signal, progress: () => undefined })).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect((await find(engine, '抵偿', '低偿')).places).toBe(9);
});

test('a mass change is taken back by its places, but not if that is not wanted any more; then nothing is done', async () => {
  const engine = await pages(...Array.from({ length: 3 }, (_, n) => [`a${n} headline: 题`, `a${n} body: 抵偿，抵偿${'字'.repeat(n)}`]));
  const { change: seen } = await find(engine, '抵偿', '低偿');
  const { entry } = must(await engine.call('concordance.change', { once: once(), question: question('抵偿'), put: '低偿', change: seen, chosen: { which: 'all', approved: false, but: [], and: [] } }));
  const stop = new AbortController();
  stop.abort();
  expect(await takeAllBack(engine.store, { once: once(), mender: { by: 'entry', entry: entry! } }, { signal: stop.signal, progress: () => undefined })).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect((await find(engine, '低偿', '抵偿')).places).toBe(6);
  expect(must(await engine.call('concordance.takeAllBack', { once: once(), mender: { by: 'entry', entry: entry! } }))).toMatchObject({ places: 6, pages: 3, left: 0 });
  expect((await find(engine, '抵偿', '低偿')).places).toBe(6);
  expect(await engine.call('history.undo', { once: once(), issue: null, entry: entry! })).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way' } }); // what took it back goes first
});

test('how many places of a change were taken back is told: one by one, all at once, undone whole, and read again as changed where that is undone', async () => {
  const engine = await pages(...THREE);
  const { entry } = await change(engine, '抵偿', '低偿');
  const mender = { by: 'entry' as const, entry: entry! };
  const done = async () => must(await engine.call('concordance.done', { mender, offset: 0, limit: 50 }));
  const undoLast = async () => must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await done()).toMatchObject({ places: 5, back: 0, pages: 2 });
  const { rows: [first] } = await done();
  must(await engine.call('concordance.takeBack', { once: once(), entry: entry!, issue: first!.issue, key: first!.key }));
  expect(await done()).toMatchObject({ places: 5, back: 1 });
  must(await engine.call('concordance.takeAllBack', { once: once(), mender }));
  expect(await done()).toMatchObject({ places: 5, back: 5 });
  await undoLast();
  expect(await done()).toMatchObject({ places: 5, back: 1 });
  await undoLast();
  expect(await done()).toMatchObject({ places: 5, back: 0 });
  await undoLast();
  expect(await done()).toMatchObject({ places: 5, back: 5 });
});

test('a stretch is widened to the words it is in, to two characters at least', async () => {
  const engine = await pages(...THREE);
  const wide = async (text: string, from: number, to: number) => {
    const range = must(await engine.call('concordance.widen', { text, from, to }));
    return text.slice(range.from, range.to);
  };
  expect([await wide('从安全问题到小区', 3, 4), await wide('他们提出问题', 4, 5), await wide('，的。', 1, 2), await wide('去了，', 1, 2)]).toEqual(['问题', '问题', '的', '去了']);
});

test('groups of an expression are filled in at each place: listed so, mended so, settled so, and taken back one by one', async () => {
  const engine = await pages(['a1 headline: 一', 'a1 body: 计五三元，四二元'], ['a2 headline: 二', 'a2 body: 七三元']);
  const asked = { question: question('(.)三元', { expression: true }), put: '三$1元' };
  const list = async () => must(await engine.call('concordance.find', { ...asked, near: null, offset: 0, limit: 10 }));
  const { change: seen, rows } = await list();
  expect(rows.map(({ hit, becomes }) => [hit, becomes])).toEqual([['五三元', '三五元'], ['七三元', '三七元']]);
  const { entry } = must(await engine.call('concordance.change', { once: once(), ...asked, change: seen, chosen: { which: 'all', approved: false, but: [], and: [] } }));
  expect([await textsOf(engine, 0), await textsOf(engine, 1)]).toEqual([['一', '计-[五三]+[三五]元，四二元'], ['二', '-[七三]+[三七]元']]);
  expect((await list()).places).toBe(0);
  const done = must(await engine.call('concordance.done', { mender: { by: 'entry', entry: entry! }, offset: 0, limit: 10 }));
  expect(done.rows.map(({ read, put }) => [read, put])).toEqual([['五三元', '三五元'], ['七三元', '三七元']]);
  must(await engine.call('concordance.takeBack', { once: once(), entry: entry!, issue: at(engine, 1), key: done.rows[1]!.key }));
  expect(await textsOf(engine, 1)).toEqual(['二', '七三元']);
});

test('a place that reads already what its groups make of it is none', async () => {
  const engine = await pages(['a1 headline: 一', 'a1 body: 公元九八年，九九年']);
  const found = must(await engine.call('concordance.find', { question: question('(九.)年', { expression: true }), put: '公元$1年', near: null, offset: 0, limit: 10 }));
  expect([found.places, found.rows.map(({ hit, becomes }) => [hit, becomes])]).toEqual([1, [['九九年', '公元九九年']]]);
});
