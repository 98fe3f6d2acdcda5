import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pngOf } from '../../electron/engine/companion/testing/picture-files.ts';
import { expect, test } from '../pages/app.ts';
import { barFaults } from '../pages/bars.ts';
import { Desk } from '../pages/desk.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const FILE = '清河晚报_20240518_03';
const TEXT = 'www.qhwb.example\n\n河畔书屋亮灯\n\n　　本报讯（记者 温小棠）管理员说，傍晚最受欢迎的是窗边的长桌。\n\n　　附近的学生放学后常来这里写作业。\n';

test('nothing in a bar leaves it, is laid over its neighbour or is cut off: a page with nothing left to ask, its picture, and passages marked', async ({ launch, home }) => {
  test.setTimeout(240_000);
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, `${FILE}.txt`), TEXT);
  writeFileSync(join(folder, `${FILE}.png`), pngOf(300, 500, () => [30, 30, 200]));
  const { page, complaints } = await launch({ dialogs: [folder] });
  const desk = new Desk(page);
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '河畔书屋亮灯' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(desk.passage('管理员说')).toBeVisible();
  await expect(page.locator('.picture-offer')).toBeVisible();
  await expect(page.locator('.desk-bar .offer')).toBeVisible();
  const found: string[] = [];
  const state = async (name: string) => void found.push(...(await barFaults(page, name)));

  await state('blocks');
  await page.keyboard.press('p');
  await expect(page.locator('canvas.page-image')).toBeVisible();
  await state('blocks and picture');
  await desk.select('管理员说');
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.locator('.passage.marked')).toHaveCount(2);
  await state('picture, two marked');
  await page.keyboard.press('w');
  await state('picture, two marked, why');
  await page.keyboard.press('p');
  await expect(page.locator('.desk-source')).toHaveCount(0);
  await state('picture alone, two marked');
  await page.keyboard.press('p');
  await expect(page.locator('canvas.page-image')).toHaveCount(0);
  await state('blocks, two marked');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Escape');
  await expect(page.locator('.passage.marked')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(desk.editor).toBeFocused();
  await state('writing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.aside-state.looked')).toBeVisible();
  await state('approved');
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});

test('nothing in a bar leaves it, is laid over its neighbour or is cut off: every screen, and the desk with doubts', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page, complaints } = await launch();
  await openSamples(page);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const found: string[] = [];
  const state = async (name: string) => void found.push(...(await barFaults(page, name)));

  await state('library');
  await page.getByRole('row').nth(2).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await state('library, ticked');
  await page.keyboard.press('Escape');
  await openByKeys(page, '楼顶上的菜园子该不该拆');
  await expect(page.locator('.desk-bar .doubts-left')).toBeVisible();
  await state('desk');
  await page.keyboard.press('d');
  await expect(page.locator('.rule.doubt, .question.asked').first()).toBeVisible();
  await state('desk, at a doubt');
  await page.keyboard.press('w');
  await state('desk, why');
  await page.keyboard.press('Control+f');
  await expect(page.locator('.find-bar')).toBeVisible();
  await state('desk, find');
  await page.keyboard.press('Escape');
  await expect(page.locator('.find-bar')).toHaveCount(0);
  await page.keyboard.press('1'); // for the history: an act
  await expect(page.locator('.rule-topics').first()).toBeVisible();
  for (const [name, key, ready] of [['topics', 'Alt+4', '.scheme-head'], ['export', 'Alt+5', '.export-estimate'], ['history', 'Alt+6', '.history-main [role=grid]'], ['learning', 'Alt+7', '.page-screen header'], ['settings', 'Control+,', '.settings-line']] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(ready).first()).toBeVisible();
    await state(name);
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
});
