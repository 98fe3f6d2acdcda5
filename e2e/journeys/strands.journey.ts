import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_05.txt';

/** Two columns read across: after the headlines each block belongs to the other article in turn. Our own writing. */
const BLOCKS = [
  '雨前清淤忙', '　　五月十六日清晨，石桥街道的清淤班长裴大勇带着队员们打开巷口的第一个井盖，先把井里的气体排',
  '义诊进社区', '　　本报讯（记者 温小棠）九点半，灯市社区的诊台前已经坐满了人，七位大夫从量血压做起，一个一个地',
  '　　干净，再让两名队员系好绳子下到井底，把积了一冬的淤泥一桶一桶地提上来。',
  '　　问病情、看化验单，还给每位老人写了一张用药的卡片。',
  '　　裴大勇说，赶在雨季以前，全街道的一百二十个雨水井都要清一遍。',
  '　　大夫们说，这样的义诊每月一次，下个月轮到船厂社区。',
];
const FIRST = new Set([0, 1, 4, 6]);

test('interleaved columns are dealt by keys: fragments flipped, kept as one act, taken back as one; Escape leaves all as it was', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  writeFileSync(join(folder, FILE), `${BLOCKS.join('\n\n')}\n`);
  const { page, complaints } = await launch({ dialogs: [folder] });
  const desk = new Desk(page);
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '雨前清淤忙' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(desk.articles.first()).toBeVisible();

  // Whatever the machine made of it: both articles begin where their headlines are.
  const articleOf = (text: string) => desk.passage(text).locator('xpath=ancestor::section[@data-group]').getAttribute('data-group');
  if ((await articleOf('义诊进社区')) === (await articleOf('雨前清淤忙'))) {
    await desk.select('义诊进社区');
    await page.keyboard.press('s');
  }
  await expect(desk.articles).toHaveCount(2);
  await desk.select('雨前清淤忙');
  const before = await desk.stored(FILE);
  const list = page.getByRole('listbox', { name: 'Fragments of both articles' });
  const rows = list.getByRole('option');
  const sideOf = async (row: number) => ((await rows.nth(row).getAttribute('class')) ?? '').includes('side-0');

  await test.step('Shift+L shows both, in the order of the source', async () => {
    await page.keyboard.press('Shift+L');
    await expect(rows).toHaveCount(BLOCKS.length);
    await expect(list).toBeFocused();
    for (const [row, block] of BLOCKS.entries()) await expect(rows.nth(row)).toContainText(block.trim().slice(0, 6));
  });

  await test.step('flips show, and Escape leaves the page as it was', async () => {
    const was = await sideOf(4);
    for (let row = 0; row < 4; row += 1) await page.keyboard.press('j');
    await expect(rows.nth(4)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('l');
    expect(await sideOf(4)).toBe(!was);
    await page.keyboard.press('Shift+L');
    expect(await sideOf(4)).toBe(was);
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    expect((await desk.stored(FILE)).tree).toEqual(before.tree);
  });

  await test.step('each fragment is dealt to its article, seams say how well they meet, and Enter keeps it as one act', async () => {
    await page.keyboard.press('Shift+L');
    for (const row of BLOCKS.keys()) {
      if ((await sideOf(row)) !== FIRST.has(row)) await page.keyboard.press('l');
      if (row < BLOCKS.length - 1) await page.keyboard.press('j');
    }
    for (const row of BLOCKS.keys()) expect(await sideOf(row)).toBe(FIRST.has(row));
    await expect(rows.nth(4).locator('.strand-seam .confidence')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(0);
    await expect(desk.articles).toHaveCount(2);
    await expect(desk.articles.nth(0)).toContainText(/先把井里的气体排⌇干净，再让两名队员/);
    await expect(desk.articles.nth(1)).toContainText(/一个一个地⌇问病情、看化验单/);
  });

  await test.step('a wrong dealing is one entry of the journal, and one step back', async () => {
    const { version, tree: right } = await desk.stored(FILE);
    await page.keyboard.press('Shift+L');
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await expect(list).toHaveCount(0);
    await expect.poll(async () => (await desk.stored(FILE)).version).toBe(version + 1);
    expect((await desk.stored(FILE)).tree).not.toEqual(right);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await desk.stored(FILE)).tree).toEqual(right);
  });
  await test.step('without the view, L flips what is selected and Alt+L it and the rest of its run: each one entry, one step back', async () => {
    const { version, tree: right } = await desk.stored(FILE);
    await desk.select('裴大勇说，赶在雨季以前');
    await page.keyboard.press('l');
    await expect.poll(() => articleOf('裴大勇说，赶在雨季以前')).toBe(await articleOf('义诊进社区'));
    await expect.poll(async () => (await desk.stored(FILE)).version).toBe(version + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await desk.stored(FILE)).tree).toEqual(right);
    await desk.select('大夫们说，这样的义诊');
    await page.keyboard.press('Alt+l');
    await expect.poll(() => articleOf('大夫们说，这样的义诊')).toBe(await articleOf('雨前清淤忙'));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await desk.stored(FILE)).tree).toEqual(right);
  });
  expect(complaints).toEqual([]);
});
