import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';

test('what the Library shows is exported: the filter is said in words, what it holds is drawn, and just those articles leave', async ({ launch, home }) => {
  const out = join(home, 'Documents');
  const { page, complaints } = await launch({ dialogs: [out] });
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();
  for (const [row, keys] of [[2, ['1', 'Shift+A']], [4, ['1']], [5, ['2', 'Shift+A']]] as const) {
    await page.getByRole('row').nth(row).click();
    for (const key of keys) await page.keyboard.press(key);
  }
  const facets = page.getByRole('navigation', { name: 'What to show' });
  await facets.getByRole('button', { name: /^society/ }).click();
  await facets.getByRole('button', { name: /^Approved/ }).click();
  await expect(page.getByText('1 article · 1 page')).toBeVisible();

  await page.keyboard.press('Alt+5');
  const form = page.getByRole('main');
  const holds = form.getByRole('complementary', { name: 'What it holds' });
  const status = (name: string) => holds.getByRole('listitem').filter({ hasText: name });
  await expect(holds).toContainText('all articles');
  await expect(status('Approved')).toContainText('2');
  await form.getByRole('radio', { name: 'All articles' }).focus();
  for (const _ of ['approved', 'library']) await page.keyboard.press('ArrowDown');
  const words = /approved articles, topic society and below/u;
  await expect(form.getByRole('radio', { name: /^What the Library shows/ })).toBeChecked();
  await expect(form.getByRole('radio', { name: words })).toBeChecked();
  await expect(holds).toContainText(words);
  await expect(status('Approved')).toContainText('1');
  await expect(status('New')).toContainText('0');
  await expect(form.getByText(/^1 article from 1 page/)).toBeVisible();

  const preview = form.getByRole('region', { name: 'Preview' });
  await expect(preview.getByLabel('articles.jsonl', { exact: true })).toContainText('"checked_by":"person"');

  await form.getByRole('button', { name: 'Choose a folder…' }).click();
  await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('button', { name: 'Show the folder' })).toBeVisible();
  const lines = (await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ checked_by: 'person', topics: [{ id: 'medtop:14000000' }] }]);
  const manifest = JSON.parse(await readFile(join(out, 'corpus', 'manifest.json'), 'utf8')) as unknown;
  expect(manifest).toMatchObject({ filter: { status: ['approved'], topics: [{ scheme: 'medtop', id: 'medtop:14000000' }] } });

  await test.step('exported again: the one that is there gives way only when that is said', async () => {
    await form.getByRole('radio', { name: 'All articles' }).check();
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('alert')).toContainText('An export is at');
    expect((await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(1);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(form.getByText('Files changed')).toBeVisible();
    expect((await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(71);
  });
  expect(complaints).toEqual([]);
});
