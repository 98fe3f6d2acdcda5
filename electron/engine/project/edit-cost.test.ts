import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { lastStanding, standingsOf } from './journal.ts';

const FRAME = 24 + 4096; // bytes of one page in the log
const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a1 body: 六七八九');

async function opened() {
  const place = temporaryProject();
  const engine = await openOn(place, { careful: false });
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  let version = 0;
  const setRole = async () => {
    const role = version % 2 === 0 ? 'subhead' as const : 'body' as const;
    ({ version } = must(await engine.call('issue.edit', { once: once(), issue, version, label: 'set-role', edits: [{ kind: 'setRole', passage: PAGE.articles[0]!.passages[1]!.id, role }] })));
  };
  await setRole(); // the first takes the article into work
  const written = () => statSync(join(place.projectPath, 'project.db-wal')).size / FRAME;
  return { engine, issue, setRole, written };
}

test('an edit writes ten pages: of the journal and its indexes, of the page and its place among changes, of where it stands, and that it was done', async () => {
  const { setRole, written } = await opened();
  const before = written();
  await setRole();
  expect(written() - before).toBe(10);
});

test('an edit asks few questions, and none twice; what follows from it is looked into behind its answer', async () => {
  const { setRole } = await opened();
  const asked: string[] = [];
  for (const name of ['run', 'get', 'all'] as const) {
    const own = Database.prototype[name] as (sql: string) => unknown;
    vi.spyOn(Database.prototype, name).mockImplementation(function (this: Database, sql: string, ...values: unknown[]) {
      asked.push(sql);
      return (own as (...all: unknown[]) => never).call(this, sql, ...values);
    });
  }
  await setRole();
  vi.restoreAllMocks();
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toHaveLength(6);
});

test('where an entry stands, and what was done or taken back last, is found without going through all that stands', async () => {
  const { engine, issue } = await opened();
  const asked: string[] = [];
  const { db } = engine.store;
  const listening = { get: (sql: string) => void asked.push(sql), all: (sql: string) => (asked.push(sql), []) } as unknown as Database;
  lastStanding(listening, issue, 'live');
  lastStanding(listening, issue, 'undone');
  standingsOf(listening, 1);
  const plans = asked.map((sql) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?1?/g, '1')}`).map(({ detail }) => detail));
  expect(plans.flat().filter((detail) => /SCAN (standing|effect|entry)/.test(detail))).toEqual([]);
  expect(plans[1]!.join()).toContain('standing_undone');
});

test('what an old entry changed, and what depends on it, is asked in as many questions however much was done since', async () => {
  const { engine, issue, setRole } = await opened();
  const asked = vi.fn();
  const questions = async () => {
    asked.mockClear();
    for (const name of ['get', 'all'] as const) {
      const own = Database.prototype[name] as (sql: string) => unknown;
      vi.spyOn(Database.prototype, name).mockImplementation(function (this: Database, ...call: unknown[]) {
        asked();
        return (own as (...all: unknown[]) => never).apply(this, call);
      });
    }
    must(await engine.call('history.look', { issue, entry: 2 }));
    must(await engine.call('history.dependents', { entry: 2 }));
    vi.restoreAllMocks();
    return asked.mock.calls.length;
  };
  for (let n = 0; n < 3; n += 1) await setRole();
  const few = await questions();
  for (let n = 0; n < 20; n += 1) await setRole();
  expect(await questions()).toBe(few);
});

test('what is not asked again is known to be another as soon as somebody sets it: an entry bears the name of its moment', async () => {
  const { engine, issue, setRole } = await opened();
  const signed = async () => {
    await setRole();
    return must(await engine.call('history.list', { issue, before: null, limit: 1 }))[0]!.who;
  };
  expect([await signed(), await signed()]).toEqual(['Editor', 'Editor']);
  must(await engine.call('project.setSettings', { once: once(), settings: { editor: '校对甲' } }));
  expect([await signed(), await signed()]).toEqual(['校对甲', '校对甲']);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await signed()).toBe('Editor');
});
