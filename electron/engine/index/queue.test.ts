import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDERS, UNITS } from '#contract/schemas/queue.ts';
import type { Order, Unit } from '#contract/schemas/queue.ts';
import { articleId } from '#core/model/ids.ts';
import { STATUSES } from '#core/model/issue.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import type { Where } from './filter.ts';
import { openSql } from './open-items.ts';
import { QueueIndex, hereSql } from './queue.ts';
import { onLine, queueLine } from './queue-line.ts';
import { countSql } from './shown-counts.ts';

const ALL: Where = { sql: '1', values: [] };
const SOME: Where = { sql: `headline LIKE ? ESCAPE '\\'`, values: ['%a%'] };

type Row = { readonly issue: number; readonly position: number; readonly article: string; readonly date: string; readonly folder: string; readonly risk: number; readonly status: string; readonly headline: string };

// Few values each, so that many stand at the same place but for their page.
const rows = fc.array(fc.record({
  date: fc.constantFrom('', '2024-05-18', '2024-05-19'), folder: fc.constantFrom('', 'x', 'y/z'),
  articles: fc.array(fc.record({ risk: fc.constantFrom(0, 0.1 + 0.2, 1 / 3, 2.5), status: fc.constantFrom(...STATUSES), headline: fc.constantFrom('a', 'b') }), { maxLength: 4 }),
}), { minLength: 1, maxLength: 8 }).map((pages) => pages.map(({ articles, ...page }, at) => ({
  ...page, issue: at + 1, articles: articles.map((article, index): Row => ({ ...page, ...article, issue: at + 1, position: index + 1, article: `a${at + 1}.${index + 1}` })),
})));
type Pages = typeof rows extends fc.Arbitrary<infer T> ? T : never;

const isDone = (page: Pages[number]) => page.articles.every(({ status }) => status === 'approved');
const pageRisk = ({ articles }: Pages[number]) => articles.reduce((sum, { risk }) => sum + risk, 0);

function put(db: Database, page: Pages[number]): void {
  db.run('INSERT INTO page (issue, date, page_order, file, folder, articles, unapproved, done, doubts, risk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
    page.issue, page.date, '', '', page.folder, page.articles.length, page.articles.filter(({ status }) => status !== 'approved').length, isDone(page) ? 1 : 0, pageRisk(page));
  for (const { issue, position, article, headline, date, folder, status, risk } of page.articles) {
    db.run(`INSERT INTO article (issue, position, article, headline, byline, newspaper, edition, date, page, page_order, file, folder, topics, status, confidence, risk, findings, length)
      VALUES (?, ?, ?, ?, '', '', '', ?, '', '', '', ?, '[]', ?, NULL, ?, 0, 0)`, issue, position, article, headline, date, folder, status, risk);
  }
}

function indexOf(pages: Pages): Database {
  const db = Database.inMemory();
  migrate(db, 'index');
  for (const page of pages) put(db, page);
  return db;
}

type Item = { readonly issue: number; readonly article: string | null; readonly done: boolean; readonly by: readonly (string | number)[] };

/** The items of a queue in its order, worked out the plain way. */
function plainly(pages: Pages, unit: Unit, order: Order, where: Where): readonly Item[] {
  const shown = ({ headline }: Row) => where === ALL || headline === 'a';
  const by = (risk: number, { date, folder }: { date: string; folder: string }) => (order === 'risk' ? [-risk] : order === 'date' ? [date] : [folder]);
  const items: Item[] = unit === 'article'
    ? pages.flatMap(({ articles }) => articles.filter(shown).map((row) => ({ issue: row.issue, article: row.article, done: row.status === 'approved', by: [...by(row.risk, row), row.issue, row.position] })))
    : pages.filter(({ articles }) => where === ALL || articles.some(shown)).map((page) => ({ issue: page.issue, article: null, done: isDone(page), by: [...by(pageRisk(page), page), page.issue] }));
  return items.toSorted((a, b) => {
    const at = a.by.findIndex((value, index) => value !== b.by[index]);
    return at < 0 ? 0 : a.by[at]! < b.by[at]! ? -1 : 1;
  });
}

const named = (item: { readonly issue: number; readonly article: string | null } | null | undefined) => (item ? `${item.issue} ${item.article}` : null);

test('places are those of the plain order, for articles and pages, in every order, with and without a filter', () => {
  fc.assert(fc.property(rows, fc.constantFrom(...UNITS), fc.constantFrom(...ORDERS), fc.constantFrom(ALL, SOME), (pages, unit, order, where) => {
    const db = indexOf(pages);
    const queues = new QueueIndex(db);
    const items = plainly(pages, unit, order, where);
    const open = items.filter(({ done }) => !done);
    const begin = queues.place({ unit, order, issue: null, article: null, key: null }, where);
    expect([begin.total, begin.done, named(begin.next)]).toEqual([items.length, items.length - open.length, named(open[0])]);
    for (const [at, item] of items.entries()) {
      const place = queues.place({ unit, order, issue: item.issue, article: item.article === null ? null : articleId(item.article), key: null }, where);
      const [above, below] = [items.slice(0, at).filter(({ done }) => !done), items.slice(at + 1).filter(({ done }) => !done)];
      expect([named(place.previous), named(place.next)]).toEqual([named(above.at(-1)), named(below[0])]);
      const away = ({ issue }: Item) => issue !== item.issue;
      expect([named(place.previousPage), named(place.nextPage)]).toEqual([named(above.findLast(away)), named(below.find(away))]);
      expect(place.at).toBe(items.length - open.length + above.length + (item.done ? 0 : 1));
      expect(place.left).toBe(pages[item.issue - 1]!.articles.filter(({ status }) => status !== 'approved').length);
    }
    db.close();
  }), { numRuns: 150 });
});

test('one who goes on from where an item stood is sent through all that is left, whatever working on them moves', () => {
  fc.assert(fc.property(rows, fc.constantFrom(...ORDERS), fc.array(fc.constantFrom('approve', 'answer', 'leave'), { minLength: 1, maxLength: 9 }), (pages, order, acts) => {
    const db = indexOf(pages);
    const queues = new QueueIndex(db);
    const expected = plainly(pages, 'article', order, ALL).filter(({ done }) => !done).map(named);
    const seen: (string | null)[] = [];
    let { next } = queues.place({ unit: 'article', order, issue: null, article: null, key: null }, ALL);
    while (next) {
      seen.push(named(next));
      const act = acts[seen.length % acts.length];
      if (act === 'approve') db.run(`UPDATE article SET status = 'approved', risk = 0 WHERE article = ?`, next.article);
      if (act === 'answer') db.run('UPDATE article SET risk = risk / 9 WHERE article = ?', next.article);
      queues.changed([next.issue]);
      next = queues.place({ unit: 'article', order, ...next }, ALL).next;
    }
    expect([...new Set(seen)]).toEqual(expected);
    db.close();
  }), { numRuns: 100 });
});

test('what a queue does not hold has no place in it, but one can go on from it; an article that is gone is gone on from by its key', () => {
  const article = (position: number, risk: number, headline: string): Row => ({ issue: 1, position, article: `a${position}`, date: '', folder: '', risk, status: 'new', headline });
  const queues = new QueueIndex(indexOf([{ date: '', folder: '', issue: 1, articles: [article(1, 3, 'a'), article(2, 2, 'b'), article(3, 1, 'a')] }]));
  const at = (id: string, key: string | null = null) => queues.place({ unit: 'article', order: 'risk', issue: 1, article: articleId(id), key }, SOME);
  expect(at('a2')).toMatchObject({ at: null, total: 2, previous: { article: 'a1' }, next: { article: 'a3' } });
  expect(at('gone', '[-2,1,2]')).toMatchObject({ at: null, previous: { article: 'a1' }, next: { article: 'a3' } });
  expect(at('gone', 'no key')).toMatchObject({ at: null, next: { article: 'a1' }, previous: null });
});

test('a list that is kept is the list made anew, whatever changes on the pages it is told of', () => {
  fc.assert(fc.property(rows, rows, fc.constantFrom(ALL, SOME), (before, after, where) => {
    const db = indexOf(before);
    const kept = new QueueIndex(db);
    const everywhere = (queues: QueueIndex) => UNITS.flatMap((unit) => ORDERS.map((order) => [
      queues.counts(where),
      queues.place({ unit, order, issue: null, article: null, key: null }, where),
      ...Array.from({ length: 8 }, (_, at) => queues.place({ unit, order, issue: at + 1, article: null, key: null }, where)),
    ]));
    everywhere(kept);
    for (const page of after) {
      db.run('DELETE FROM article WHERE issue = ?', page.issue);
      db.run('DELETE FROM page WHERE issue = ?', page.issue);
      put(db, page);
      kept.changed([page.issue]);
    }
    expect(everywhere(kept)).toEqual(everywhere(new QueueIndex(db)));
    db.exec('DELETE FROM article; DELETE FROM page');
    kept.changed(null);
    expect(everywhere(kept)).toEqual(everywhere(new QueueIndex(db)));
    db.close();
  }), { numRuns: 60 });
});

test.each(UNITS.flatMap((unit) => ORDERS.map((order) => [unit, order] as const)))('a queue of each %s by %s is made down its index and renewed by the pages that changed', (unit, order) => {
  const db = indexOf([]);
  const line = queueLine(unit, order);
  const plan = (sql: string) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', 'NULL')}`).map(({ detail }) => detail).join('\n');
  for (const where of [ALL, SOME]) {
    const { sql } = onLine(line, where);
    expect(plan(openSql.all(line, sql))).toMatch(new RegExp(`USING (COVERING )?INDEX ${line.index}`));
    expect(plan(openSql.all(line, sql))).not.toMatch(/TEMP B-TREE/);
    for (const often of [openSql.of(line, sql), openSql.isBefore(line), openSql.keyed(line), hereSql(line, sql)]) expect(plan(often)).not.toMatch(/SCAN (article|page)|TEMP B-TREE FOR ORDER/);
    expect(plan(countSql(where.sql, true))).not.toMatch(/SCAN (article|page)/);
  }
  db.close();
});
