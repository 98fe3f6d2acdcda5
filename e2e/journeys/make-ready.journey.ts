import { expect, test } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

test('whether the next export is made ready is set on the Settings screen and by a key from anywhere, and taken back like all that is set', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  await page.keyboard.press('Alt+0');
  const box = page.getByRole('checkbox', { name: 'Make the next export ready while nothing is done' });
  await expect(box).toBeChecked();
  await expect(page.locator('.settings-kept')).toContainText('Nothing is kept for exports now.');
  await box.click();
  await expect(page.locator('.toast')).toContainText('no longer made ready');
  await page.keyboard.press('Alt+1');
  await page.getByRole('row').nth(2).click();
  await page.keyboard.press('o');
  await page.keyboard.press('e');
  await expect(page.locator('.toast')).toContainText('is made ready while nothing is done');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.keyboard.press('Alt+0');
  await expect(box).not.toBeChecked();
  expect(complaints).toEqual([]);
});
