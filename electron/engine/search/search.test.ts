import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import variants from '#resources/lexicon/variants.json' with { type: 'json' };
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { passageId } from '#core/model/ids.ts';
import { markedUpText } from '#core/model/reading.ts';
import { foldText, makeFolding } from '#core/search/folding.ts';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { Library } from '../index/library.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { Packer } from './packer.ts';
import { Search } from './search.ts';
import { searchThreads } from './threads.ts';

const FOLDING = makeFolding(variants.groups);
const ask = (text: string, more: Partial<SearchQuestion> = {}): SearchQuestion => ({ text, expression: false, exact: false, view: 'emended', roles: [], filter: {}, newest: false, ...more });

/** index.db with articles of these texts, and what searches it. */
function archive(full = 60) {
  const index = Database.inMemory();
  migrate(index, 'index');
  let revision = 0;
  const library = new Library(index, { topics: () => [], topicsNamed: () => [], gone: () => new Set() });
  const threads = searchThreads({ index, path: null });
  const search = new Search({ index, library, threads, revision: () => revision });
  const packer = new Packer({ index, threads, onError: (error) => { throw error; }, full, least: 1 });
  const touch = () => {
    revision += 1;
    library.changed([]);
  };
  const put = (id: number, text: string, printed: string | null) => {
    if (index.get('SELECT 1 FROM article WHERE id = ?', id)) index.run('UPDATE article_text SET text = ?, printed = ?, printed_roles = ? WHERE id = ?', text, printed, printed && '5', id);
    else {
      index.run(
        `INSERT INTO article (id, issue, position, article, headline, byline, newspaper, edition, date, page, page_order, file, folder, topics, status, findings, length)
         VALUES (?, ?, 1, ?, '', '', '', '', '', '', '', '', '', '[]', 'new', 0, ?)`, id, id, `a${id}`, text.length,
      );
      index.run('INSERT INTO article_text (id, text, roles, printed, printed_roles) VALUES (?, ?, ?, ?, ?)', id, text, '5', printed, printed && '5');
    }
    touch();
  };
  const drop = (id: number) => {
    index.run('DELETE FROM article WHERE id = ?', id);
    touch();
  };
  return { index, search, packer, put, drop, touch };
}

const unit = fc.constantFrom(...'甲甲甲乙后後A,');
const text = fc.string({ unit, minLength: 1, maxLength: 30 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id: fc.integer({ min: 1, max: 5 }), text, printed: fc.option(text) }),
  fc.record({ kind: fc.constant('drop' as const), id: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('pack' as const) }),
);

test('whatever came, changed, went and was packed meanwhile, what is found is what is there', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.string({ unit, minLength: 1, maxLength: 3 }), fc.constantFrom('emended', 'printed' as const), fc.boolean(), async (acts, wanted, view, expression) => {
    const { search, packer, put, drop, touch } = archive();
    const there = new Map<number, { readonly emended: string; readonly printed: string }>();
    for (const each of acts) {
      if (each.kind === 'put') {
        put(each.id, each.text, each.printed);
        there.set(each.id, { emended: each.text, printed: each.printed ?? each.text });
      } else if (each.kind === 'drop') {
        drop(each.id);
        there.delete(each.id);
      } else {
        await packer.complete();
        touch();
      }
      const found = must(await search.find(ask(wanted, { view, expression })));
      const fold = (source: string) => foldText(source, FOLDING.whole);
      const expected = [...there].toSorted(([a], [b]) => a - b).flatMap(([id, texts]) => {
        const hits = fold(texts[view]).split(fold(wanted)).length - 1;
        return hits > 0 ? [[id, hits]] : [];
      });
      expect(Array.from(found.ids, (id, at) => [id, found.ends[at]! - (at > 0 ? found.ends[at - 1]! : 0)])).toEqual(expected);
    }
    await packer.stop();
  }), { numRuns: 80 });
});

test('packs that are half gone, and small ones that are several, are put together anew', async () => {
  const { index, packer, put, search, touch } = archive(600);
  for (let id = 1; id <= 24; id += 1) {
    put(id, `甲${'乙'.repeat(4)}`, null);
    if (id % 2 === 0) await packer.complete();
  }
  touch();
  const packs = index.get<{ n: number }>('SELECT count(*) AS n FROM search_pack')!.n;
  expect(packs).toBeLessThan(7);
  expect(must(await search.find(ask('甲'))).ids).toHaveLength(24);
  expect(search.progress()).toEqual({ packed: 24, texts: 24 });
});

const PAGE = issueOf('a1 headline: 河畔書屋', 'a1 body: 低-[抵]+[低]价河畔,河畔', 'a2 headline: 河', 'a2 caption: 河畔一景');

async function project() {
  const engine = await openOn(temporaryProject());
  record(engine, readReport('清河晚报_20240518_02.txt', PAGE), readReport('清河晚报_20230101_01.txt', withIds('旧')));
  const find = async (question: SearchQuestion, offset = 0, limit = 50) => must(await engine.call('search.find', { question, offset, limit }));
  return { engine, find };
}

function withIds(prefix: string) {
  const issue = issueOf('o1 headline: 河畔');
  return { ...issue, articles: issue.articles.map((article) => ({ ...article, passages: article.passages.map((each) => ({ ...each, id: passageId(`${prefix}${each.id}`) })) })) };
}

test('hits come with what stands around them, the oldest page first or the newest', async () => {
  const { find } = await project();
  const { hits, articles, rows } = await find(ask('河畔'));
  expect([hits, articles]).toEqual([5, 3]);
  expect(rows.map(({ article, nth, of, role, before, hit, after }) => [article, `${nth + 1}/${of}`, role, before, hit, after])).toEqual([
    ['o1', '1/1', 'headline', '', '河畔', ''],
    ['a1', '1/3', 'headline', '', '河畔', '書屋'],
    ['a1', '2/3', 'body', '低低价', '河畔', ',河畔'],
    ['a1', '3/3', 'body', '低低价河畔,', '河畔', ''],
    ['a2', '1/1', 'caption', '', '河畔', '一景'],
  ]);
  expect((await find(ask('河畔', { newest: true }))).rows.map(({ article }) => article)).toEqual(['a1', 'a1', 'a1', 'a2', 'o1']);
  expect((await find(ask('河畔'), 2, 2)).rows).toEqual(rows.slice(2, 4));
});

test('as printed and as emended are two texts; roles, status and dates narrow', async () => {
  const { find, engine } = await project();
  expect((await find(ask('抵价'))).hits).toBe(0);
  expect((await find(ask('抵价', { view: 'printed' }))).hits).toBe(1);
  expect((await find(ask('河畔', { view: 'printed' }))).hits).toBe(5);
  expect((await find(ask('河畔', { roles: ['body', 'caption'] }))).hits).toBe(3);
  expect((await find(ask('河畔', { filter: { dateFrom: '2024' } }))).articles).toBe(2);
  must(await engine.call('library.setStatus', { once: once(), selection: { articles: [PAGE.articles[0]!.id] }, status: 'approved' }));
  expect((await find(ask('河畔', { filter: { status: ['approved'] } }))).hits).toBe(3);
  expect((await find(ask('書屋', { exact: true }))).hits).toBe(1);
  expect((await find(ask('书屋', { exact: true }))).hits).toBe(0);
});

test('a hit leads to its passage, and to where it stands in the marked-up text', async () => {
  const { find, engine } = await project();
  const issue = issueAt(engine, '清河晚报_20240518_02.txt');
  for (const [view, text, marked] of [['emended', '低价', '低价'], ['printed', '抵价', '抵低价'], ['emended', ',河', ',河']] as const) {
    const { rows: [row] } = await find(ask(text, { view, exact: true }));
    const place = must(await engine.call('search.place', { view, issue, article: row!.article, line: row!.line, from: row!.from, to: row!.to }));
    const passage = PAGE.articles[0]!.passages.find(({ id }) => id === place.passage)!;
    expect(markedUpText(PAGE.source, passage.pieces).slice(place.from, place.to)).toBe(marked);
  }
});

test('what cannot be asked says why; of two questions at once the newer is answered', async () => {
  const { engine, find } = await project();
  expect(await engine.call('search.find', { question: ask('(', { expression: true }), offset: 0, limit: 1 })).toEqual({ ok: false, error: { code: 'question-invalid', why: 'expression-bracket' } });
  const [older, newer] = await Promise.all([
    engine.call('search.find', { question: ask('河.', { expression: true }), offset: 0, limit: 1 }),
    engine.call('search.find', { question: ask('畔'), offset: 0, limit: 1 }),
  ]);
  expect(older).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(must(newer).hits).toBe(5);
  expect((await find(ask('^河.', { expression: true }))).hits).toBe(3);
});

test('searches are saved, removed, and both can be taken back', async () => {
  const { engine } = await project();
  const names = async () => must(await engine.call('search.list', {})).map(({ name }) => name).join(' ');
  const saved = must(await engine.call('search.save', { once: once(), name: '河', question: ask('河畔') }));
  expect(await engine.call('search.save', { once: once(), name: '河 ', question: ask('甲') })).toMatchObject({ ok: false, error: { code: 'search-name-taken' } });
  expect(await names()).toBe('河');
  must(await engine.call('search.remove', { once: once(), id: saved.id }));
  expect(await names()).toBe('');
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await names()).toBe('河');
});

test('packing makes way for somebody who decides something, and goes on when nobody has for a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { index, packer, put } = archive();
  const packs = () => index.get<{ count: number }>('SELECT count(*) AS count FROM search_pack')!.count;
  put(1, '甲乙甲', null);
  packer.makeWay();
  const done = packer.complete();
  vi.advanceTimersByTime(900);
  packer.makeWay();
  vi.advanceTimersByTime(900);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  expect(packs()).toBe(0);
  vi.advanceTimersByTime(100);
  await done;
  expect(packs()).toBe(1);
});

test('so does letting go of a pack of which half is gone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { index, packer, put, drop } = archive();
  const count = (table: 'search_pack' | 'search_row') => index.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)!.count;
  put(1, '甲乙甲', null);
  await packer.complete();
  drop(1);
  const done = packer.complete();
  while (count('search_row') > 0) await new Promise(setImmediate);
  packer.makeWay();
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  expect(count('search_pack')).toBe(1);
  vi.advanceTimersByTime(1_000);
  await done;
  expect(count('search_pack')).toBe(0);
});

test('while something longer is under way nothing is packed, however long nobody decides anything', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { index, packer, put } = archive();
  const packs = () => index.get<{ count: number }>('SELECT count(*) AS count FROM search_pack')!.count;
  put(1, '甲乙甲', null);
  const release = packer.hold();
  const done = packer.complete();
  for (let second = 0; second < 3; second += 1) {
    vi.advanceTimersByTime(1_000);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  }
  expect(packs()).toBe(0);
  release();
  vi.advanceTimersByTime(1_000);
  await done;
  expect(packs()).toBe(1);
});
