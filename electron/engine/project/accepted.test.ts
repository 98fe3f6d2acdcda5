import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AcceptedWording } from '#contract/schemas/accepted.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';

const HERE = '清河晚报_20240518_02.txt';
const OTHER = '清河晚报_20240606_12.txt';
const WORDING = { check: 'half-width', text: '王海,主' };
const IN_PROJECT: AcceptedWording = { scope: 'project', ...WORDING };
const EVERYWHERE: AcceptedWording = { scope: 'everywhere', ...WORDING };

async function project(place: Place = temporaryProject()): Promise<Engine> {
  const engine = await openOn(place);
  record(
    engine,
    readReport(HERE, issueOf('a1 headline: 会讯', 'a1 body: 会议由王海,主持。', 'a1 body: 王海,主讲，，很好。')),
    readReport(OTHER, issueOf('b1 headline: 河畔', 'b1 body: 昨天王海,主持。', 'b2 headline: 麦收', 'b2 body: 麦子,熟了。')),
  );
  return engine;
}

/** Findings of the pages, in order, as the library counts them. */
async function counts(engine: Engine): Promise<readonly number[]> {
  engine.store.changes.flush();
  await engine.context.quieting.settled();
  const { rows } = must(await engine.call('library.pages', { filter: {}, sort: [], offset: 0, limit: 10 }));
  return rows.toSorted((a, b) => a.file.localeCompare(b.file)).map(({ findings }) => findings);
}

const places = async (engine: Engine) => must(await engine.call('accepted.places', {})).places;
const listed = async (engine: Engine) => must(await engine.call('accepted.list', {})).rows.map(({ scope, check, text, who }) => `${scope} ${check} ${text} ${who}`);

async function dismiss(engine: Engine, accept: readonly AcceptedWording[]) {
  const issue = issueAt(engine, HERE);
  const { version, source } = must(await engine.call('issue.open', { issue }));
  return must(await engine.call('issue.settle', { once: once(), issue, version, label: 'dismiss-project', items: [{ kind: 'finding', subject: `half-width:p2:${source.indexOf(',')}`, verdict: 'wrong' }], accept: [...accept] }));
}

test('dismissed for the project, a wording is a fault nowhere in it; one step back at the page brings all of it back, and one forth takes it away again', async () => {
  const engine = await project();
  expect(await counts(engine)).toEqual([3, 2]);
  await dismiss(engine, [IN_PROJECT]);
  expect(await counts(engine)).toEqual([1, 1]);
  expect(await places(engine)).toEqual([{ ...WORDING, places: 2 }]);
  expect(await listed(engine)).toEqual(['project half-width 王海,主 Editor']);
  const issue = issueAt(engine, HERE);
  expect(must(await engine.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'dismiss-project' });
  expect(await counts(engine)).toEqual([3, 2]);
  expect(await listed(engine)).toEqual([]);
  expect(must(await engine.call('issue.open', { issue })).settled).toEqual([]);
  must(await engine.call('history.redo', { once: once(), issue }));
  expect(await counts(engine)).toEqual([1, 1]);
  const { changes } = must(await engine.call('history.look', { issue, entry: must(await engine.call('history.all', { before: null, skip: 2, limit: 1, filter: {} })).rows[0]!.entry }));
  expect(changes.map(({ what, before, after }) => `${what} ${before}→${after}`)).toEqual(['answer →wrong', 'accepted →王海,主']);
});

test('dismissed everywhere, it is none in another project either, and stands in a table that can be read', async () => {
  const place = temporaryProject();
  const engine = await project(place);
  await dismiss(engine, [EVERYWHERE]);
  expect(await counts(engine)).toEqual([1, 1]);
  const table = readFileSync(join(place.base, 'accepted.tsv'), 'utf8');
  expect(table).toMatch(/^\uFEFFtext\tcheck\twho\tat\n王海,主\thalf-width\tEditor\t\d{4}-/);
  const other = await project({ ...place, projectPath: join(place.base, 'other.stet') });
  expect(await counts(other)).toEqual([1, 1]);
  expect(await listed(other)).toEqual(['everywhere half-width 王海,主 Editor']);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await counts(engine)).toEqual([3, 2]);
  expect(await listed(other)).toEqual([]); // the list is looked at again
  expect(await counts(other)).toEqual([3, 2]);
});

test('the list is edited: a wording typed, changed, moved and deleted, each one step; what is decided while the project is closed is found out', async () => {
  const place = temporaryProject();
  const engine = await project(place);
  const change = async (remove: readonly AcceptedWording[], add: readonly AcceptedWording[]) => must(await engine.call('accepted.change', { once: once(), remove: [...remove], add: [...add] }));
  await change([], [{ scope: 'project', check: '', text: '麦子,熟' }]);
  expect(await counts(engine)).toEqual([3, 1]);
  await change([{ scope: 'project', check: '', text: '麦子,熟' }], [{ scope: 'everywhere', check: '', text: '子,' }]);
  expect([await counts(engine), await listed(engine)]).toEqual([[3, 1], ['everywhere  子, Editor']]);
  await change([{ scope: 'everywhere', check: '', text: '子,' }], []);
  expect([await counts(engine), await listed(engine)]).toEqual([[3, 2], []]);
  const labels = async () => must(await engine.call('history.all', { before: null, skip: 0, limit: 10, filter: { kind: 'project' } })).rows.map(({ label, brief }) => `${label} ${brief?.before}→${brief?.after}`);
  expect(await labels()).toEqual(['remove-wording 子,→', 'change-wording 麦子,熟→', 'accept-wording →麦子,熟']);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await counts(engine)).toEqual([3, 1]);
  await engine.close();
  writeFileSync(join(place.base, 'accepted.tsv'), 'text\n王海\r\n海,主\n');
  const again = await openOn(place);
  expect(must(await again.call('accepted.list', {})).rows.map(({ text }) => text)).toEqual(['王海', '海,主']);
  expect(await counts(again)).toEqual([1, 1]);
});

test('the list is written to a file and read from one; what is there already or says nothing is told apart; all that came is one step', async () => {
  const { base, ...place } = temporaryProject();
  const engine = await project({ base, ...place });
  const [out, lines] = [join(base, 'out.csv'), join(base, 'in.txt')];
  engine.grant('out', out);
  engine.grant('in', lines);
  must(await engine.call('accepted.change', { once: once(), remove: [], add: [IN_PROJECT, { scope: 'everywhere', check: '', text: '=麦"子' }] }));
  expect(must(await engine.call('accepted.exportFile', { grant: 'out', scope: null }))).toEqual({ wordings: 2 });
  must(await engine.call('accepted.change', { once: once(), remove: [IN_PROJECT], add: [] }));
  expect(must(await engine.call('accepted.importFile', { once: once(), grant: 'out', scope: 'project' }))).toEqual({ added: 2, same: 0, refused: 0 });
  expect(must(await engine.call('accepted.importFile', { once: once(), grant: 'out', scope: 'everywhere' }))).toEqual({ added: 1, same: 1, refused: 0 });
  expect(await counts(engine)).toEqual([1, 1]);
  writeFileSync(lines, `王小,海\n${'长'.repeat(70)}\n\n麦子\n`);
  expect(must(await engine.call('accepted.tryImport', { grant: 'in', scope: 'project' }))).toEqual({ added: 2, same: 0, refused: 1, sample: [{ check: '', text: '王小' }, { check: '', text: '麦子' }] });
  expect(must(await engine.call('accepted.importFile', { once: once(), grant: 'in', scope: 'project' }))).toEqual({ added: 2, same: 0, refused: 1 });
  expect(must(await engine.call('accepted.tryImport', { grant: 'in', scope: 'project' }))).toMatchObject({ added: 0, same: 2 });
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await listed(engine)).toSorted()).toEqual(['everywhere  =麦"子 Editor', 'everywhere half-width 王海,主 Editor', 'project  =麦"子 Editor', 'project half-width 王海,主 Editor']);
  writeFileSync(lines, new Uint8Array([0xff, 0x00, 0xfe]));
  expect(await engine.call('accepted.importFile', { once: once(), grant: 'in', scope: 'project' })).toMatchObject({ ok: false, error: { code: 'list-file-unreadable', file: 'in.txt' } });
});

test('asking for the lists where nothing has changed tells nobody of a change', async () => {
  const engine = await project();
  const told: string[] = [];
  engine.on((event) => void told.push(event));
  await dismiss(engine, [IN_PROJECT]);
  await counts(engine);
  engine.context.events.flush();
  expect(told).toContain('accepted.changed');
  told.length = 0;
  await listed(engine);
  await counts(engine);
  engine.context.events.flush();
  expect(told.filter((event) => event === 'accepted.changed')).toEqual([]);
});

test('a file that is no list is neither used nor written over', async () => {
  const place = temporaryProject();
  const engine = await project(place);
  const path = join(place.base, 'accepted.tsv');
  writeFileSync(path, new Uint8Array([0x00, 0x01, 0xff]));
  expect(await listed(engine)).toEqual([]);
  const refused = await engine.call('accepted.change', { once: once(), remove: [], add: [EVERYWHERE] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'list-file-unreadable', file: 'accepted.tsv' } });
  expect([...readFileSync(path)]).toEqual([0x00, 0x01, 0xff]);
  expect(must(await engine.call('history.all', { before: null, skip: 0, limit: 10, filter: {} })).total).toBe(0);
});
