import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';

/** A panel lies wholly in the window. */
async function liesInside(panel: Locator): Promise<void> {
  await expect(panel).toBeVisible();
  await expect.poll(() => panel.evaluate((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
  })).toBe(true);
}

test('a panel stays open, and with what was typed in it, when the window becomes another size', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSamples(page);
  const panel = page.locator('.popover');

  await page.getByRole('button', { name: /^Columns/ }).click();
  for (const size of [{ width: 1100, height: 700 }, { width: 1600, height: 1000 }]) {
    await page.setViewportSize(size);
    await liesInside(panel);
  }
  const button = (await page.getByRole('button', { name: /^Columns/ }).boundingBox())!;
  expect(Math.round((await panel.boundingBox())!.x + (await panel.boundingBox())!.width)).toBe(Math.round(button.x + button.width)); // beside its button still
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await openByKeys(page, HEADLINE);
  await page.keyboard.press('t');
  await page.keyboard.insertText('体育');
  await page.setViewportSize({ width: 1024, height: 640 });
  await liesInside(panel);
  await expect(panel.getByRole('combobox')).toHaveValue('体育');
  await expect(panel.getByRole('combobox')).toBeFocused();
  await page.setViewportSize({ width: 1440, height: 900 });
  await liesInside(panel);
  expect(complaints).toEqual([]);
});

test('a file name that has no room is cut at its beginning, and told whole to whoever points at it or comes to it by key', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  const name = '清河晚报城市与社区生活专版合订本_20240518_03.txt';
  await mkdir(folder);
  await writeFile(join(folder, name), '清河两岸换新颜\n\n本报讯（记者 岑远）昨日上午，清河两岸的步道全线贯通。\n');
  const { page } = await launch({ dialogs: [folder] });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '清河两岸' })).toBeVisible();
  await page.getByRole('row').filter({ hasText: '清河两岸' }).dblclick();
  const shown = page.locator('.desk-source .cut-name');
  await expect(shown).toHaveText(name); // all of it, to a screen reader
  const edges = await shown.evaluate((one) => {
    const [box, text] = [one.getBoundingClientRect(), one.querySelector('bdi')!.getBoundingClientRect()];
    return { runsOver: text.width > box.width, end: Math.round(text.right - box.right), width: box.width };
  });
  expect(edges.runsOver).toBe(true);
  expect(edges.width).toBeGreaterThan(40);
  expect(edges.end).toBe(0); // what is at the end is what is seen
  await expect(shown).toHaveAttribute('title', new RegExp(name));
  await shown.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(shown).toBeFocused();
  expect(await shown.evaluate((one) => getComputedStyle(one, '::after').content)).toContain(name);
});
