import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { faxOf, jpegLying, lzw, pngLying, pngOf, tiffBy, webpLying } from '../../electron/engine/companion/testing/picture-files.ts';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const text = (headline: string) => `${headline}\n\n　　本报讯（记者 温小棠）管理员说，傍晚最受欢迎的是窗边的长桌。\n\n　　附近的学生放学后常来这里写作业。\n`;

/** The colours at the upper corners of what is drawn, the left one first. Where no canvas is, there is none. */
function corners(page: Page): Promise<string> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.page-image');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 'none';
    const name = ([red = 0, green = 0, blue = 0, alpha = 0]: Uint8ClampedArray) => {
      if (alpha < 255) return 'nothing';
      const parts = [red > 127 ? 'r' : '', green > 127 ? 'g' : '', blue > 127 ? 'b' : ''].join('');
      return { '': 'black', rgb: 'white', r: 'red', b: 'blue' }[parts] ?? parts;
    };
    return [8, canvas.width - 8].map((x) => name(context.getImageData(x, 8, 1, 1).data)).join(' ');
  });
}

const expectCorners = (page: Page, expected: string) => expect.poll(() => corners(page)).toBe(expected);

/** A picture that the window itself has made: 40 by 20, its left half red, its right half blue. */
async function made(page: Page, type: 'image/webp' | 'image/jpeg'): Promise<Buffer> {
  const bytes = await page.evaluate(async (kind) => {
    const canvas = new OffscreenCanvas(40, 20);
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'red';
    context.fillRect(0, 0, 20, 20);
    context.fillStyle = 'blue';
    context.fillRect(20, 0, 20, 20);
    const blob = await canvas.convertToBlob({ type: kind, quality: 1 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, type);
  return Buffer.from(bytes);
}

/** Opens the page of a headline from the Library, and waits until it lies on the desk. */
async function openFromLibrary(page: Page, headline: string): Promise<void> {
  await page.keyboard.press('Alt+1');
  await page.getByRole('row').filter({ hasText: headline }).dblclick();
  await expect(new Desk(page).passage(headline)).toBeVisible();
}

/** The picture comes into the folder whole, as a copy of another program's does. */
function put(path: string, bytes: Uint8Array): void {
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}

const repeated = (count: number, bytes: readonly number[]) => Uint8Array.from({ length: count * bytes.length }, (_, i) => bytes[i % bytes.length] ?? 0);

test('TIFFs of print, of fax and in tiles, WebPs, PNGs and JPEGs are drawn as they are meant to be looked at', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a_20240518_03.txt'), text('河畔书屋亮灯'));
  const { page, complaints, engines } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '河畔书屋亮灯' })).toBeVisible();
  const files = { webp: await made(page, 'image/webp'), jpeg: await made(page, 'image/jpeg') };
  await page.keyboard.press('Alt+2');
  await expect(new Desk(page).passage('管理员说')).toBeVisible();
  const [engine] = await engines();

  // Red ink above, blue below, as it is meant; as the scanner laid it: red at the left, to be turned to the right.
  const inks = repeated(20, [...repeated(20, [0, 255, 255, 0]), ...repeated(20, [255, 255, 0, 0])]);
  const print = tiffBy({ width: 40, height: 20, data: [lzw(inks)], bits: [8, 8, 8, 8], photometric: 5, compression: 5, orientation: 6 });
  put(join(folder, 'a_20240518_03.tif'), print);
  await expect(page.getByRole('button', { name: 'Page picture' })).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('p');

  await test.step('four inks, LZW, on its side', async () => {
    await expectCorners(page, 'red red');
  });

  await test.step('fax', async () => {
    put(join(folder, 'a_20240518_03.tif'), tiffBy({ width: 16, height: 20, data: [faxOf(20)], bits: [1], photometric: 0, compression: 4 }));
    await expectCorners(page, 'white black');
  });

  await test.step('tiles of 16 bits', async () => {
    const tile = (colour: readonly number[]) => repeated(16 * 16, colour);
    put(join(folder, 'a_20240518_03.tif'), tiffBy({ width: 20, height: 16, data: [tile([0, 0, 0, 0, 255, 255]), tile([255, 255, 0, 0, 0, 0])], bits: [16, 16, 16], photometric: 2, tile: [16, 16], big: true }));
    await expectCorners(page, 'blue red');
  });

  await test.step('a TIFF of a kind that is not read is said to be one, and not to be damaged', async () => {
    put(join(folder, 'a_20240518_03.tif'), tiffBy({ width: 2, height: 1, data: [Buffer.from('no matter')], bits: [8, 8, 8], photometric: 2, compression: 50_000 }));
    await expect(page.getByText('of a kind that Stet cannot draw')).toBeVisible();
    put(join(folder, 'a_20240518_03.tif'), tiffBy({ width: 8, height: 8, data: [Buffer.from('no JPEG')], bits: [8, 8, 8], photometric: 6, compression: 7 }));
    await expect(page.getByText('broke down over it')).toBeVisible();
    rmSync(join(folder, 'a_20240518_03.tif'));
  });

  await test.step('WebP', async () => {
    put(join(folder, 'a_20240518_03.webp'), files.webp);
    await expectCorners(page, 'red blue');
  });

  await test.step('a WebP of a camera held on its side, and mirrored', async () => {
    for (const [orientation, seen] of [[6, 'red red'], [1, 'red blue'], [8, 'blue blue'], [2, 'blue red']] as const) {
      put(join(folder, 'a_20240518_03.webp'), webpLying(files.webp, orientation));
      await expectCorners(page, seen);
    }
    rmSync(join(folder, 'a_20240518_03.webp'));
  });

  await test.step('a PNG in each of the ways it can lie, said before its pixels or behind them', async () => {
    const png = pngOf(40, 20, (x, y) => (y < 10 ? (x < 20 ? [255, 0, 0] : [0, 0, 255]) : (x < 20 ? [255, 255, 255] : [0, 0, 0])));
    const ways = ['red blue', 'blue red', 'black white', 'white black', 'red white', 'white red', 'black blue', 'blue black'];
    for (const [i, seen] of ways.entries()) {
      put(join(folder, 'a_20240518_03.png'), pngLying(png, i + 1, i % 2 === 0 ? 'before' : 'behind'));
      await expectCorners(page, seen);
    }
    rmSync(join(folder, 'a_20240518_03.png'));
  });

  await test.step('a JPEG, and one of a camera held on its side', async () => {
    put(join(folder, 'a_20240518_03.jpg'), files.jpeg);
    await expectCorners(page, 'red blue');
    put(join(folder, 'a_20240518_03.jpg'), jpegLying(files.jpeg, 6));
    await expectCorners(page, 'red red');
  });

  expect(await engines()).toEqual([engine]);
  expect(complaints).toEqual([]);
});

test('Shift+R turns the picture; it is moved and zoomed as it is seen, and lies so again when its page is come back to', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  for (const [name, headline] of [['a_20240518_03', '河畔书屋亮灯'], ['a_20240518_04', '旧巷新灯']] as const) {
    writeFileSync(join(folder, `${name}.txt`), text(headline));
    writeFileSync(join(folder, `${name}.png`), pngOf(600, 300, (x) => (x < 300 ? [255, 0, 0] : [0, 0, 255])));
  }
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  for (const headline of ['河畔书屋亮灯', '旧巷新灯']) await expect(page.getByRole('row').filter({ hasText: headline })).toBeVisible(); // both: no row moves under the pointer then
  await openFromLibrary(page, '河畔书屋亮灯');
  await expect(page.getByRole('button', { name: 'Page picture' })).toBeVisible();
  const zoom = page.locator('.picture-zoom .figure');
  const canvas = page.locator('canvas.page-image');

  await test.step('by key, and by its button', async () => {
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    await expectCorners(page, 'red blue');
    await page.keyboard.press('Shift+R');
    await expectCorners(page, 'red red');
    await page.getByRole('button', { name: 'Turn the page picture' }).click();
    await expectCorners(page, 'blue red');
    await page.keyboard.press('Shift+R');
    await expectCorners(page, 'blue blue');
    await page.keyboard.press('Shift+R');
    await expectCorners(page, 'red blue');
    await page.keyboard.press('Shift+R');
    await expectCorners(page, 'red red');
  });

  await test.step('turned, it is twice as high as wide: zoomed, it is moved down to its other half and no further', async () => {
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect(zoom).toHaveText('195 %');
    await page.keyboard.press('Shift+P');
    await expect(canvas).toBeFocused();
    for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowDown');
    await expectCorners(page, 'blue blue');
    await page.keyboard.press('0');
    await expectCorners(page, 'red red');
    await page.keyboard.press('Shift+P');
    await expect(canvas).not.toBeFocused();
  });

  await test.step('the next page’s picture lies as it did; the first one is still turned', async () => {
    await openFromLibrary(page, '旧巷新灯');
    await expectCorners(page, 'red blue');
    await openFromLibrary(page, '河畔书屋亮灯');
    await expectCorners(page, 'red red');
  });

  expect(complaints).toEqual([]);
});
