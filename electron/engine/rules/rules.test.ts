import { expect, test } from 'vitest';
import type { RuleDraft } from '#contract/schemas/rules.ts';
import { issueOf, show } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const RULE: RuleDraft = { read: '抵偿', put: '低偿', folder: '', newspaper: '', from: '', to: '', except: [], applies: false, on: true };
const name = (n: number) => `清河晚报_2024-05-1${n}_0${n}.txt`;
const come = (engine: Engine, n: number, text: string) => record(engine, readReport(name(n), issueOf(`a${n} headline: 甲`, `a${n} body: ${text}`)));
const save = async (engine: Engine, rule: Partial<RuleDraft> = {}, id: string | null = null) => must(await engine.call('rules.save', { once: once(), id, rule: { ...RULE, ...rule } })).id;

async function findings(engine: Engine): Promise<readonly number[]> {
  const rows = must(await engine.call('library.rows', { offset: 0, limit: 50, filter: {}, sort: [{ column: 'file', descending: false }] })).rows;
  return rows.map((row) => row.findings);
}

async function text(engine: Engine, n: number): Promise<string> {
  const { source, tree } = must(await engine.call('issue.open', { issue: issueAt(engine, name(n)) }));
  return show(source, tree.articles[0]!.passages[1]!.pieces);
}

test('a rule suggests on the pages that are there and on those that come; switched off, its suggestions go; all of it is undone like anything else', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '公益抵偿');
  come(engine, 2, '无');
  expect(await findings(engine)).toEqual([0, 0]);
  const id = await save(engine);
  await expect.poll(() => findings(engine)).toEqual([1, 0]);
  come(engine, 3, '抵偿，又抵偿');
  expect(await findings(engine)).toEqual([1, 0, 2]);
  expect(await text(engine, 3)).toBe('抵偿，又抵偿');
  expect(must(await engine.call('rules.list', {}))).toMatchObject([{ id, read: '抵偿', put: '低偿', who: 'Editor', on: true, applied: 0 }]);
  await save(engine, { on: false }, id);
  await expect.poll(() => findings(engine)).toEqual([0, 0, 0]);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  await expect.poll(() => findings(engine)).toEqual([1, 0, 2]);
  must(await engine.call('rules.remove', { once: once(), id }));
  expect(must(await engine.call('rules.list', {}))).toEqual([]);
  await expect.poll(() => findings(engine)).toEqual([0, 0, 0]);
});

test('a rule that is to be applied mends what comes, marked as its work; what it did is listed and undone; what was there before is only suggested', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '公益抵偿');
  const id = await save(engine, { applies: true, except: ['抵偿金'] });
  come(engine, 2, '抵偿与抵偿金');
  await expect.poll(() => text(engine, 2)).toBe('-[抵]+[低]偿与抵偿金');
  expect(await text(engine, 1)).toBe('公益抵偿');
  await expect.poll(() => findings(engine)).toEqual([1, 0]);
  const [rule] = must(await engine.call('rules.list', {}));
  expect(rule).toMatchObject({ id, applied: 1, entries: 1 });
  const [entry] = must(await engine.call('history.list', { issue: issueAt(engine, name(2)), before: null, limit: 1 }));
  expect(entry).toMatchObject({ origin: 'rule', label: 'apply-rule' });
  expect(must(await engine.call('concordance.done', { mender: { by: 'entry', entry: entry!.entry }, offset: 0, limit: 9 })).rows).toMatchObject([{ read: '抵偿', put: '低偿', state: 'stands' }]);
  must(await engine.call('history.undo', { once: once(), issue: null, entry: entry!.entry }));
  expect(await text(engine, 2)).toBe('抵偿与抵偿金');
  expect(must(await engine.call('rules.list', {}))[0]).toMatchObject({ applied: 0, entries: 0 });
});

test('a rule that is not there cannot be changed', async () => {
  const engine = await openOn(temporaryProject());
  expect(await engine.call('rules.save', { once: once(), id: 'rule-none', rule: RULE })).toEqual({ ok: false, error: { code: 'no-such-rule' } });
  expect(await engine.call('rules.remove', { once: once(), id: 'rule-none' })).toEqual({ ok: false, error: { code: 'no-such-rule' } });
});

test('a page that was read a moment before the program ended is seen to when it is opened again: once, and not what was taken back there', async () => {
  const place = temporaryProject();
  const before = await openOn(place);
  const id = await save(before, { applies: true });
  come(before, 1, '公益抵偿，抵偿服务');
  await before.close(); // before the rule had its turn
  const engine = await openOn(place);
  expect(before.store.db).not.toBe(engine.store.db);
  await expect.poll(() => text(engine, 1)).toBe('公益-[抵]+[低]偿，-[抵]+[低]偿服务');
  const [applied] = must(await engine.call('history.list', { issue: issueAt(engine, name(1)), before: null, limit: 1 }));
  must(await engine.call('history.undo', { once: once(), issue: null, entry: applied!.entry }));
  await engine.close();
  const again = await openOn(place);
  come(again, 2, '抵偿');
  await expect.poll(() => text(again, 2)).toBe('-[抵]+[低]偿');
  expect(await text(again, 1)).toBe('公益抵偿，抵偿服务');
  expect(must(await again.call('rules.list', {}))).toMatchObject([{ id, applied: 1 }]);
});

test('all that a rule changed is listed, whichever entry did it; a place that is taken back is left as it is from then on', async () => {
  const engine = await openOn(temporaryProject());
  const id = await save(engine, { applies: true });
  come(engine, 1, '公益抵偿');
  await expect.poll(() => text(engine, 1)).toContain('+[低]');
  come(engine, 2, '抵偿服务');
  await expect.poll(() => text(engine, 2)).toContain('+[低]');
  expect(must(await engine.call('rules.list', {}))[0]!.entries).toBe(2);
  const done = () => engine.call('concordance.done', { mender: { by: 'rule', rule: id }, offset: 0, limit: 9 }).then(must);
  const { rows, places, pages } = await done();
  expect([places, pages, rows.map(({ issue, read, state }) => [issue, read, state])]).toEqual([2, 2, [2, 1].map((n) => [issueAt(engine, name(n)), '抵偿', 'stands'])]);
  const { entry, issue, key } = rows[1]!;
  const applied = async () => must(await engine.call('rules.list', {}))[0]!.applied;
  expect(await applied()).toBe(2);
  must(await engine.call('concordance.takeBack', { once: once(), entry, issue, key }));
  expect(await text(engine, 1)).toBe('公益抵偿');
  expect([await applied(), (await done()).back]).toEqual([1, 1]);
  await expect.poll(() => findings(engine)).toEqual([0, 0]);
  expect(must(await engine.call('rules.places', { id }))).toEqual({ open: 0, left: 1 });
  expect((await done()).rows.map(({ state }) => state)).toEqual(['stands', 'back']);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await text(engine, 1)).toBe('公益-[抵]+[低]偿');
  expect([await applied(), (await done()).back]).toEqual([2, 0]);
  expect(must(await engine.call('rules.places', { id }))).toEqual({ open: 0, left: 0 });
});

test('a rule tells how many places it would still change, which are those that are listed: not what is excepted, accepted, or of another paper', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '抵偿，抵偿金，抵偿');
  come(engine, 2, '抵偿');
  const id = await save(engine, { except: ['抵偿金'] });
  const places = async () => must(await engine.call('rules.places', { id }));
  const question = { text: '抵偿', expression: false, exact: true, view: 'emended' as const, roles: [], filter: {}, newest: false };
  const listed = async () => must(await engine.call('concordance.find', { question, put: '低偿', except: ['抵偿金'], near: null, offset: 0, limit: 9 }));
  expect(await places()).toEqual({ open: 3, left: 0 });
  expect(await listed()).toMatchObject({ places: 3, rows: [{ after: '，抵偿金，抵偿' }, { before: '抵偿，抵偿金，' }, { before: '' }] });
  const { issue, key, hit } = (await listed()).rows[0]!;
  must(await engine.call('concordance.dismiss', { once: once(), issue, key, read: hit }));
  expect(await places()).toEqual({ open: 2, left: 1 });
  const left = async () => must(await engine.call('rules.left', { id }));
  expect(await left()).toMatchObject([{ issue, key, before: '', hit: '抵偿', after: '，抵偿金，抵偿' }]);
  must(await engine.call('rules.askAgain', { once: once(), id, issue, key }));
  expect(await places()).toEqual({ open: 3, left: 0 });
  expect(await left()).toEqual([]);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await places()).toEqual({ open: 2, left: 1 });
  await save(engine, { except: ['抵偿金'], folder: '别处' }, id);
  expect(await places()).toEqual({ open: 0, left: 0 });
  await save(engine, { except: ['抵偿金'], newspaper: '他报' }, id);
  expect(await places()).toEqual({ open: 0, left: 0 });
  expect(await engine.call('rules.places', { id: 'rule-none' })).toEqual({ ok: false, error: { code: 'no-such-rule' } });
});

test('what is accepted is not changed by a rule either', async () => {
  const engine = await openOn(temporaryProject());
  must(await engine.call('accepted.change', { once: once(), remove: [], add: [{ scope: 'project', check: '', text: '抵偿金' }] }));
  await save(engine, { applies: true });
  come(engine, 1, '抵偿与抵偿金');
  await expect.poll(() => text(engine, 1)).toBe('-[抵]+[低]偿与抵偿金');
});

test('a place that is left in the list of a rule’s places is no finding any more, and is one again when that is undone', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '抵偿，抵偿');
  await save(engine);
  await expect.poll(() => findings(engine)).toEqual([2]);
  const question = { text: '抵偿', expression: false, exact: true, view: 'emended' as const, roles: [], filter: {}, newest: false };
  const { issue, key, hit } = must(await engine.call('concordance.find', { question, put: '低偿', near: null, offset: 0, limit: 9 })).rows[1]!;
  must(await engine.call('concordance.dismiss', { once: once(), issue, key, read: hit }));
  await expect.poll(() => findings(engine)).toEqual([1]);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  await expect.poll(() => findings(engine)).toEqual([2]);
});

const asked = (text: string) => ({ text, expression: false, exact: true, view: 'emended' as const, roles: [], filter: {}, newest: false });

/** Has a string read otherwise everywhere, with a rule. */
async function settle(engine: Engine, read: string, put: string) {
  const { change } = must(await engine.call('concordance.find', { question: asked(read), put, near: null, offset: 0, limit: 1 }));
  return must(await engine.call('concordance.change', { once: once(), question: asked(read), put, change, chosen: { which: 'all', approved: false, but: [], and: [] }, rule: true }));
}
const rulesOf = async (engine: Engine) => must(await engine.call('rules.list', {})).map(({ read, put }) => `${read} ${put}`);

test('a change everywhere and the rule that goes with it are one decision: one step back, one to do it again', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '公益抵偿，邱东芳');
  const { entry, rule } = await settle(engine, '抵偿', '低偿');
  expect([rule, await rulesOf(engine), await text(engine, 1)]).toEqual([true, ['抵偿 低偿'], '公益-[抵]+[低]偿，邱东芳']);
  const turn = async (which: 'history.undo' | 'history.redo') => must(await engine.call(which, { once: once(), issue: null }));
  expect(await turn('history.undo')).toMatchObject({ of: entry });
  expect([await rulesOf(engine), await text(engine, 1)]).toEqual([[], '公益抵偿，邱东芳']);
  expect(await turn('history.redo')).toMatchObject({ of: entry });
  expect([await rulesOf(engine), await text(engine, 1)]).toEqual([['抵偿 低偿'], '公益-[抵]+[低]偿，邱东芳']);
  come(engine, 2, '又是抵偿');
  expect(await settle(engine, '抵偿', '低偿')).toMatchObject({ places: 1, rule: false }); // there is one that says the same
  expect(await settle(engine, '没有', '有')).toMatchObject({ entry: null, rule: false }); // nothing was changed
  expect(await rulesOf(engine)).toEqual(['抵偿 低偿']);
});

test('of several decisions that made rules any is taken back alone: what was made or changed since stays', async () => {
  const engine = await openOn(temporaryProject());
  for (const [at, one] of ['甲', '乙', '丙'].entries()) come(engine, at + 1, `有${one}`);
  const texts = () => Promise.all([1, 2, 3].map((n) => text(engine, n)));
  const [first, second] = [await settle(engine, '甲', '子'), await settle(engine, '乙', '丑')];
  await save(engine, { read: '丁', put: '寅' });
  await settle(engine, '丙', '卯');
  const undo = (entry: number | null) => engine.call('history.undo', { once: once(), issue: null, entry: entry! });
  expect(must(await engine.call('history.dependents', { entry: first.entry! }))).toEqual([]);
  must(await undo(first.entry));
  expect([await rulesOf(engine), await texts()]).toEqual([['乙 丑', '丁 寅', '丙 卯'], ['有甲', '有-[乙]+[丑]', '有-[丙]+[卯]']]);
  must(await undo(second.entry));
  expect(await rulesOf(engine)).toEqual(['丁 寅', '丙 卯']);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect((await rulesOf(engine)).toSorted()).toEqual(['丁 寅', '丙 卯', '乙 丑', '甲 子'].toSorted());
  expect(await texts()).toEqual(['有-[甲]+[子]', '有-[乙]+[丑]', '有-[丙]+[卯]']);
});

test('a rule that was changed since has to be taken back first', async () => {
  const engine = await openOn(temporaryProject());
  come(engine, 1, '抵偿');
  const { entry } = await settle(engine, '抵偿', '低偿');
  const [rule] = must(await engine.call('rules.list', {}));
  await save(engine, { on: false }, rule!.id);
  expect(must(await engine.call('history.dependents', { entry: entry! }))).toHaveLength(1);
  expect(await engine.call('history.undo', { once: once(), issue: null, entry: entry! })).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way' } });
});

test('a spelling is opened again in one step: its rule goes, and what was accepted', async () => {
  const engine = await openOn(temporaryProject());
  must(await engine.call('accepted.change', { once: once(), remove: [], add: [{ scope: 'project', check: '', text: '方未晴' }] }));
  const id = await save(engine, { read: '方末晴', put: '方未晴' });
  must(await engine.call('accepted.change', { once: once(), remove: [{ scope: 'project', check: '', text: '方未晴' }], add: [], rules: [id] }));
  const state = async () => [await rulesOf(engine), must(await engine.call('accepted.list', {})).rows.map(({ text: word }) => word)];
  expect(await state()).toEqual([[], []]);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await state()).toEqual([['方末晴 方未晴'], ['方未晴']]);
  expect(await engine.call('accepted.change', { once: once(), remove: [], add: [], rules: ['rule-none'] })).toEqual({ ok: false, error: { code: 'no-such-rule' } });
});

test('all that a rule changed is taken back as one act, but for what reads otherwise by now; one step back brings all of it again, and a single place is taken back alone before', async () => {
  const engine = await openOn(temporaryProject());
  const id = await save(engine, { applies: true });
  for (const [n, said] of ['抵偿，又抵偿', '抵偿服务', '公益抵偿', '抵偿'].entries()) {
    come(engine, n + 1, said);
    await expect.poll(() => text(engine, n + 1)).toContain('+[低]');
  }
  const rule = async () => must(await engine.call('rules.list', {})).find((each) => each.id === id)!;
  const texts = () => Promise.all([1, 2, 3, 4].map((n) => text(engine, n)));
  const status = async () => must(await engine.call('library.rows', { offset: 0, limit: 9, filter: {}, sort: [] })).rows.map((row) => row.status);
  const before = await texts();
  expect(before).toEqual(['-[抵]+[低]偿，又-[抵]+[低]偿', '-[抵]+[低]偿服务', '公益-[抵]+[低]偿', '-[抵]+[低]偿']);
  const { entries, applied } = await rule();
  expect([applied, entries]).toEqual([5, 4]);
  const mender = { by: 'rule', rule: id } as const;

  // One of them alone; another was written over by somebody.
  const { rows } = must(await engine.call('concordance.done', { mender, offset: 0, limit: 9 }));
  const on = (n: number) => rows.find(({ issue }) => issue === issueAt(engine, name(n)))!;
  must(await engine.call('concordance.takeBack', { once: once(), entry: on(2).entry, issue: on(2).issue, key: on(2).key }));
  expect((await rule()).applied).toBe(4);
  const { passage, from, to } = on(4);
  const edit = { kind: 'replaceText' as const, passage, from, to, put: { text: '补偿', why: { id: 'person' } } };
  const { version } = must(await engine.call('issue.open', { issue: on(4).issue }));
  must(await engine.call('issue.edit', { once: once(), issue: on(4).issue, version, edits: [edit], label: 'type' }));

  const key = once();
  const back = must(await engine.call('concordance.takeAllBack', { once: key, mender }));
  expect(back).toMatchObject({ places: 3, pages: 2, left: 1 });
  expect(must(await engine.call('concordance.takeAllBack', { once: key, mender }))).toEqual(back); // a second time of the same
  expect((await texts()).slice(0, 3)).toEqual(['抵偿，又抵偿', '抵偿服务', '公益抵偿']);
  expect((await texts())[3]).toContain('补');
  expect((await status()).filter((each) => each === 'new')).toHaveLength(2); // nobody worked at those
  expect(must(await engine.call('concordance.takeAllBack', { once: once(), mender }))).toEqual({ entry: null, places: 0, pages: 0, left: 1 });
  const states = async () => must(await engine.call('concordance.done', { mender, offset: 0, limit: 9 })).rows.map(({ state }) => state).toSorted();
  expect(await states()).toEqual(['back', 'back', 'back', 'back', 'other']);
  expect((await rule()).applied).toBe(1);

  expect(must(await engine.call('history.undo', { once: once(), issue: null }))).toMatchObject({ of: back.entry });
  expect((await texts()).slice(0, 3)).toEqual(['-[抵]+[低]偿，又-[抵]+[低]偿', '抵偿服务', '公益-[抵]+[低]偿']);
  expect((await rule()).applied).toBe(4);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect((await texts()).slice(0, 3)).toEqual(['抵偿，又抵偿', '抵偿服务', '公益抵偿']);
});
