import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdfOf, pngOf } from '../../electron/engine/companion/testing/picture-files.ts';
import type { Colour } from '../../electron/engine/companion/testing/picture-files.ts';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const RED: Colour = [200, 30, 30];
const BLUE: Colour = [30, 30, 200];
const TEXT = '河畔书屋亮灯\n\n　　本报讯（记者 温小棠）管理员说，傍晚最受欢迎的是窗边的长桌。\n\n　　附近的学生放学后常来这里写作业。\n';

/** The colour in the middle of what is drawn. */
function colourOf(page: Page): Promise<readonly number[]> {
  return page.locator('canvas.page-image').evaluate((canvas: HTMLCanvasElement) => [...(canvas.getContext('2d')?.getImageData(8, 8, 1, 1).data ?? [])].slice(0, 3));
}

/** Waits until the picture of that colour is drawn. Where no canvas is, there is no colour. */
async function expectColour(page: Page, colour: Colour): Promise<void> {
  await expect(page.locator('canvas.page-image')).toBeVisible();
  await expect.poll(() => colourOf(page)).toEqual(colour);
}

test('the page’s picture is looked at by keys, comes and changes while the page is open, and a bad file is said to be one', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, '清河晚报_20240518_03.txt'), TEXT);
  const picture = (extension: string) => join(folder, `清河晚报_20240518_03.${extension}`);
  const { page, complaints, engines } = await launch({ dialogs: [folder] });
  const desk = new Desk(page);
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '河畔书屋亮灯' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(desk.passage('管理员说')).toBeVisible();
  const [engine] = await engines();
  const source = page.locator('.desk-source');
  const canvas = page.locator('canvas.page-image');

  await test.step('without a picture P does nothing; one that is put beside the text is offered', async () => {
    await page.keyboard.press('p');
    await expect(source).toBeVisible();
    await expect(page.getByRole('button', { name: 'Page picture' })).toHaveCount(0);
    writeFileSync(picture('PDF'), pdfOf(595, 842, [RED, BLUE]));
    await expect(page.getByRole('button', { name: 'Page picture' })).toBeVisible();
  });

  await test.step('P shows blocks and picture, the picture, the blocks again', async () => {
    await page.keyboard.press('p');
    await expectColour(page, RED);
    await expect(source).toBeVisible();
    await page.keyboard.press('p');
    await expect(source).toHaveCount(0);
    await expectColour(page, RED);
    await page.keyboard.press('p');
    await expect(canvas).toHaveCount(0);
    await page.keyboard.press('p');
  });

  await test.step('it has pages', async () => {
    await expectColour(page, RED);
    await page.keyboard.press('Alt+PageDown');
    await expectColour(page, BLUE);
    await expect(page.getByText('2 / 2')).toBeVisible();
    await page.keyboard.press('Alt+PageDown');
    await page.keyboard.press('Alt+PageUp');
    await expectColour(page, RED);
  });

  await test.step('keys zoom, fit and move it, while the passage stays selected', async () => {
    const zoom = page.locator('.picture-zoom .figure');
    await page.keyboard.press('+');
    await page.keyboard.press('=');
    await expect(zoom).toHaveText('156 %');
    await page.keyboard.press('-');
    await expect(zoom).toHaveText('125 %');
    await expect(desk.page.locator('[aria-current="true"][data-passage]')).toHaveCount(1);
    await page.keyboard.press('Shift+P');
    await expect(canvas).toBeFocused();
    const before = await canvas.screenshot();
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await canvas.screenshot()).equals(before)).toBe(false);
    await page.keyboard.press('0');
    await expect(zoom).toHaveText('100 %');
    await canvas.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect(zoom).not.toHaveText('100 %');
    await page.keyboard.press('Shift+P');
    await expect(canvas).not.toBeFocused();
  });

  await test.step('another file in its place is shown anew; a bad one is said to be bad, by its name, and what came of it is not', async () => {
    rmSync(picture('PDF'));
    writeFileSync(picture('png'), pngOf(300, 500, () => BLUE));
    await expectColour(page, BLUE);
    writeFileSync(picture('png'), pngOf(2, 2, () => RED, [50_000, 50_000]));
    await expect(page.getByText('is too large')).toBeVisible();
    writeFileSync(picture('png'), pngOf(400, 300, () => RED).subarray(0, 60));
    await expect(page.getByText('is damaged or was not copied to its end')).toBeVisible();
    writeFileSync(picture('png'), '<script>alert(1)</script>');
    await expect(page.getByText('of a kind that Stet cannot draw')).toBeVisible();
    writeFileSync(picture('png'), pngOf(300, 500, () => RED));
    await expectColour(page, RED);
    rmSync(picture('png'));
    await expect(canvas).toHaveCount(0);
    await expect(source).toBeVisible();
  });

  expect(await engines()).toEqual([engine]);
  expect(complaints).toEqual([]);
});

test('how pictures are shown is remembered', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a_20240518_03.txt'), TEXT);
  writeFileSync(join(folder, 'a_20240518_03.jpg'), pdfOf(595, 842, [BLUE]));
  const first = await launch({ dialogs: [folder] });
  await first.page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(first.page.getByRole('row').filter({ hasText: '河畔书屋亮灯' })).toBeVisible();
  await first.page.keyboard.press('Alt+2');
  await expect(first.page.getByRole('button', { name: 'Page picture' })).toBeVisible();
  await first.page.keyboard.press('p');
  await first.page.keyboard.press('p');
  await expectColour(first.page, BLUE);
  await first.quit();
  const { page } = await launch(); // opens where it was left: at the Desk
  await expectColour(page, BLUE);
  await expect(page.locator('.desk-source')).toHaveCount(0);
});
