import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { undo } from './history.ts';
import { setStatusOfMany, setTopicsOfMany } from './many.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const TOPIC = { scheme: 'own', id: 't' };
const page = (n: number) => issueOf(`a${n} headline: 第${n}版`, `a${n} body: 一二三四`);
const why = { id: 'person' };

async function threePages(): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(engine, ...[1, 2, 3].map((n) => readReport(`清河晚报_2024051${n}_0${n}.txt`, page(n))));
  return engine;
}

const at = (engine: Engine, n: number) => issueAt(engine, `清河晚报_2024051${n}_0${n}.txt`);

async function head(engine: Engine, n: number) {
  const { tree, version } = must(await engine.call('issue.open', { issue: at(engine, n) }));
  const { topics, status } = tree.articles[0]!;
  return { tagged: topics.length > 0, status, version };
}

test('many are tagged in one entry, which is taken back whole from any of them, under later edits of other things', async () => {
  const engine = await threePages();
  must(await engine.call('library.setTopics', { once: once(), selection: { filter: {} }, add: [TOPIC], remove: [] }));
  const issue = at(engine, 2);
  must(await engine.call('issue.edit', { once: once(), issue, version: 1, label: 'text', edits: [{ kind: 'replaceText', passage: passageId('p2'), from: 0, to: 1, put: { text: '壹', why } }] }));
  const undone = must(await engine.call('history.undo', { once: once(), issue: at(engine, 1) }));
  expect(undone).toMatchObject({ label: 'set-topics', canUndo: false, canRedo: true });
  expect(await Promise.all([1, 2, 3].map((n) => head(engine, n)))).toMatchObject([{ tagged: false, status: 'new' }, { tagged: false, status: 'new' }, { tagged: false, status: 'new' }]);
  must(await engine.call('history.undo', { once: once(), issue })); // the text goes back exactly
  expect(must(await engine.call('issue.open', { issue })).tree).toEqual(expect.objectContaining({ articles: [expect.objectContaining({ topics: [], status: 'new', passages: page(2).articles[0]!.passages })] }));
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(await Promise.all([1, 2, 3].map((n) => head(engine, n)))).toMatchObject([{ tagged: true, status: 'in-work' }, { tagged: true }, { tagged: true }]);
});

test('what stands in the way is named, and nothing is taken back in part', async () => {
  const engine = await threePages();
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'problem' }));
  const later = must(await engine.call('issue.edit', { once: once(), issue: at(engine, 3), version: 1, label: 'approve', edits: [{ kind: 'setStatus', article: articleId('a3'), status: 'approved' }] }));
  const refused = await engine.call('history.undo', { once: once(), issue: null });
  expect(refused).toEqual({ ok: false, error: { code: 'undo-stands-in-the-way', entry: later.entry - 1, by: later.entry } });
  expect(await Promise.all([1, 2, 3].map((n) => head(engine, n)))).toEqual([{ tagged: false, status: 'problem', version: 1 }, { tagged: false, status: 'problem', version: 1 }, { tagged: false, status: 'approved', version: 2 }]);
  must(await engine.call('history.undo', { once: once(), issue: at(engine, 3) }));
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await head(engine, 1)).status).toBe('new');
});

test('metadata of many: a person\'s value outlives the pattern, undo gives it back to the file name', async () => {
  const engine = await threePages();
  const metadata = async (n: number) => must(await engine.call('issue.open', { issue: at(engine, n) })).metadata;
  expect(must(await engine.call('library.setMetadata', { once: once(), selection: { articles: [articleId('a1'), articleId('a2')] }, values: { edition: '晨版', page: 'A1' } }))).toEqual({ issues: 2 });
  expect(await metadata(1)).toEqual({
    values: { newspaper: '清河晚报', edition: '晨版', date: '2024-05-11', page: 'A1' },
    origins: { newspaper: 'file-name', edition: 'person', date: 'file-name', page: 'person' },
  });
  must(await engine.call('project.setSettings', { once: once(), settings: { fileNamePattern: '{edition}_{date}_*' } }));
  expect((await metadata(1)).values).toEqual({ newspaper: '', edition: '晨版', date: '2024-05-11', page: 'A1' });
  expect((await metadata(3)).values).toEqual({ newspaper: '', edition: '清河晚报', date: '2024-05-13', page: '' });
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await metadata(3)).values).toEqual({ newspaper: '清河晚报', edition: '', date: '2024-05-13', page: '03' });
  must(await engine.call('history.undo', { once: once(), issue: at(engine, 2) }));
  expect((await metadata(1)).origins.page).toBe('file-name');
  expect((await metadata(1)).values.page).toBe('01');
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect((await metadata(2)).values.page).toBe('A1');
});

test('settings and topics of the user\'s own are entries like any other', async () => {
  const engine = await threePages();
  const info = async () => must(await engine.call('project.info', {}));
  expect((await info()).settings).toMatchObject({ fileNamePattern: '{newspaper}_{date}_{page}', editor: 'Editor' });
  expect((await info()).settings.digits).toHaveLength(9);
  expect(await engine.call('project.setSettings', { once: once(), settings: { fileNamePattern: '{oops}' } })).toEqual({ ok: false, error: { code: 'pattern-invalid', at: 0 } });
  must(await engine.call('project.setSettings', { once: once(), settings: { editor: '校对甲' } }));
  const key = once();
  const topic = must(await engine.call('topics.add', { once: key, labels: { en: 'Old river', 'zh-Hans': '老河道' } }));
  expect(must(await engine.call('topics.add', { once: key, labels: { en: 'Old river', 'zh-Hans': '老河道' } }))).toEqual(topic);
  must(await engine.call('topics.change', { once: once(), topic, retired: true }));
  const own = async () => must(await engine.call('topics.list', {})).find(({ id }) => id === 'own')!.topics;
  expect(await own()).toEqual([{ ...topic, broader: null, notation: '', labels: { en: 'Old river', 'zh-Hans': '老河道' }, definition: { en: '', 'zh-Hans': '' }, retired: true }]);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await own())[0]?.retired).toBe(false);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await own()).toEqual([]);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(await own()).toHaveLength(1);
  const history = must(await engine.call('history.list', { issue: null, before: null, limit: 10 }));
  expect(history.map(({ label, who, live }) => `${label} ${who} ${live}`)).toEqual([
    'redo 校对甲 false', 'undo 校对甲 false', 'undo 校对甲 false', 'change-topic 校对甲 false', 'add-topic 校对甲 true', 'set-settings Editor true',
  ]);
  for (let n = 0; n < 2; n += 1) must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await info()).settings.editor).toBe('Editor');
  expect(await engine.call('history.undo', { once: once(), issue: null })).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
});

test('an act that changes nothing makes no entry', async () => {
  const engine = await threePages();
  const request = { once: once(), selection: { articles: [] }, status: 'approved' as const };
  expect(must(await engine.call('library.setStatus', request))).toEqual({ articles: 0 });
  expect(must(await engine.call('project.info', {}))).toMatchObject({ head: 0, savedAt: null });
});

test('what is cancelled changes nothing, and leaves nothing to take back', async () => {
  const engine = await threePages();
  const chosen = new Map([1, 2, 3].map((n) => [at(engine, n), new Set([articleId(`a${n}`)])]));
  const unwanted = new AbortController();
  unwanted.abort();
  const asker = { signal: unwanted.signal, progress: () => undefined };
  expect(await setTopicsOfMany(engine.store, once(), chosen, [TOPIC], [], asker)).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await setStatusOfMany(engine.store, once(), chosen, 'approved', asker)).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await Promise.all([1, 2, 3].map((n) => head(engine, n)))).toEqual([1, 2, 3].map(() => ({ tagged: false, status: 'new', version: 0 })));
  must(await setTopicsOfMany(engine.store, once(), chosen, [TOPIC], []));
  expect(await undo(engine.store, { once: once(), issue: null }, asker)).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await head(engine, 2)).toMatchObject({ tagged: true, version: 1 });
  expect(must(await engine.call('project.info', {})).head).toBe(1); // the only entry there is
});
