import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { FRONT, writeLinkedPages } from '../pages/linked-pages.ts';

const here = (page: Page) => page.locator('.crumb-here');
const details = (page: Page) => page.locator('.article-links');

test('an article goes on on another page: said by key, followed both ways, taken back and done again, kept, and exported', async ({ launch, home }) => {
  const [folder, out] = [join(home, 'pages'), join(home, 'Documents')];
  await writeLinkedPages(folder);
  const first = await launch({ dialogs: [folder] });
  const { page, complaints } = first;
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await page.getByRole('row').filter({ hasText: '书店的灯' }).waitFor();
  const desk = new Desk(page);
  const options = page.getByRole('option');

  await test.step('Shift+G offers the articles of the day\'s other pages, that which the jump line means first', async () => {
    await page.keyboard.press('Control+p');
    await page.keyboard.insertText('清河大堤');
    await page.keyboard.press('Enter');
    await expect(desk.passage('清河大堤加高一米')).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Shift+G');
    await expect(page.getByRole('dialog', { name: 'Goes on in' })).toBeVisible();
    await expect(options.first()).toContainText('大堤加高，村庄安心');
    await expect(options.first()).toContainText('the jump line names its page');
    await expect(options.filter({ hasText: '南山茶园' })).toHaveCount(0); // on the same page
    await expect(options.filter({ hasText: '大堤加高之后' })).toHaveCount(0); // of another day
    await page.keyboard.press('Enter');
    await expect(page.locator('.toast')).toContainText('The article goes on in “大堤加高，村庄安心” now.');
    await expect(page.getByRole('button', { name: 'Goes on: page 04, “大堤加高，村庄安心”' })).toBeVisible();
    await expect(details(page)).toContainText('大堤加高，村庄安心');
  });

  await test.step('> goes there, < comes back', async () => {
    await page.keyboard.press('>');
    await expect(here(page)).toContainText('2024-05-18, page 04');
    await expect(desk.passage('大堤加高，村庄安心')).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('button', { name: 'Comes from page 01, “清河大堤加高一米”' })).toBeVisible();
    await page.keyboard.press('>'); // it goes on nowhere, and says so
    await expect(page.locator('.toast')).toContainText('does not go on elsewhere');
    await page.keyboard.press('<');
    await expect(here(page)).toContainText('2024-05-18, page 01');
    await expect(desk.passage('清河大堤加高一米')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('undo takes it from both pages, redo gives it back to both, and the history names the page', async () => {
    await page.keyboard.press('Control+z');
    await expect(details(page)).toHaveCount(0);
    await page.keyboard.press('Control+Shift+Z');
    await expect(details(page)).toContainText('goes on: page 04');
    await page.keyboard.press('h');
    const entry = page.locator('.entries').getByRole('button', { name: /^Linked: an article goes on on another page/ });
    await entry.press('Enter');
    await expect(page.locator('.entry-look ins').first()).toContainText('清河晚报 · 2024-05-18 · 04');
    await page.keyboard.press('Escape');
  });

  await test.step('what is on one page is no continuation, and what leads round is refused', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=tab][id=tab-why]')?.click());
    await desk.select('大堤的加高工程');
    await page.keyboard.press('>');
    await expect(here(page)).toContainText('page 04');
    await page.keyboard.press('Shift+G');
    await page.keyboard.insertText('清河大堤');
    await expect(options.first()).toContainText('清河大堤加高一米');
    await page.keyboard.press('Enter');
    await expect(page.locator('.toast.problem, .toast').filter({ hasText: 'cannot go on where it comes from' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('what is merged into the other article, and taken out again, leaves the link as it is', async () => {
    await desk.select('书店的灯');
    await page.keyboard.press('m');
    await expect(desk.articles).toHaveCount(1);
    await desk.select('大堤加高，村庄安心');
    await page.keyboard.press('<');
    await expect(page.getByRole('button', { name: /^Goes on: page 04, “大堤加高/ })).toBeVisible();
    await page.keyboard.press('>');
    await expect(here(page)).toContainText('page 04');
    await page.keyboard.press('Control+z');
    await expect(desk.articles).toHaveCount(2);
    await desk.select('大堤加高，村庄安心');
    await page.keyboard.press('<');
    await expect(here(page)).toContainText('page 01');
  });

  await test.step('closed and opened again it stands', async () => {
    await expect.poll(async () => (await desk.stored(FRONT)).tree.articles[0]?.next !== undefined).toBe(true);
  });
  expect(complaints).toEqual([]);
  await first.quit();

  const { page: again, complaints: later } = await launch({ dialogs: [out] });
  await expect(details(again)).toContainText('大堤加高，村庄安心');
  await details(again).getByRole('button', { name: /大堤加高/ }).click();
  await expect(here(again)).toContainText('page 04');

  await test.step('exports say it', async () => {
    await again.keyboard.press('Alt+5');
    const form = again.getByRole('main');
    for (const format of [/^PressMint|TEI.*PressMint/, /documentary/i]) await form.getByRole('checkbox', { name: format }).check();
    await form.getByRole('button', { name: 'Choose a folder…' }).click();
    await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
    await again.keyboard.press('Control+Enter');
    await expect(form.getByRole('button', { name: 'Show the folder' })).toBeVisible();
    const rows = (await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, string>);
    const [front, fourth] = ['清河大堤加高一米', '大堤加高，村庄安心'].map((headline) => rows.find((row) => row['headline'] === headline)!);
    expect([front!['continues_in'], fourth!['continued_from']]).toEqual([fourth!['article_id'], front!['article_id']]);
    const files = (await readdir(join(out, 'corpus'), { recursive: true })).filter((path) => path.endsWith('.xml'));
    const texts = await Promise.all(files.map((path) => readFile(join(out, 'corpus', path), 'utf8')));
    expect(texts.filter((text) => /<div [^>]*next="清河晚报_20240518_04\.xml#|<div [^>]*next="%E6/u.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('<note type="continues-in"><ref target="#'))).toHaveLength(1);
  });

  await test.step('unlinked by key, neither says so any more', async () => {
    await again.keyboard.press('Alt+2');
    await expect(here(again)).toContainText('page 04');
    await again.locator('[data-passage]').first().click({ position: { x: 12, y: 12 } });
    await again.keyboard.press('Alt+Shift+G');
    await expect(details(again)).toHaveCount(0);
    expect((await new Desk(again).stored(FRONT)).tree.articles[0]?.next).toBeUndefined();
  });
  expect(later).toEqual([]);
});
