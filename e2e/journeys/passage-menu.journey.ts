import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';
const FILE = '清河晚报_20240622_03.txt';

/** Opens the menu at the passage in focus and takes an item of it, by keys. */
async function take(page: Page, name: string): Promise<void> {
  await page.locator('[data-passage][aria-current=true] .role').focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  while (!(await item.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('the menu at a passage has what is pointed at with a letter, with the keys: put below, and join with, any passage in sight', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  await page.keyboard.press('j');
  const here = page.locator('[data-passage][aria-current=true]');
  const id = (await here.getAttribute('data-passage')) ?? '';
  const before = (await desk.stored(FILE)).tree;
  const passages = async () => (await desk.stored(FILE)).tree.articles.flatMap((article) => article.passages);
  const letters = page.locator('.jump-label');
  const labels = async () => page.locator('.jump').evaluate((jump) => [...jump.querySelectorAll('.jump-label')].map((one) => one.textContent ?? ''));

  await test.step('the menu shows both with their keys', async () => {
    await here.locator('.role').click();
    await expect(page.getByRole('menuitem', { name: 'Put below any passage in sight' }).locator('kbd')).toHaveText('}');
    await expect(page.getByRole('menuitem', { name: 'Join with any passage in sight: it goes on with this' }).locator('kbd')).toHaveText('{');
    await page.screenshot({ path: test.info().outputPath('menu.png') });
    await page.getByRole('menuitem', { name: 'Put below any passage in sight' }).click();
    await expect(letters.first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(letters).toHaveCount(0);
    expect((await desk.stored(FILE)).tree).toEqual(before);
  });

  await test.step('put below the last that is in sight', async () => {
    await take(page, 'Put below any passage in sight');
    await expect(letters.first()).toBeVisible();
    const last = (await labels()).at(-1)!;
    const was = (await passages()).findIndex((passage) => passage.id === id);
    await page.keyboard.type(last);
    await expect.poll(async () => (await passages()).findIndex((passage) => passage.id === id)).toBeGreaterThan(was);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await desk.stored(FILE)).tree).toEqual(before);
  });

  await test.step('joined with the first that is in sight', async () => {
    await expect(here).toHaveAttribute('data-passage', id);
    const count = (await passages()).length;
    await take(page, 'Join with any passage in sight: it goes on with this');
    await expect(letters.first()).toBeVisible();
    await page.keyboard.type((await labels())[0]!);
    await expect.poll(async () => (await passages()).length).toBe(count - 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await desk.stored(FILE)).tree).toEqual(before);
  });
  expect(complaints).toEqual([]);
});
