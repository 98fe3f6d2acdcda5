import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  await page.keyboard.press('Alt+4');
  await expect(page.locator('[data-passage]')).toHaveCount(0);
  await toast.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(async () => (await desk.stored('清河晚报_20240622_03.txt')).tree).toEqual(before);
  expect(complaints).toEqual([]);
});

test('a problem names its file, is said once however often it comes, is reached by F6, and goes by key', async ({ launch, home }) => {
  const [semicolons, empty] = [join(home, 'semicolons.csv'), join(home, 'only-a-head.csv')];
  await writeFile(semicolons, 'id;label_zh;label_en\nw;水系;waters\n');
  await writeFile(empty, 'id,label_zh,label_en\n');
  const { page, complaints } = await launch({ dialogs: [semicolons, semicolons, empty] });
  await openSamples(page);
  await page.keyboard.press('Alt+4');
  const topics = page.getByRole('main');
  await expect(topics).toContainText('Schemes of topics');
  const toast = page.locator('.toast');
  await page.keyboard.press('i');
  await expect(toast).toContainText('The columns of “semicolons.csv” are not parted by commas.');
  await page.keyboard.press('i');
  await expect(toast).toContainText('×2');
  await expect(toast).toHaveCount(1);
  await page.keyboard.press('i');
  await expect(toast.last()).toContainText('“only-a-head.csv” holds no topics.');
  await expect(toast).toHaveCount(2);
  await page.screenshot({ path: test.info().outputPath('problems.png') });
  await page.keyboard.press('F6');
  await expect(page.locator('.page-screen :focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.locator('.toasts :focus')).toHaveCount(1);
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('.page-screen :focus')).toHaveCount(1);
  await expect(toast.locator('.kbd')).toHaveText(['Alt+X']); // at the newest
  await page.keyboard.press('n'); // in a field too
  await expect(page.locator('#new-topic')).toBeFocused();
  await page.keyboard.press('Alt+x');
  await expect(toast).toHaveCount(1);
  await expect(toast).toContainText('semicolons.csv');
  await page.keyboard.press('Escape'); // the field's
  await expect(page.locator('#new-topic')).not.toBeFocused();
  await expect(toast).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(toast).toHaveCount(0);
  expect(complaints).toEqual([]);
});
