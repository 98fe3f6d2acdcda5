import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';

const t = createTranslator('en');

/** Notes, from now on, whether a sentence is ever to be read in the window: a banner may be gone before a test looks. */
function watchFor(stet: Stet, sentence: string): Promise<void> {
  return stet.page.evaluate((text) => {
    const look = (): void => {
      if (document.body.innerText.includes(text)) Object.assign(window, { sentenceSeen: true });
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, sentence);
}

const sentenceSeen = (stet: Stet): Promise<boolean> => stet.page.evaluate(() => 'sentenceSeen' in window);

/** What one run of edits, sent one after the other, was told. */
type Run = {
  readonly acknowledged: readonly { readonly entry: number; readonly note: string }[];
  readonly states: readonly string[];
};

/** Opens the samples and waits until an issue can be edited. */
async function openSamples(stet: Stet): Promise<void> {
  const opened = await stet.page.evaluate(() => window.stet.calls['project.openSamples']({}));
  expect(opened).toMatchObject({ ok: true, value: { name: 'Samples' } });
  await expect
    .poll(() =>
      stet.page.evaluate(async () => {
        const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: {}, sort: [] });
        return rows.ok ? rows.value.total : 0;
      }),
    )
    .toBeGreaterThan(0);
}

/**
 * Writes notes on the first article, one edit after the other, until `stop` is set on the page. An edit whose answer was lost is sent
 * again with the same key, as the desk does.
 */
function writeNotes(stet: Stet, prefix: string): Promise<Run> {
  return stet.page.evaluate(async (name) => {
    const { calls, events } = window.stet;
    const control = Object.assign(window, { stop: false, done: 0 });
    const states: string[] = [];
    const unlisten = events['engine.state'](({ state }) => states.push(state));
    const acknowledged: { entry: number; note: string }[] = [];
    const rows = await calls['library.rows']({ offset: 0, limit: 1, filter: {}, sort: [] });
    const row = rows.ok ? rows.value.rows[0] : undefined;
    if (row === undefined) throw new Error('there is no article');
    const open = await calls['issue.open']({ issue: row.issue });
    if (!open.ok) throw new Error(open.error.code);
    let { version } = open.value;
    for (let n = 0; !control.stop; n += 1) {
      const note = `${name} ${n}`;
      const once = crypto.randomUUID();
      for (;;) {
        const saved = await calls['issue.edit']({ once, issue: row.issue, version, label: 'set-note', edits: [{ kind: 'setNote', article: row.article, note }] });
        if (saved.ok) {
          version = saved.value.version;
          acknowledged.push({ entry: saved.value.entry, note });
          control.done = acknowledged.length;
          break;
        }
        if (saved.error.code !== 'engine-restarted') throw new Error(saved.error.code);
      }
    }
    unlisten();
    return { acknowledged, states };
  }, prefix);
}

const editsDone = (stet: Stet): Promise<number> => stet.page.evaluate(() => (window as unknown as { done?: number }).done ?? 0);

/** What the project holds: the note of the first article, and every entry of its issue's history. */
function kept(stet: Stet): Promise<{ readonly note: string; readonly entries: readonly number[] }> {
  return stet.page.evaluate(async () => {
    const { calls } = window.stet;
    const rows = await calls['library.rows']({ offset: 0, limit: 1, filter: {}, sort: [] });
    const row = rows.ok ? rows.value.rows[0] : undefined;
    if (row === undefined) throw new Error('there is no article');
    const open = await calls['issue.open']({ issue: row.issue });
    if (!open.ok) throw new Error(open.error.code);
    const note = open.value.tree.articles.find((article) => article.id === row.article)?.note ?? '';
    const entries: number[] = [];
    for (let before: number | null = null; ; ) {
      const page = await calls['history.list']({ issue: row.issue, before, limit: 500 });
      if (!page.ok) throw new Error(page.error.code);
      entries.push(...page.value.map((entry) => entry.entry));
      const last = page.value.at(-1);
      if (page.value.length < 500 || last === undefined) return { note, entries };
      before = last.entry;
    }
  });
}

test('killing the engine in the middle of edits loses no acknowledged edit', async ({ launch }) => {
  const stet = await launch();
  await openSamples(stet);
  await watchFor(stet, t('engine.restarting'));
  const running = writeNotes(stet, 'note');

  const killed: number[] = [];
  for (let kill = 1; kill <= 3; kill += 1) {
    const before = await editsDone(stet);
    await expect.poll(() => editsDone(stet)).toBeGreaterThan(before + 20);
    const [engine] = await stet.engines();
    if (engine === undefined) throw new Error('no engine runs');
    process.kill(engine, 'SIGKILL');
    killed.push(engine);
    await expect.poll(async () => (await stet.engines()).filter((pid) => !killed.includes(pid)).length).toBe(1);
  }
  const before = await editsDone(stet);
  await expect.poll(() => editsDone(stet)).toBeGreaterThan(before + 20);
  await stet.page.evaluate(() => Object.assign(window, { stop: true }));
  const run = await running;

  expect(run.states.filter((state) => state === 'restarting')).toHaveLength(3);
  expect(run.states.at(-1)).toBe('ready');
  expect(await sentenceSeen(stet)).toBe(true);
  const there = await kept(stet);
  expect(there.note).toBe(run.acknowledged.at(-1)?.note);
  // Each acknowledged edit is in the journal once: none lost, and none made twice by being sent again.
  const entries = new Set(there.entries);
  expect(run.acknowledged.filter(({ entry }) => !entries.has(entry))).toEqual([]);
  expect(new Set(run.acknowledged.map(({ entry }) => entry)).size).toBe(run.acknowledged.length);

  await stet.quit();
  const again = await launch();
  await expect.poll(async () => (await again.page.evaluate(() => window.stet.calls['project.info']({}))).ok).toBe(true);
  expect(await kept(again)).toEqual(there);
});

test('an engine that dies again and again is given up, and Stet says so', async ({ launch }) => {
  const stet = await launch();
  await openSamples(stet);
  await stet.page.evaluate(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    window.stet.events['engine.state'](({ state }) => states.push(state));
  });
  const states = (): Promise<readonly string[]> => stet.page.evaluate(() => (window as unknown as { states: readonly string[] }).states);
  for (let death = 1; death <= 5; death += 1) {
    await expect.poll(async () => (await stet.engines()).length).toBe(1);
    const [engine] = await stet.engines();
    process.kill(engine ?? 0, 'SIGKILL');
    await expect.poll(async () => (await states()).filter((state) => state === 'restarting' || state === 'failed').length).toBe(death);
  }
  expect((await states()).at(-1)).toBe('failed');
  await expect(stet.page.getByText(t('engine.failed'))).toBeVisible();
  expect(await stet.page.evaluate(() => window.stet.calls['project.info']({}))).toMatchObject({ ok: false, error: { code: 'bug' } });

  // The project itself is whole: closed and opened again, it works.
  await stet.page.evaluate(() => window.stet.calls['project.close']({}));
  await openSamples(stet);
});
