import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { dependents as weighedDependents } from './history.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

/** More of them for a thorough look: STET_RUNS=1000 npx vitest run undo-one. */
const RUNS = Number(process.env['STET_RUNS'] ?? 15);

const open = async (engine: Engine, issue: number) => must(await engine.call('issue.open', { issue }));
const dependents = async (engine: Engine, entry: number) => must(await engine.call('history.dependents', { entry })).map((each) => each.entry);
const undo = (engine: Engine, issue: number | null, entry: number) => engine.call('history.undo', { once: once(), issue, entry });

async function edit(engine: Engine, issue: number, ...edits: readonly Edit[]): Promise<number> {
  const { version } = await open(engine, issue);
  return must(await engine.call('issue.edit', { once: once(), issue, version, label: 'test', edits: edits as never })).entry;
}

/** A tree but for which articles are in work and which new: that goes by who came first. */
const told = ({ articles, aside }: Pick<Issue, 'articles' | 'aside'>) => ({ articles: articles.map((article) => ({ ...article, status: article.status === 'in-work' ? 'new' : article.status })), aside });

function played(first: Issue, acts: readonly Edit[]): Issue | null {
  let issue = first;
  for (const act of acts) {
    const next = applyAll(issue, withFirstTouch(issue, [act]));
    if (!next.ok) return null;
    issue = next.value;
  }
  return issue;
}

const page = arbitraryIssue.filter(({ source }) => !source.startsWith('\uFEFF'));

test('any entry is taken back once what depends on it is, and the page is then as if none of them had ever been done; the rest goes back to the start', async () => {
  await fc.assert(fc.asyncProperty(page, fc.array(dice, { minLength: 3, maxLength: 9 }), fc.nat(), async (first, rolls, roll) => {
    const engine = await openOn(temporaryProject());
    record(engine, readReport('1.txt', first));
    const issue = issueAt(engine, '1.txt');
    const acts: { readonly entry: number; readonly act: Edit }[] = [];
    for (const [serial, each] of rolls.entries()) {
      const now = { source: first.source, ...(await open(engine, issue)).tree };
      const act = editFor(now, kindOf(each), each, serial);
      if (act && applyAll(now, [act]).ok) acts.push({ entry: await edit(engine, issue, act), act });
    }
    if (acts.length === 0) return engine.close();
    const { entry } = acts[roll % acts.length]!;
    const before = await dependents(engine, entry);
    for (const each of before) {
      expect(await undo(engine, issue, entry)).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way', entry } });
      must(await undo(engine, issue, each));
    }
    expect(must(await undo(engine, issue, entry))).toMatchObject({ label: 'test', canRedo: true });
    const gone = new Set([entry, ...before]);
    const never = played(first, acts.filter((each) => !gone.has(each.entry)).map(({ act }) => act));
    expect(never && told(never)).toEqual(told((await open(engine, issue)).tree));
    expect(await undo(engine, issue, entry)).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    while ((await open(engine, issue)).canUndo) must(await engine.call('history.undo', { once: once(), issue }));
    expect(told((await open(engine, issue)).tree)).toEqual(told(first));
    await engine.close();
  }), { numRuns: RUNS, endOnFailure: true });
}, RUNS * 10_000);

const two = issueOf('a1 headline: 甲题', 'a1 body: 一二三', 'a2 headline: 乙题', 'a2 body: 七八九');
const word = (passage: string, put: string): Edit => ({ kind: 'replaceText', passage: passageId(passage), from: 0, to: 1, put: { text: put, why: { id: 'person' } } });

async function opened() {
  const engine = await openOn(temporaryProject());
  record(engine, readReport('1.txt', two));
  return { engine, issue: issueAt(engine, '1.txt') };
}

test('an old correction under an approval and other work is looked at, taken back alone, and done again', async () => {
  const { engine, issue } = await opened();
  const old = await edit(engine, issue, word('p2', '壹'));
  await edit(engine, issue, word('p4', '柒'));
  await edit(engine, issue, { kind: 'setStatus', article: articleId('a1'), status: 'approved' });
  expect(must(await engine.call('history.look', { issue, entry: old }))).toEqual({
    changes: [{ what: 'text', subject: 'p2', name: '壹二三', before: '一二三', after: '壹二三' }, { what: 'status', subject: 'a1', name: '甲题', before: 'new', after: 'in-work' }], more: 0,
    pages: [{ issue, path: '1.txt', date: '', page: '' }],
  });
  const text = async () => (await open(engine, issue)).tree.articles.map(({ passages, status }) => `${passages[1]!.pieces.map(({ kind }) => kind).join(' ')} ${status}`);
  must(await undo(engine, issue, old));
  expect(await text()).toEqual(['kept approved', 'struck added kept in-work']);
  expect(must(await engine.call('history.look', { issue, entry: old }))).toMatchObject({ changes: [] });
  must(await engine.call('history.redo', { once: once(), issue }));
  expect((await text())[0]).toBe('struck added kept approved');
});

test('settings, metadata and answers: what was set again later comes first', async () => {
  const { engine, issue } = await opened();
  const setting = async (editor: string) => {
    must(await engine.call('project.setSettings', { once: once(), settings: { editor } }));
    return must(await engine.call('history.list', { issue: null, before: null, limit: 1 }))[0]!.entry;
  };
  const [one, other] = [await setting('Li'), await setting('Wen')];
  expect([await dependents(engine, one), await dependents(engine, other)]).toEqual([[other], []]);
  expect(await undo(engine, null, one)).toEqual({ ok: false, error: { code: 'undo-stands-in-the-way', entry: one, by: other } });
  const settle = async (version: number, subject: string, verdict: 'right' | 'wrong') => must(await engine.call('issue.settle', { once: once(), issue, version, label: 'accept', items: [{ kind: 'role', subject, verdict }] })).entry;
  const [a, b, c] = [await settle(0, 'p1', 'right'), await settle(1, 'p2', 'right'), await settle(2, 'p1', 'wrong')];
  expect([await dependents(engine, a), await dependents(engine, b)]).toEqual([[c], []]);
  expect(must(await engine.call('history.look', { issue, entry: c })).changes).toEqual([{ what: 'answer', subject: 'p1', name: 'role', before: 'right', after: 'wrong' }]);
  expect(must(await undo(engine, issue, b)).answers?.settled).toEqual([{ kind: 'role', subject: 'p1', verdict: 'wrong' }]);
});

test('an entry that is not there, or is itself an undo, is nothing to take back', async () => {
  const { engine, issue } = await opened();
  const entry = await edit(engine, issue, word('p2', '壹'));
  const undone = must(await undo(engine, issue, entry));
  for (const none of [undone.entry, 999]) {
    expect(await undo(engine, issue, none)).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    expect(await dependents(engine, none)).toEqual([]);
  }
});

test('of an act on many pages, those are weighed on which something was done since, as many of them as were asked for', async () => {
  const engine = await openOn(temporaryProject());
  const paths = ['1.txt', '2.txt', '3.txt', '4.txt'];
  record(engine, ...paths.map((path, at) => readReport(path, issueOf('a1 headline: 甲题', `a1 body: 一二三${at}`))));
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'approved' }));
  const bulk = must(await engine.call('history.list', { issue: null, before: null, limit: 1 }))[0]!.entry;
  const later: number[] = [];
  for (const path of paths.slice(1)) later.push(await edit(engine, issueAt(engine, path), { kind: 'setStatus', article: articleId('a1'), status: 'problem' }));
  expect(await dependents(engine, bulk)).toEqual(later);
  expect(weighedDependents(engine.store, bulk, 2)).toEqual(later.slice(0, 2));
  expect(await undo(engine, null, bulk)).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way', entry: bulk } });
});
