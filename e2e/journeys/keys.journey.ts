import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';

const line = (page: Page, id: string) => page.locator(`[data-command="${id}"]`);
const current = (page: Page) => page.locator('.data-row.current');

async function openSamples(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(3).waitFor();
}

test('keys are changed, clashes are told at once with both ways out, and all of it comes back at the next start', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await openSamples(page);
  await page.keyboard.press('?');
  await expect(page.locator('.key-groups h3').first()).toHaveText('Library'); // the screen's own come first

  await test.step('a free key, by keyboard alone', async () => {
    await page.keyboard.insertText('library.next');
    await page.keyboard.press('ArrowDown');
    await expect(line(page, 'library.next')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('z');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('Free');
    await page.keyboard.press('Enter');
    await expect(line(page, 'library.next')).toBeFocused();
    await expect(line(page, 'library.next')).toContainText('changed');
  });

  await test.step('a taken one: whose it is, and what that would have then; taken, they change places', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('t');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('Tag…');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('that has Z');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('dialog').getByRole('status')).not.toContainText('Tag…');
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await expect(line(page, 'library.next')).toContainText('T');
  });

  await test.step('the keys are in force', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await expect(current(page)).toHaveAttribute('aria-rowindex', '2');
    await page.keyboard.press('t');
    await expect(current(page)).toHaveAttribute('aria-rowindex', '3');
    await page.keyboard.press('z');
    await expect(page.getByRole('dialog', { name: 'Tag…' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await first.quit();

  const { page: again } = await launch();
  await again.getByRole('row').nth(3).waitFor();
  await again.keyboard.press('Home');
  await again.keyboard.press('t');
  await expect(current(again)).toHaveAttribute('aria-rowindex', '3');

  await test.step('one is set back, then all', async () => {
    await again.keyboard.press('?');
    await again.keyboard.insertText('library.tag');
    await again.keyboard.press('Enter');
    await again.getByRole('button', { name: /^All keys back/ }).click();
    await expect(again.getByRole('button', { name: /^All keys back/ })).toBeDisabled();
    await expect(line(again, 'library.tag')).toContainText('T');
  });
});

test('keys go into a file and come out of one; what does not go together is left out and told', async ({ launch, home }) => {
  const { page, app, answerDialogs, complaints } = await launch();
  await openSamples(page);
  const file = join(home, 'mine.json');
  await page.keyboard.press('?');
  await page.keyboard.insertText('library.tag');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('o');
  await page.keyboard.press('z');
  await page.keyboard.press('Enter');
  await expect(line(page, 'library.tag')).toContainText('changed');

  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
  await page.keyboard.press('Alt+e');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('O Z');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ stet: 'keys', version: 1, keys: { 'library.tag': ['O Z'] } });

  await page.keyboard.press('Alt+Backspace');
  await expect(line(page, 'library.tag')).not.toContainText('changed');
  await writeFile(file, JSON.stringify({ stet: 'keys', version: 1, keys: { 'library.tag': ['O Z'], 'desk.split': ['A'], 'no.such': ['Q'] } }));
  await answerDialogs(file);
  await page.keyboard.press('Alt+i');
  await expect(line(page, 'library.tag')).toContainText('changed');
  await expect(page.locator('.toast')).toContainText('2 were left out');

  await writeFile(file, '{');
  await answerDialogs(file);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.locator('.toast').last()).toContainText('no file of Stet');
  await expect(line(page, 'library.tag')).toContainText('changed');
  expect(complaints).toEqual([]);
});

test('the sheet is printed whole, and it alone', async ({ launch }) => {
  const { page, app } = await launch();
  await openSamples(page);
  await page.evaluate(() => window.stet.calls['app.setTheme']({ theme: 'dark' }));
  await page.keyboard.press('?');
  const commands = await page.locator('[data-command]').count();
  expect(commands).toBeGreaterThan(100);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.frame')).toBeHidden();
  await expect(page.locator('.key-acts')).toBeHidden();
  const cut = await page.evaluate(() => [...document.querySelectorAll('dialog, dialog :not(input), body')].filter((one) => getComputedStyle(one).overflowY !== 'visible').map((one) => one.className));
  expect(cut).toEqual([]);
  expect(await page.locator('.key-sheet').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ media: null });
  const pdf = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('latin1') ?? '');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.every(([, width, height]) => Number(width) > Number(height))).toBe(true);
});
