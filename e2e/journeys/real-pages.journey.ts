import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldsOf } from '#core/model/fields.ts';
import { checkLedger } from '#core/model/ledger.ts';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

/** The real pages that stand beside the project where it is developed. Nothing of their text is in this file: it goes by their structure alone. */
const PAGES = process.env['STET_SHARED'] ?? join(CHECKOUT, '..', 'shared');
const folder = join(PAGES, 'archive', 'issues');

test('the main job on real pages', async ({ launch, home }) => {
  test.skip(!existsSync(folder), 'the real pages are not beside this checkout');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted();
  const out = join(home, 'Documents');
  const { page, complaints } = await launch({ dialogs: [folder, out] });
  const desk = new Desk(page);
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  await expect(page.getByText(`watching ${names.length} files`)).toBeVisible();
  await page.getByRole('row').nth(1).dblclick();
  await expect(page.getByRole('region', { name: 'Articles' })).toBeVisible();

  const opened = await page.locator('main').getByText(/\.txt$/).first().textContent();
  const file = opened ?? '';
  const before = await desk.stored(file);
  expect(checkLedger({ source: before.source, ...before.tree })).toMatchObject({ ok: true });
  expect(await desk.articles.count()).toBe(before.tree.articles.length);
  const target = before.tree.articles.findIndex(({ passages }) => passages.filter(({ role }) => role === 'body').length > 2);
  const paragraphs = before.tree.articles[target]!.passages.filter(({ role }) => role === 'body');
  const point = (id: string) => page.locator(`[data-passage="${id}"]`).click({ position: { x: 12, y: 12 } });

  await test.step('split and merge, set aside and restore, tag and approve', async () => {
    await point(paragraphs[1]!.id);
    await page.keyboard.press('s');
    await expect(desk.articles).toHaveCount(before.tree.articles.length + 1);
    await page.keyboard.press('m');
    await expect(desk.articles).toHaveCount(before.tree.articles.length);
    await page.keyboard.press('u');
    await page.keyboard.press('f');
    await expect.poll(async () => (await desk.stored(file)).tree.aside.length).toBe(before.tree.aside.length + 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await desk.stored(file)).tree.aside.length).toBe(before.tree.aside.length);
  });

  await test.step('correct a character', async () => {
    await point(paragraphs[2]!.id);
    await page.keyboard.press('Enter');
    await expect(desk.editor).toBeFocused();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.insertText('校');
    await desk.leaveText();
    await page.keyboard.press('1');
    await page.keyboard.press('Shift+A');
    await expect.poll(async () => (await desk.stored(file)).tree.articles[target]?.status).toBe('approved');
  });

  await test.step('the export holds exactly what the desk shows', async () => {
    const { source, tree } = await desk.stored(file);
    const form = page.getByRole('main');
    await page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
    await form.getByRole('button', { name: 'Choose a folder…' }).click();
    await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
    await form.getByRole('button', { name: /^Export/ }).click();
    await expect(form.getByRole('button', { name: 'Show the folder' })).toBeVisible();
    const lines = (await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { source_file: string; headline: string; byline: string; article: string }).filter((row) => row.source_file === file);
    const shown = tree.articles.map((article) => fieldsOf(source, article, 'emended'));
    expect(rows.map(({ headline, byline, article }) => [headline, byline, article])).toEqual(shown.map(({ headline, byline, paragraphs: list }) => [headline, byline, list.map(({ text }) => text).join('\n')]));
    expect(shown[target]!.paragraphs.some(({ text }) => text.slice(3, 4) === '校')).toBe(true);
    const ledger = JSON.parse(await readFile(join(out, 'corpus', 'ledger.json'), 'utf8')) as { totals: Record<string, number> };
    expect(ledger.totals['kept']! + ledger.totals['struck']! + ledger.totals['aside']!).toBe(ledger.totals['source']);
  });
  expect(complaints).toEqual([]);
});
