import { expect, test } from '../pages/app.ts';

test('the palette lists every command: those that can be given first, the others with what is wanting; the last used come first', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(3).waitFor();

  await page.keyboard.press('Control+k');
  const options = page.getByRole('option');
  const split = options.filter({ hasText: 'Split: an article begins here' });
  await expect(split).toHaveAttribute('aria-disabled', 'true');
  await expect(split).toContainText('at the Desk');
  const off = await options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-disabled') === 'true'));
  expect(off.indexOf(true)).toBeGreaterThan(10);
  expect(off.slice(off.indexOf(true)).every(Boolean)).toBe(true);
  // Each shows a key, and one with several all of them.
  expect(await options.evaluateAll((all) => all.filter((one) => one.querySelector('kbd') === null).length)).toBe(0);
  await expect(options.filter({ hasText: 'Settings of the project' }).locator('.kbd-group')).toHaveCount(3);

  await page.keyboard.insertText('library.facets');
  await expect(options.first()).toContainText('Show or hide the facets');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'What to show' })).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText('Show or hide the facets');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'What to show' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('sequences are commands everywhere: the look and the language', async ({ launch }) => {
  const { page } = await launch();
  await page.keyboard.press('Alt+t');
  await expect(page.locator('.sequence-hint')).toContainText('Dark theme');
  await page.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('z');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});
