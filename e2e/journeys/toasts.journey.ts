import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';

test('what was said of a screen goes when that is left; what can be taken back still can, from the next', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const toast = page.locator('.toast');
  const before = (await desk.stored('清河晚报_20240622_03.txt')).tree;

  await page.keyboard.press('ControlOrMeta+z');
  await expect(toast).toContainText('There is nothing to take back.');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(toast).toHaveCount(0);

  await page.keyboard.press('Alt+2');
  await expect(page.locator('[data-passage][aria-current=true]')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await page.keyboard.press('f');
  await expect(toast).toContainText('Set aside');
  await page.keyboard.press('Alt+3');
  await expect(page.locator('[data-passage]')).toHaveCount(0);
  await toast.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(async () => (await desk.stored('清河晚报_20240622_03.txt')).tree).toEqual(before);
  expect(complaints).toEqual([]);
});
