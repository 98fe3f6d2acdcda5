import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';

const options = (page: Page) => page.getByRole('option');

async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText(typed);
}

test('an article is opened by headline, byline, file or date; with nothing typed stand the pages opened last, also after a restart', async ({ launch }) => {
  const first = await launch();
  const { page, complaints } = first;
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();

  await test.step('nothing opened yet', async () => {
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('dialog')).toContainText('No page was on the desk yet');
    await page.keyboard.press('Escape');
  });

  await test.step('by date and page: the articles of that page, as they stand there', async () => {
    await ask(page, '0518 3');
    await expect(options(page).first()).toContainText('2024-05-18 · 03');
    expect(new Set(await options(page).locator('.where').allTextContents()).size).toBe(1);
    const byNumbers = await options(page).locator('.title').allTextContents();
    await page.getByRole('combobox').fill('5月18日 第3版');
    await expect(options(page).locator('.title')).toHaveText(byNumbers);
    await page.keyboard.press('Escape');
  });

  await test.step('by words of the headline, the beginning before the middle', async () => {
    await ask(page, '雨前');
    await expect(options(page).first()).toContainText('雨前清淤忙');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Articles' })).toBeVisible();
  });

  await test.step('by byline, and by file', async () => {
    await ask(page, '何砚秋');
    await expect(options(page).first()).toContainText('何砚秋');
    await page.getByRole('combobox').fill('file:0615_05');
    await expect(options(page).first()).toContainText('2024-06-15 · 05');
    await page.keyboard.press('Enter');
    await expect(page.locator('.crumb-here')).toContainText('2024-06-15, page 05');
  });
  await first.quit();

  const { page: again } = await launch();
  await again.getByRole('button', { name: 'Samples' }).waitFor();
  await again.keyboard.press('Control+p');
  await expect(options(again)).toHaveCount(2);
  await expect(options(again).nth(0)).toContainText('2024-06-15 · 05');
  await expect(options(again).nth(1)).toContainText('2024-05-18 · 03');
  expect(complaints).toEqual([]);
});
