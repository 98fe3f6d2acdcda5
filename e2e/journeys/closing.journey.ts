import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

async function openSamplePage({ page }: Stet): Promise<Desk> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  const desk = new Desk(page);
  await expect(async () => void (await desk.stored(FILE))).toPass();
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText('雨前清淤忙');
  await page.getByRole('option').filter({ hasText: '雨前清淤忙' }).first().click();
  await expect(desk.passage(WORDS)).toBeVisible();
  return desk;
}

const added = async (desk: Desk): Promise<string> => JSON.stringify((await desk.stored(FILE)).tree).match(/"kind":"added","text":"([^"]*)"/)?.[1] ?? '';

/** What main keeps for a page until its engine has written it: let go of when the engine has answered. */
const kept = (page: Stet['page']) => page.evaluate(() => window.stet.calls['app.kept']({}));

test('what is typed while the engine does not answer is there after the window was closed and opened again', async ({ launch }) => {
  const stet = await launch();
  const desk = await openSamplePage(stet);
  await desk.writeBehind(WORDS);
  const [engine = 0] = await stet.engines();
  process.kill(engine, 'SIGSTOP'); // it hears nothing from now on, as one that is being started again
  await stet.page.keyboard.insertText('未');
  await stet.page.keyboard.insertText('存');
  await expect(desk.editor.locator('ins')).toHaveText('未存');
  const closed = stet.page.waitForEvent('close');
  const quit = stet.quit();
  await closed;
  process.kill(engine, 'SIGKILL');
  await quit;

  const again = new Desk((await launch()).page);
  await expect.poll(() => added(again), { timeout: 30_000 }).toBe('未存');
  await expect.poll(() => kept(again.page)).toEqual({ ok: true, value: [] });
});

test('a window that is closed in the middle of a word has written it', async ({ launch }) => {
  const stet = await launch();
  const desk = await openSamplePage(stet);
  await desk.writeBehind(WORDS);
  await stet.page.keyboard.insertText('刚');
  await stet.page.keyboard.insertText('写');
  await stet.quit();
  const again = new Desk((await launch()).page);
  await expect.poll(() => added(again), { timeout: 30_000 }).toBe('刚写');
});

test('a project that is closed right behind a key, and opened again in the same window, holds what was typed', async ({ launch }) => {
  const stet = await launch();
  const desk = await openSamplePage(stet);
  await desk.writeBehind(WORDS);
  await stet.page.keyboard.insertText('刚');
  await stet.page.keyboard.insertText('写');
  await stet.page.keyboard.press('Control+Shift+W');
  await expect(stet.page.getByRole('button', { name: /^Open a folder/ })).toBeVisible();
  await stet.page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect.poll(() => added(desk).catch(() => '')).toBe('刚写');
});

test('what an engine that does not answer has not written is written when its project is opened again', async ({ launch }) => {
  const stet = await launch();
  const desk = await openSamplePage(stet);
  await desk.writeBehind(WORDS);
  const [engine = 0] = await stet.engines();
  process.kill(engine, 'SIGSTOP');
  await stet.page.keyboard.insertText('未');
  await stet.page.keyboard.insertText('存');
  await expect(desk.editor.locator('ins')).toHaveText('未存');
  await stet.page.keyboard.press('Control+Shift+W');
  await expect(desk.editor).toHaveCount(0); // from here on it is waited for no longer than anybody would
  await expect(stet.page.getByRole('button', { name: /^Open a folder/ })).toBeVisible({ timeout: 30_000 }); // main ends it after ten seconds
  await stet.page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect.poll(() => added(desk).catch(() => ''), { timeout: 30_000 }).toBe('未存');
  await expect(stet.page.locator('.status-bar .saved')).toContainText('saved');
  await expect.poll(() => kept(stet.page)).toEqual({ ok: true, value: [] });
});
