import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

test('a project without pages says so where one searches or would change something; nothing breaks', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByText('watching the folder')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.locator('#search-text')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'There are no articles yet' })).toBeVisible();
  await page.keyboard.insertText('河');
  await expect(page.getByRole('heading', { name: '“河” is nowhere' })).toBeVisible();
  await page.keyboard.press('Control+e');
  await page.keyboard.insertText('江');
  await expect(page.locator('.concordance .notice')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  for (const key of ['Alt+n', 'Alt+9', 'Alt+u', 'Alt+6']) await page.keyboard.press(key);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: '“河” is nowhere' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an expression that would never end is given up and says so, in the search and in the list of places; what is asked next is answered', async ({ launch }) => {
  test.slow();
  const { page, complaints } = await launch();
  await openSamples(page);
  const alert = page.locator('.library-trouble');
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Alt+g');
  await page.keyboard.insertText('(.+)+龘');
  await expect(alert).toContainText('expression', { timeout: 60_000 });
  await page.keyboard.press('Control+e');
  await expect(page.locator('#concordance-read')).toHaveValue('(.+)+龘');
  await expect(alert).toContainText('expression', { timeout: 60_000 });
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('班长(裴..)');
  await expect(page.getByRole('grid', { name: 'Every place' }).locator('.data-body .data-row')).toHaveCount(1, { timeout: 60_000 });
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('裴.勇');
  await expect(page.getByRole('grid', { name: 'What was found' }).locator('mark').first()).toHaveText('裴大勇', { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test('by keys: traditional forms, widths and case are one, unless they are told apart', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const mark = page.getByRole('grid', { name: 'What was found' }).locator('mark').first();
  const field = page.locator('#search-text');
  await page.keyboard.press('Alt+3');
  await page.keyboard.insertText('河');
  await expect(mark).toHaveText('河');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('記者');
  await expect(mark).toHaveText('记者');
  await page.keyboard.press('Alt+c');
  await expect(page.getByRole('heading', { name: '“記者” is nowhere' })).toBeVisible();
  await page.keyboard.press('Alt+c');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('(记者');
  await expect(mark).toHaveText('（记者');
  await field.press('Enter');
  await expect(page.getByRole('grid', { name: 'What was found' })).toBeFocused();
  expect(complaints).toEqual([]);
});
