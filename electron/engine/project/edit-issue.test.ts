import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { fail } from '#util/result.ts';
import { Database } from '../db/database.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { loadIssue, makeAct, readIssue, saveMade } from './issues.ts';
import { write } from './store.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a1 body: 六七八九');
const passage = PAGE.articles[0]!.passages[1]!.id;

async function opened() {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  const edit = (version: number, role: 'subhead' | 'credit', key = once()) =>
    engine.call('issue.edit', { once: key, issue, version, label: 'set-role', edits: [{ kind: 'setRole', passage, role }] });
  const roleOf = (issueNow = loadIssue(engine.store, issue)) => issueNow!.issue.articles[0]!.passages[1]!.role;
  return { engine, issue, edit, roleOf };
}

test('a page that was edited is at hand as it is stored', async () => {
  const { engine, issue, edit, roleOf } = await opened();
  must(await edit(0, 'subhead'));
  const [atHand, stored] = [loadIssue(engine.store, issue)!, readIssue(engine.store, issue)!];
  expect(loadIssue(engine.store, issue)).toBe(atHand);
  expect([atHand.version, atHand.issue]).toEqual([stored.version, stored.issue]);
  expect(atHand.machine()).toEqual(stored.machine());
  must(await engine.call('history.undo', { once: once(), issue }));
  expect(roleOf()).toBe('body');
});

test('what a transaction took back is at hand for nobody, also where it was read meanwhile', async () => {
  const { engine, issue, edit, roleOf } = await opened();
  must(await edit(0, 'subhead'));
  const { store } = engine;
  const refused = write(store, (tx) => {
    const stored = loadIssue(store, issue)!;
    saveMade(tx, stored, must(makeAct(stored.issue, [{ kind: 'setRole', passage, role: 'credit' }])));
    expect(roleOf()).toBe('credit');
    return fail({ code: 'cancelled' });
  });
  expect(refused.ok).toBe(false);
  expect(roleOf()).toBe('subhead');
  expect(loadIssue(store, issue)!.version).toBe(readIssue(store, issue)!.version);
});

test('over a connection that only reads, pages are read anew: another writes', async () => {
  const { engine, issue, edit, roleOf } = await opened();
  const db = Database.open(engine.context.layout.project, 'read-only');
  const other = { db, sources: engine.store.sources };
  expect(roleOf(loadIssue(other, issue))).toBe('body');
  must(await edit(0, 'subhead'));
  expect(roleOf(loadIssue(other, issue))).toBe('subhead');
  db.close();
});

test('a key that has an answer gets it again, whatever comes with it, and nothing is done', async () => {
  const { engine, edit, roleOf } = await opened();
  const key = once();
  const saved = must(await edit(0, 'subhead', key));
  const entries = () => engine.store.db.get('SELECT count(*) AS entries, (SELECT count(*) FROM effect) AS effects FROM entry');
  const before = entries();
  expect(must(await edit(0, 'subhead', key))).toEqual(saved);
  expect(must(await edit(saved.version, 'credit', key))).toEqual(saved);
  expect(await edit(0, 'credit')).toEqual({ ok: false, error: { code: 'issue-moved-on', version: saved.version } });
  expect(entries()).toEqual(before);
  expect(roleOf()).toBe('subhead');
});
