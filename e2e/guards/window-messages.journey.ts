import type { Page } from '@playwright/test';
import { CALLS } from '#contract/calls.ts';
import type { CallName } from '#contract/calls.ts';
import { expect, test } from '../pages/app.ts';

type AnyCall = (...args: readonly unknown[]) => Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>;

const MAIN_CALLS = (Object.keys(CALLS) as CallName[]).filter((name) => CALLS[name].to === 'main');
const ENGINE_CALLS = (Object.keys(CALLS) as CallName[]).filter((name) => CALLS[name].to === 'engine');

/** Sends each call what it must not take. Gives the answers that were not a refusal. */
function sendHostile(page: Page, names: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (list) => {
    const hostile: readonly (readonly [string, unknown])[] = [
      ['nothing', undefined],
      ['null', null],
      ['number', NaN],
      ['text', '../../etc/passwd'],
      ['list', []],
      ['list of objects', [{}]],
      ['more than asked', { path: '/etc/passwd' }],
      ['constructor', { constructor: { prototype: {} } }],
      ['function', { id: () => 1 }],
      ['long', { id: 1, more: 'x'.repeat(1_000_000) }],
      ['SQL', { issue: "1; DROP TABLE issue", once: "'; --" }],
      ['negative', { offset: -1, limit: -1, issue: -1, file: -1 }],
      ['huge', { offset: 2 ** 60, limit: 2 ** 60, issue: 1e300, file: Infinity }],
      ['date', new Date(0)],
      ['map', new Map([['id', 'x']])],
      ['bytes', new Uint8Array(8)],
      ['BigInt', 10n],
    ];
    const calls = window.stet.calls as unknown as Readonly<Record<string, AnyCall>>;
    const found: string[] = [];
    for (const name of list) {
      for (const [label, request] of hostile) {
        const answer = await calls[name]?.(request).then((result) => (result.ok ? 'done' : (result.error?.code ?? '')), String);
        if (answer !== 'bad-request') found.push(`${name} ${label}: ${answer}`);
      }
    }
    return found;
  }, names);
}

test('main refuses a message of the wrong shape, and nothing happens', async ({ launch }) => {
  const { app, page } = await launch();
  expect(MAIN_CALLS.length).toBeGreaterThan(8);
  expect(await sendHostile(page, MAIN_CALLS)).toEqual([]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the engine refuses a message of the wrong shape, and lives on', async ({ launch }) => {
  const stet = await launch();
  await stet.page.evaluate(() => window.stet.calls['project.openSamples']({}));
  const before = await stet.engines();
  expect(ENGINE_CALLS.length).toBeGreaterThan(20);
  expect(await sendHostile(stet.page, ENGINE_CALLS)).toEqual([]);
  expect(await stet.engines()).toEqual(before);
  const info = await stet.page.evaluate(() => window.stet.calls['project.info']({}));
  expect(info).toMatchObject({ ok: true, value: { head: 0 } }); // nothing was decided
});

test('a word that was never given opens nothing', async ({ launch }) => {
  const { page } = await launch();
  const answers = await page.evaluate(async () => {
    const calls = window.stet.calls;
    const words = ['', '/etc', '../..', '__proto__', 'constructor', 'x'.repeat(100)];
    const codes: string[] = [];
    for (const word of words) {
      const shown = await calls['export.show']({ grant: word });
      const opened = await calls['project.openRecent']({ id: word });
      codes.push(shown.ok ? 'shown' : shown.error.code, opened.ok ? 'opened' : opened.error.code);
    }
    return codes;
  });
  expect(new Set(answers)).toEqual(new Set(['grant-unknown', 'not-a-project']));
});

test('without a project the engine’s calls are answered, not kept waiting', async ({ launch }) => {
  const { page } = await launch();
  const codes = await page.evaluate(async (names) => {
    const calls = window.stet.calls as unknown as Readonly<Record<string, AnyCall>>;
    return Promise.all(names.map(async (name) => (await calls[name]?.({}))?.error?.code));
  }, ENGINE_CALLS);
  expect(ENGINE_CALLS.length).toBeGreaterThan(20);
  expect(new Set(codes)).toEqual(new Set(['no-project']));
});

test('a page that is not the window’s own is not answered', async ({ launch }) => {
  const { app } = await launch();
  const code = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: `${electronApp.getAppPath()}/dist/preload/preload.cjs`, sandbox: true } });
    await other.loadURL('app://stet/');
    const answer: unknown = await other.webContents.executeJavaScript(`window.stet.calls['app.state']({})`);
    other.destroy();
    return answer;
  });
  expect(code).toEqual({ ok: false, error: { code: 'bad-request', where: 'sender' } });
});

test('ten thousand messages at once are all answered', async ({ launch }) => {
  const { page } = await launch();
  const answered = await page.evaluate(async () => {
    const calls = window.stet.calls as unknown as Readonly<Record<'app.setLanguage' | 'library.rows', AnyCall>>;
    const all = await Promise.all(Array.from({ length: 10_000 }, (_, n) => calls[n % 2 === 0 ? 'app.setLanguage' : 'library.rows']({ language: n })));
    return { all: all.length, done: all.filter((answer) => answer.ok).length };
  });
  expect(answered).toEqual({ all: 10_000, done: 0 });
  expect(await page.evaluate(async () => (await window.stet.calls['app.state']({})).ok)).toBe(true);
});
