import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

test('what cannot be written is said so on every screen, until it is: the project’s folder was moved, and put back', async ({ launch, home }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const projects = join(home, 'Documents', 'Stet');
  const project = join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!);
  const [held, saved, banner] = [page.locator('.held'), page.locator('.status-bar .saved'), page.locator('.banner')];

  await desk.writeBehind(WORDS);
  await rename(project, `${project}-elsewhere`);
  await page.keyboard.insertText('未');
  await desk.leaveText();
  await expect(held).toContainText('The project’s folder is no longer where it was');
  await expect(saved).toHaveText('not saved');
  await page.keyboard.press('Shift+A'); // goes on to another page only when this one is written
  await expect(page.locator('.toast')).toContainText('no longer where it was');

  await test.step('elsewhere it is said as well, with the way back', async () => {
    await page.keyboard.press('Alt+1');
    await expect(banner).toContainText('What you did last at the desk is not saved');
    await expect(saved).toHaveText('not saved');
    await banner.getByRole('button', { name: 'To the desk' }).click();
    await expect(held).toBeVisible();
    await expect(banner).toHaveCount(0);
  });

  await test.step('with the folder back all of it is written, and nothing speaks of it any more', async () => {
    await rename(`${project}-elsewhere`, project);
    await page.keyboard.press('Control+s'); // or it was tried by itself already
    await expect(held).toHaveCount(0);
    await expect(saved).toContainText('saved ');
    await expect(page.locator('.toast')).toHaveCount(0);
    expect(JSON.stringify((await desk.stored(FILE)).tree)).toContain('"text":"未"');
  });
  expect(complaints).toEqual([]);
});

test('what cannot be written is given up by a key: it stands above the page in sight, to be copied, and one works on', async ({ launch, home }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const projects = join(home, 'Documents', 'Stet');
  const project = join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!);
  await desk.writeBehind(WORDS);
  await rename(project, `${project}-elsewhere`);
  await page.keyboard.insertText('未');
  await desk.leaveText();
  await expect(page.locator('.held')).toBeVisible();

  await page.keyboard.press('Control+Shift+Delete');
  await expect(page.locator('.held')).toHaveCount(0);
  const lost = page.locator('.set-by');
  await expect(lost.getByText('未', { exact: true })).toBeInViewport();
  await expect(desk.passage(`${WORDS}未`)).toHaveCount(0);

  await rename(`${project}-elsewhere`, project);
  await lost.getByRole('button').last().click();
  await expect(lost).toHaveCount(0);
  await desk.writeBehind(WORDS);
  await page.keyboard.insertText('完');
  await expect(page.locator('.status-bar .saved')).toContainText('saved ');
  expect(complaints).toEqual([]);
});
