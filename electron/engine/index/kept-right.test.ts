import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '#contract/schemas/library.ts';
import { UNITS } from '#contract/schemas/queue.ts';
import { STATUSES } from '#core/model/issue.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { layoutOf } from '../project/layout.ts';
import { allTopics, topicsNamed } from '../project/topics.ts';
import { must, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { CULTURE, actPage, carryOut, randomAct } from '../testing/random-acts.ts';
import { whereOf } from './filter.ts';
import { Indexer } from './indexer.ts';
import { Library } from './library.ts';
import { QueueIndex } from './queue.ts';

const PAGES = [1, 2, 3, 4];
const path = (page: number) => `${page % 2 === 0 ? '双' : '单/深'}/清河晚报_2024051${page}_0${page}.txt`;

const FILTERS: readonly Filter[] = [
  {}, { text: '渡口' }, { text: '甲' }, { columns: { headline: '甲' } }, { columns: { length: '>6' }, status: ['new'] }, { status: ['approved', 'in-work'] }, { topics: [CULTURE] },
  { topics: [{ scheme: 'medtop', id: 'medtop:05000000' }] }, { topics: [{ scheme: 'medtop', id: 'medtop:05000000' }], exactTopics: true }, { untagged: true, folder: '双' }, { folder: '单', status: ['new'], text: '马达' },
  { columns: { topics: '文化' } }, { dateFrom: '2024-05-12', dateTo: '2024-05-13' }, { otherwise: true },
];

const act = randomAct(PAGES, ['tag', 'untag', 'status', 'merge', 'text', 'new-version', 'undo', 'redo', 'mend']);

/** All that an index holds, without the numbers it gave its rows. */
function everything(index: Database): unknown {
  const article = index.all<Record<string, unknown>>('SELECT * FROM article JOIN article_text USING (id) ORDER BY issue, position').map(({ id: _id, ...row }) => row);
  const topics = index.all('SELECT issue, position, scheme, topic FROM article_topic JOIN article ON article.id = article_topic.article ORDER BY issue, position, scheme, topic');
  return { article, topics, page: index.all('SELECT * FROM page ORDER BY issue'), tally: index.all('SELECT * FROM tally ORDER BY unit') };
}

test('what is remembered of rows is kept right: answers are those of a library that has just been opened', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
    const place = temporaryProject();
    const engine = await openOn(place);
    record(engine, ...PAGES.map((page) => readReport(path(page), actPage(page, '乙'))));
    const index = Database.open(layoutOf(place.projectPath).index, 'read-only');
    const { store } = engine;
    const ask = (filter: Filter, sorted: boolean) => ({ offset: 0, limit: 50, filter, sort: sorted ? [{ column: 'length' as const, descending: true }] : [] });
    for (const [at, each] of acts.entries()) {
      const filter = FILTERS[(at * 5) % FILTERS.length]!;
      const [underWay] = await Promise.all([engine.call('library.rows', ask(filter, true)), carryOut(engine, each, path, actPage)]); // asked before, answered while it is done
      expect(underWay.ok).toBe(true);
      for (const shown of FILTERS) {
        engine.context.indexer.catchUp();
        const lookups = { gone: () => new Set<number>(), topics: () => allTopics(store.db), topicsNamed: (text: string) => topicsNamed(store.db, text) };
        const fresh = new Library(index, lookups);
        const asked = { unit: UNITS[at % 2]!, order: 'risk', issue: null, article: null, key: null } as const;
        const plain = new QueueIndex(index).place(asked, whereOf(shown, lookups));
        expect(await engine.context.library.placeInQueue(asked, shown)).toEqual(plain);
        expect([await fresh.placeInQueue(asked, shown), await fresh.countQueue(shown)]).toEqual([plain, await engine.context.library.countQueue(shown)]);
        const { total, rows } = must(await engine.call('library.rows', ask(shown, at % 2 === 0)));
        const { filter: _filter, ...request } = ask(shown, at % 2 === 0);
        expect({ total, rows }).toEqual(await fresh.rows(shown, request.sort, request.offset, request.limit));
        const facets = must(await engine.call('library.facets', { filter: shown }));
        expect(facets).toEqual(await fresh.facets(shown, 0));
        expect(facets.articles).toBe(total);
        const pages = must(await engine.call('library.pages', { ...request, filter: shown, sort: [{ column: 'left', descending: true }] }));
        expect({ total: pages.total, rows: pages.rows }).toEqual(await fresh.pages(shown, [{ column: 'left', descending: true }], 0, 50));
        expect(new Set(pages.rows.map(({ issue }) => issue))).toEqual(new Set(rows.map(({ issue }) => issue)));
      }
    }
    const anew = Database.inMemory();
    migrate(anew, 'index');
    new Indexer(anew, store, () => undefined, (error) => expect.fail(String(error))).complete();
    expect(everything(index)).toEqual(everything(anew));
    anew.close();
    index.close();
    await engine.close();
  }), { numRuns: 12 });
});

test('each facet counts what would be shown if its own choice were lifted, under all the other parts of the filter', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, ...PAGES.map((page) => readReport(path(page), actPage(page, '乙'))));
  await carryOut(engine, { kind: 'tag', page: 2, which: 0 }, path, actPage);
  await carryOut(engine, { kind: 'status', page: 1, which: 2 }, path, actPage);
  const total = async (filter: Filter) => must(await engine.call('library.rows', { offset: 0, limit: 1, filter, sort: [] })).total;
  const filter: Filter = { text: '渡口', status: ['new'], topics: [CULTURE], folder: '双' };
  const { text, status, topics, folder } = filter as Required<Filter>;
  const facets = must(await engine.call('library.facets', { filter }));
  for (const one of STATUSES) expect(facets.status[one]).toBe(await total({ text, topics, folder, status: [one] }));
  expect(facets.untagged).toBe(await total({ text, status, folder, untagged: true }));
  for (const { topic, articles } of facets.topics) expect(articles).toBe(await total({ text, status, folder, topics: [topic] }));
  for (const one of facets.folders) expect(one.articles).toBe(await total({ text, status, topics, folder: one.folder }));
  expect([facets.articles, facets.issues]).toEqual([await total(filter), await total(filter)]);
});
