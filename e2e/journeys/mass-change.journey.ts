import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';

const PAGES = 400;
const fileOf = (n: number) => `清河晚报_202405${String(1 + (n % 28)).padStart(2, '0')}_${n}.txt`;
const textOf = (n: number) => `第${n}日东湖公园开门\n\n本报讯（记者 岑远）${n}日上午，东湖功园开了新门，沿线居民前来散步。功园里种了${n}棵树。\n`;
const SLOWLY = { timeout: 120_000 };

/** The next time long work is told of, something is done about it at once: by hand it may be over before. */
const whenTold = (page: Page, act: 'cancel' | 'kill') => page.evaluate((what) => {
  const stop = window.stet.events['job.progress'](({ state, kind }) => {
    if (state !== 'running' || kind !== 'changing') return;
    stop();
    if (what === 'kill') (window as unknown as { killEngine: () => void }).killEngine();
    else setTimeout(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '.', code: 'Period', ctrlKey: true, bubbles: true, cancelable: true })));
  });
}, act);

/** How often a text stands in the archive. */
const times = (page: Page, text: string) => page.evaluate(async (asked) => {
  const found = await window.stet.calls['search.find']({ question: { text: asked, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false }, offset: 0, limit: 1 });
  return found.ok ? found.value.hits : found.error.code;
}, text);

async function openMany(page: Page, folder: string, from: number): Promise<void> {
  await Promise.all(Array.from({ length: PAGES - from }, (_, n) => writeFile(join(folder, fileOf(n + from)), textOf(n + from))));
  await expect.poll(() => page.evaluate(async () => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: {}, sort: [] });
    return rows.ok && rows.value.total;
  }), SLOWLY).toBe(PAGES);
}

test('a change of many places: cancelled, nothing is changed; the engine killed in the midst of it, nothing or all is; done, all its places are taken back, which can be cancelled too', async ({ launch, home }) => {
  test.slow();
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, fileOf(0)), textOf(0));
  const { page, complaints, engines } = await launch({ dialogs: [folder] });
  const killed: number[] = [];
  await page.exposeFunction('killEngine', async () => {
    for (const pid of await engines()) {
      killed.push(pid);
      process.kill(pid, 'SIGKILL');
    }
  });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await openMany(page, folder, 1);
  const list = page.getByRole('grid', { name: 'Every place' });
  const counts = page.locator('.concordance-counts');
  const all = `${(2 * PAGES).toLocaleString('en')} places`;

  await test.step('what was found is to be changed everywhere: the list shows each, and how many there are', async () => {
    await page.keyboard.press('Alt+3');
    await page.keyboard.insertText('功园');
    await page.keyboard.press('Control+e');
    await expect(page.locator('#concordance-put')).toBeFocused();
    await page.keyboard.insertText('公园');
    await page.keyboard.press('Enter');
    await expect(counts).toHaveText(`${all} in ${PAGES} articles on ${PAGES} pages`, SLOWLY);
    await expect(list.locator('.data-body ins').first()).toHaveText('公园');
  });

  await test.step('cancelled by key, nothing is changed', async () => {
    await whenTold(page, 'cancel');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.toast.plain')).toContainText('Nothing was changed', SLOWLY);
    expect(await times(page, '功园')).toBe(2 * PAGES);
    expect(await page.evaluate(() => window.stet.calls['history.list']({ issue: null, before: null, limit: 10 }))).toEqual({ ok: true, value: [] });
  });

  await test.step('the engine is killed while it goes on: all or nothing is changed, and the screen is at work again by itself', async () => {
    await whenTold(page, 'kill');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => killed.length, SLOWLY).toBe(1);
    // Killed late, it may have answered already.
    const lost = page.getByRole('alert').filter({ hasText: 'The engine was started again before it could answer' });
    await expect(lost.or(page.locator('.toast.plain').filter({ hasText: `${all} changed on ${PAGES} pages` })).first()).toBeVisible(SLOWLY);
    await expect.poll(() => times(page, '东湖'), SLOWLY).toBe(2 * PAGES); // the next engine answers
    const left = await times(page, '功园');
    expect([0, 2 * PAGES]).toContain(left);
    if (left === 0) return;
    await expect(page.getByRole('button', { name: /^Change .* ticked places/ })).toBeEnabled(SLOWLY);
    await expect(counts).toHaveText(`${all} in ${PAGES} articles on ${PAGES} pages`, SLOWLY);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.toast.plain')).toContainText(`${all} changed on ${PAGES} pages`, SLOWLY);
    await expect(page.getByRole('heading', { name: 'No place is left' })).toBeVisible(SLOWLY);
  });
  await expect.poll(() => times(page, '功园'), SLOWLY).toBe(0);

  await test.step('its places are listed; one is taken back alone, then all others; cancelled, none of these is', async () => {
    await page.keyboard.press('Alt+6');
    await page.getByRole('row').filter({ hasText: 'Changed everywhere' }).last().click();
    await page.keyboard.press('e');
    await expect(page.locator('.concordance-done')).toContainText(`${all} changed on ${PAGES} pages`);
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await expect(list.locator('.data-body .place-line.back')).toHaveCount(1);
    await expect(page.locator('.concordance-done')).toContainText(`${all} changed on ${PAGES} pages, 1 taken back`);
    expect(await times(page, '功园')).toBe(1);
    await whenTold(page, 'cancel');
    await page.keyboard.press('Shift+Backspace');
    await expect(page.locator('.toast.plain')).toContainText('Nothing was changed', SLOWLY);
    expect(await times(page, '功园')).toBe(1);
    await page.keyboard.press('Shift+Backspace');
    await expect(page.locator('.toast.plain')).toContainText(`${(2 * PAGES - 1).toLocaleString('en')} places read as before again`, SLOWLY);
    await expect.poll(() => times(page, '功园'), SLOWLY).toBe(2 * PAGES);
    await expect(page.locator('.concordance-done')).toContainText(`${all} on ${PAGES} pages, all taken back`, SLOWLY);
    await page.keyboard.press('Alt+6');
    await page.getByRole('row').filter({ hasText: 'Changed everywhere' }).last().click();
    await expect(page.locator('.history-entry .preview-facts').first()).toContainText(`${all} on ${PAGES} pages, all taken back`);
    await page.keyboard.press('Control+z');
    await expect.poll(() => times(page, '功园'), SLOWLY).toBe(1);
    await expect(page.locator('.history-entry .preview-facts').first()).toContainText(`${all} changed on ${PAGES} pages, 1 taken back`);
  });
  expect(complaints).toEqual([]);
});

test('all that a rule changed on many pages is undone by key: what goes on is told, cancelled nothing is undone, and one step brings all of it again', async ({ launch, home }) => {
  test.slow();
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, fileOf(0)), textOf(0));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect.poll(() => times(page, '功园')).toBe(2);
  await page.evaluate(() => window.stet.calls['rules.save']({ once: crypto.randomUUID(), id: null, rule: { read: '功园', put: '公园', folder: '', newspaper: '', from: '', to: '', except: [], applies: true, on: true } }));
  await openMany(page, folder, 1);
  await expect.poll(() => times(page, '功园'), SLOWLY).toBe(2); // on the page that was there before

  const did = `${(2 * (PAGES - 1)).toLocaleString('en')} places`;
  await page.keyboard.press('Alt+u');
  const undoAll = page.getByRole('button', { name: new RegExp(`^Undo what it changed: ${did}`) });
  await expect(undoAll).toBeVisible(SLOWLY);
  await expect(page.locator('.standing-rule-counts')).toContainText('2 places still to change', SLOWLY);
  await whenTold(page, 'cancel');
  await page.keyboard.press('Shift+Backspace');
  await expect(page.locator('.toast.plain')).toContainText('Nothing was changed', SLOWLY);
  expect(await times(page, '功园')).toBe(2);

  await page.keyboard.press('Shift+Backspace');
  await expect(page.locator('.toast.plain')).toContainText(`${did} read as before again`, SLOWLY);
  await expect.poll(() => times(page, '功园'), SLOWLY).toBe(2 * PAGES);
  await expect(undoAll).toHaveCount(0, SLOWLY);
  await page.keyboard.press('Control+z');
  await expect.poll(() => times(page, '功园'), SLOWLY).toBe(2);
  await expect(undoAll).toBeVisible(SLOWLY);
  expect(complaints).toEqual([]);
});
