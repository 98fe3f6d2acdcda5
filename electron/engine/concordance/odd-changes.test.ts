import { expect, test } from 'vitest';
import type { Request } from '#contract/calls.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { issueOf, show } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { verifyProject } from '../project/verify.ts';

const question = (text: string, more: Partial<SearchQuestion> = {}): SearchQuestion => ({ text, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false, ...more });
const name = (n: number) => `清河晚报_2024-05-1${n}_0${n}.txt`;
const ALL = { which: 'all', approved: false, but: [], and: [] } as const satisfies Request<'concordance.change'>['chosen'];

async function pages(...bodies: readonly string[]): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(engine, ...bodies.map((body, n) => readReport(name(n), issueOf(`a${n} headline: 题`, `a${n} body: ${body}`))));
  return engine;
}

async function text(engine: Engine, n: number): Promise<string> {
  const { source, tree } = must(await engine.call('issue.open', { issue: issueAt(engine, name(n)) }));
  return show(source, tree.articles[0]!.passages[1]!.pieces);
}

async function change(engine: Engine, asked: SearchQuestion | string, put: string) {
  const wanted = typeof asked === 'string' ? question(asked) : asked;
  const { change: seen } = must(await engine.call('concordance.find', { question: wanted, put, near: null, offset: 0, limit: 1 }));
  return must(await engine.call('concordance.change', { once: once(), question: wanted, put, change: seen, chosen: { ...ALL, but: [], and: [] } }));
}

const flaws = async (engine: Engine) => (await verifyProject(engine.store, () => undefined, new AbortController().signal)).flaws;
const undo = (engine: Engine, entry?: number | null) => engine.call('history.undo', { once: once(), issue: null, ...(entry && { entry }) });

test('in a project without pages nothing is found, and nothing is changed', async () => {
  const engine = await pages();
  for (const text of ['河', '清河', '清.河']) {
    expect(must(await engine.call('search.find', { question: question(text, { expression: text.length > 2 }), offset: 0, limit: 5 }))).toMatchObject({ hits: 0, articles: 0, rows: [] });
    expect(must(await engine.call('concordance.find', { question: question(text), put: '江', near: null, offset: 0, limit: 5 }))).toMatchObject({ places: 0, rows: [] });
    expect(await change(engine, text, '江')).toMatchObject({ entry: null, places: 0 });
  }
});

test('places that overlap are taken from left to right, none inside another; what is put there may hold what was read', async () => {
  const engine = await pages('哈哈哈哈哈，抵抵');
  expect(await change(engine, '哈哈', '哈')).toMatchObject({ places: 2 });
  expect(await text(engine, 0)).toContain('，抵抵');
  expect(must(await engine.call('search.find', { question: question('哈哈哈，抵'), offset: 0, limit: 1 })).hits).toBe(1);
  must(await undo(engine));
  expect(await text(engine, 0)).toBe('哈哈哈哈哈，抵抵');
  expect(await change(engine, question('(?=(抵抵))抵', { expression: true }), '低')).toMatchObject({ places: 1 });
  expect(await text(engine, 0)).toBe('哈哈哈哈哈，-[抵]+[低]抵');
  expect(await flaws(engine)).toEqual([]);
});

test('what reads so already is no place: a string put in the place of itself, or inside what holds it, is changed once and not again', async () => {
  const engine = await pages('东湖公园与公园');
  expect(await change(engine, '公园', '公园')).toMatchObject({ entry: null, places: 0 });
  expect(await change(engine, '公园', '大公园')).toMatchObject({ places: 2 });
  expect(await change(engine, '公园', '大公园')).toMatchObject({ entry: null, places: 0 });
  expect(await text(engine, 0)).toBe('东湖+[大]公园与+[大]公园');
});

test('rules that are applied do not chase one another: what comes is changed once by each, whatever they hold of one another', async () => {
  const engine = await openOn(temporaryProject());
  const rule = { folder: '', newspaper: '', from: '', to: '', except: [], applies: true, on: true };
  for (const [read, put] of [['甲', '甲乙'], ['乙', '甲'], ['丙', '丙'], ['丁', '丁丁']] as const) must(await engine.call('rules.save', { once: once(), id: null, rule: { ...rule, read, put } }));
  record(engine, readReport(name(0), issueOf('a0 headline: 题', 'a0 body: 甲，丙，丁')));
  await expect.poll(() => engine.store.db.get<{ due: number }>('SELECT count(*) AS due FROM rule_due')!.due).toBe(0);
  const reads = must(await engine.call('search.find', { question: question('^.+$', { expression: true, roles: ['body'] }), offset: 0, limit: 1 })).rows[0]!.hit;
  expect(reads).toBe('甲甲，丙，丁丁');
  expect(must(await engine.call('rules.list', {})).map(({ applied }) => applied)).toEqual([1, 1, 0, 1]);
});

test('two changes that touch the same passages are taken back the later first; place by place in either order, and what a person wrote since stays', async () => {
  const engine = await pages('抵偿与抵偿，在东湖', '又抵偿');
  const first = await change(engine, '抵偿', '低偿');
  const second = await change(engine, '东湖', '西湖');
  expect(await undo(engine, first.entry)).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way', by: second.entry } });
  must(await undo(engine));
  must(await undo(engine));
  expect([await text(engine, 0), await text(engine, 1)]).toEqual(['抵偿与抵偿，在东湖', '又抵偿']);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(await text(engine, 0)).toBe('-[抵]+[低]偿与-[抵]+[低]偿，在-[东]+[西]湖');
  const issue = issueAt(engine, name(0));
  const { version, tree } = must(await engine.call('issue.open', { issue }));
  const passage = tree.articles[0]!.passages[1]!;
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'text', edits: [{ kind: 'replaceText', passage: passage.id, from: 3, to: 4, put: { text: '和', why: { id: 'person' } } }] }));
  const back = must(await engine.call('concordance.takeAllBack', { once: once(), mender: { by: 'entry', entry: first.entry! } }));
  expect(back).toMatchObject({ places: 3, left: 0 });
  expect([await text(engine, 0), await text(engine, 1)]).toEqual(['抵偿-[与]+[和]抵偿，在-[东]+[西]湖', '又抵偿']);
  must(await engine.call('concordance.takeAllBack', { once: once(), mender: { by: 'entry', entry: second.entry! } }));
  expect(await text(engine, 0)).toBe('抵偿-[与]+[和]抵偿，在东湖');
  expect(await flaws(engine)).toEqual([]);
});

test('a change upon a change: the later is taken back alone, and the earlier says that it goes with it', async () => {
  const engine = await pages('公益抵偿');
  const first = await change(engine, '抵偿', '低偿');
  const second = await change(engine, '低偿', '低价有偿');
  expect(await undo(engine, first.entry)).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way' } });
  expect(must(await engine.call('concordance.takeAllBack', { once: once(), mender: { by: 'entry', entry: first.entry! } }))).toMatchObject({ entry: null, places: 0, left: 1 });
  must(await undo(engine, second.entry));
  must(await undo(engine, first.entry));
  expect(await text(engine, 0)).toBe('公益抵偿');
  expect(await flaws(engine)).toEqual([]);
});
