import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

test('Stet opens where it was left: the page, the passage, the way back and the Library’s filter; another language keeps it all', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() => window.stet.calls['project.openSamples']({}));
  const desk = new Desk(first.page);
  await expect(async () => void (await desk.stored('清河晚报_20240518_03.txt'))).toPass();
  await first.page.keyboard.press('/');
  await first.page.keyboard.insertText('雨前清淤忙');
  await expect(first.page.getByRole('row').filter({ hasText: '雨前清淤忙' })).toHaveCount(1);
  await first.page.keyboard.press('Control+p');
  await first.page.keyboard.insertText('雨前清淤忙');
  await first.page.getByRole('option').filter({ hasText: '雨前清淤忙' }).first().click();
  const here = first.page.locator('[aria-current=true][data-passage]');
  await expect(here).toBeFocused();
  for (let i = 0; i < 3; i += 1) await first.page.keyboard.press('j');
  const passage = (await here.getAttribute('data-passage')) ?? '';
  await first.page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'zh-Hans' }));
  await expect(first.page.getByRole('region', { name: /^第 \d+ 篇/ }).first()).toBeAttached();
  await expect(here).toHaveAttribute('data-passage', passage);
  await first.page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'en' }));
  await first.quit();

  const second = await launch();
  await expect(second.page.locator('[aria-current=true][data-passage]')).toHaveAttribute('data-passage', passage);
  await expect(second.page.locator('[aria-current=true][data-passage]')).toBeFocused();
  await second.page.keyboard.press('Alt+ArrowLeft');
  await expect(second.page.getByRole('row').filter({ hasText: '雨前清淤忙' })).toHaveCount(1);
  await second.page.keyboard.press('Alt+ArrowRight');
  await expect(second.page.locator('[aria-current=true][data-passage]')).toHaveAttribute('data-passage', passage);
});

test('back leads to the very row of the Library and to the filter before; so does the next start', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect(async () => void (await new Desk(page).stored('清河晚报_20240706_02.txt'))).toPass();
  const grid = page.getByRole('grid');
  const row = page.locator('.data-row.current .data-cell.of-headline');
  const scrolled = () => grid.evaluate((element) => element.scrollTop);
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toHaveCount(0);
  await page.keyboard.press('End');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('k');
  await expect(row).toBeVisible();
  const [headline, top] = [await row.textContent(), await scrolled()];
  expect(top).toBeGreaterThan(0);

  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-current=true][data-passage]')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row).toHaveText(headline ?? '');
  expect(Math.abs((await scrolled()) - top)).toBeLessThanOrEqual(34);

  await page.keyboard.press('/');
  await page.keyboard.insertText('雨前清淤忙');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row).toHaveText(headline ?? '');
  await expect(grid).not.toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row).toHaveText(headline ?? '');
  await first.quit();

  const second = await launch();
  await expect(second.page.locator('.data-row.current .data-cell.of-headline')).toHaveText(headline ?? '');
  await expect.poll(async () => Math.abs((await second.page.getByRole('grid').evaluate((element) => element.scrollTop)) - top)).toBeLessThanOrEqual(34);
});
