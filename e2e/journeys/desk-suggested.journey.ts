import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WATER = ['河道清淤完工', '水库河道巡查', '河道护岸加固', '河道又见清水'];
const SCHOOL = ['学校开学迎新', '学校食堂开放', '学校操场翻新'];
const text = (headline: string) => `${headline}\n\n本报讯（记者 周允）${headline}，群众拍手叫好，记者昨天在现场看到这样的情景。\n`;

/** Tags articles by their headlines; gives how many were. */
const tag = (page: Page, headlines: readonly string[], id: string) => page.evaluate(async ([names, topic]) => {
  const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 50, filter: {}, sort: [] });
  const articles = rows.ok ? rows.value.rows.filter(({ headline }) => names.includes(headline)).map(({ article }) => article) : [];
  const done = await window.stet.calls['library.setTopics']({ once: `tag-${topic}-${articles.length}`, selection: { articles }, add: [{ scheme: 'medtop', id: topic }], remove: [] });
  return done.ok ? done.value.articles : 0;
}, [headlines, id] as const);

test('topics that were given before are suggested where topics are, with the reason by a key, and taken by one', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const headline of [...WATER, ...SCHOOL]) await writeFile(join(folder, `${headline}.txt`), text(headline));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await expect(page.getByRole('button', { name: /^Open a folder/ })).toBeVisible(); // from then on keys are heard
  await page.keyboard.press('ControlOrMeta+o');
  await expect.poll(() => tag(page, WATER.slice(0, 3), 'medtop:06000000')).toBe(3);
  expect(await tag(page, SCHOOL, 'medtop:05000000')).toBe(3);

  await page.keyboard.press('ControlOrMeta+p');
  await page.keyboard.insertText('河道又见清水');
  await expect(page.getByRole('option').filter({ hasText: '河道又见清水' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const desk = new Desk(page);
  await expect(desk.passage('河道又见清水')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Shift+T');
  const tab = page.getByRole('tabpanel');
  const suggested = tab.locator('.suggested');
  await expect(suggested.getByRole('button').first()).toContainText('environment');
  await page.keyboard.press('w');
  await expect(suggested).toContainText('“河道” in 3 of 3 with this topic');
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(async () => (await desk.stored('河道又见清水.txt')).tree.articles[0]?.topics).toEqual([{ scheme: 'medtop', id: 'medtop:06000000' }]);
  await expect(suggested.filter({ hasText: 'environment' })).toHaveCount(0); // it has it now
  await page.keyboard.press('ControlOrMeta+z');
  await expect(suggested.getByRole('button').first()).toContainText('environment');

  await page.keyboard.press('Alt+1');
  await page.keyboard.press('/');
  await page.keyboard.insertText('河道');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', `${WATER.length + 1}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('t');
  const panel = page.locator('.tag-panel');
  await expect(panel.getByRole('option').first()).toContainText(/environment.*Suggested \d+%/);
  await expect(panel).toContainText('Of 4: 1 will change, 3 have it already');
  await page.keyboard.press('Enter');
  const tagged = async () => (await page.evaluate(() => window.stet.calls['library.tagged']({ selection: { filter: { text: '河道' } } })));
  await expect.poll(tagged).toMatchObject({ ok: true, value: { topics: [{ have: 4 }] } });
  await expect(panel.getByRole('option').first()).not.toContainText('environment'); // all have it now
  await page.keyboard.press('ControlOrMeta+z'); // the panel is open, and stays so
  await expect.poll(tagged).toMatchObject({ ok: true, value: { topics: [{ have: 3 }] } });
  await expect(panel.getByRole('option').first()).toContainText(/environment.*Suggested/);
  expect(complaints).toEqual([]);
});

test('where articles are marked, what is suggested is for all of them, and goes on all of them in one step', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const headline of [...WATER, ...SCHOOL]) await writeFile(join(folder, `${headline}.txt`), text(headline));
  const three = ['河道边上种新树', '河道清洁又一天', '食堂周末有好菜'];
  await writeFile(join(folder, '三篇.txt'), three.map(text).join('\n\n'));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await expect(page.getByRole('button', { name: /^Open a folder/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  await expect.poll(() => tag(page, WATER, 'medtop:06000000')).toBe(WATER.length);
  expect(await tag(page, SCHOOL, 'medtop:05000000')).toBe(SCHOOL.length);
  await page.keyboard.press('ControlOrMeta+p');
  await page.keyboard.insertText(three[0]!);
  await expect(page.getByRole('option').filter({ hasText: three[0]! }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const desk = new Desk(page);
  await expect(desk.passage(three[0]!)).toHaveAttribute('aria-current', 'true');
  const articles = async () => (await desk.stored('三篇.txt')).tree.articles;
  const count = (await articles()).length;
  expect(count).toBe(three.length);
  await page.keyboard.press('Shift+T');
  for (let n = 0; n < count - 1; n += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+J');
  }
  await page.keyboard.press('Space');
  const suggested = page.getByRole('tabpanel').locator('.suggested');
  await expect(suggested).toContainText(`${count} articles`);
  await expect(suggested.getByRole('button').first()).toContainText('environment');
  await page.keyboard.press('Shift+Digit1');
  const have = async () => (await articles()).filter(({ topics }) => topics.some(({ id }) => id === 'medtop:06000000')).length;
  await expect.poll(have).toBe(count);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(have).toBe(0);
  expect(complaints).toEqual([]);
});
