import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { hold } from '../pages/holder.ts';
import { openSamples } from '../pages/samples.ts';

test('a project that can only be read is exported as far as its articles have ids; none is made up', async ({ launch, home }) => {
  const first = await launch();
  await openSamples(first.page);
  await first.page.getByRole('row').nth(2).click();
  await first.page.keyboard.press('Shift+A');
  await expect(first.page.locator('.saved')).toContainText('change 1');
  await first.quit();
  const projects = join(home, 'Documents', 'Stet');
  const project = (await readdir(projects)).find((name) => name.endsWith('.stet')) ?? '';
  const holder = await hold(join(projects, project, 'writer.lock'));

  const out = join(home, 'Documents');
  const { page, complaints } = await launch({ dialogs: [out] });
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await page.keyboard.press('Alt+5');
  const form = page.getByRole('main');
  await form.getByRole('button', { name: 'Choose a folder…' }).click();
  await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toContainText('70 of the 71 articles asked for have no id yet');
  await expect(form.getByRole('alert')).toContainText('1 article would leave, 70 would be left out');
  expect(await readdir(out)).toEqual(['Stet']);

  await page.keyboard.press('Control+Alt+Enter');
  await expect(form.getByRole('status').filter({ hasText: 'Left out: no id yet' })).toContainText('70');
  const lines = (await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ status: 'approved' }]);

  await test.step('again into the same place: what had leave keeps it', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('alert')).toContainText('An export is at');
    await page.keyboard.press('Control+Shift+Enter');
    await expect(form.getByRole('alert')).toContainText('have no id yet');
    await page.keyboard.press('Control+Alt+Enter');
    await expect(form.getByText('Files as they were')).toBeVisible();
  });
  holder.stdin.end();
  expect(complaints).toEqual([]);
});
