import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const ODD = '甲,乙';
const FILE = '清河晚报_20240518_03.txt';

const drawn = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('finding') ?? [])].map(String).filter((text) => text === ','));
const here = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('finding-here') ?? [])].map(String));
const rows = (page: Page) => page.locator('.accepted .data-body [role=row]');

/** Types the same fault into a paragraph. */
async function typeFault(desk: Desk, behind: string): Promise<void> {
  await desk.writeBehind(behind);
  await desk.page.keyboard.insertText(ODD);
  await desk.leaveText();
}

/** Goes to the first fault by key. */
async function goToFault(desk: Desk, behind: string): Promise<void> {
  await desk.select(behind);
  await desk.page.keyboard.press('f');
  await expect.poll(() => here(desk.page)).toEqual([',']);
}

/** Shows the lists of accepted wordings. */
async function showLists(page: Page): Promise<void> {
  await page.keyboard.press('Alt+9');
  await expect(page.locator('.accepted')).toBeVisible();
}

/** How many findings the library counts in all. */
const counted = (page: Page) => page.evaluate(async () => {
  const found = await window.stet.calls['library.pages']({ offset: 0, limit: 100, filter: {}, sort: [] });
  return found.ok ? found.value.rows.reduce((sum, { findings }) => sum + findings, 0) : -1;
});

test('a finding dismissed for the project is none on its other pages either; one step back brings all of it back; the list says what was dismissed', async ({ launch }) => {
  const { page, complaints } = await launch();
  const other = await Desk.openSample(page, '一条背街的“体面”', '篾匠巷');
  await typeFault(other, '石埠街道的老居民');
  const before = await counted(page);
  const desk = await Desk.openSample(page, '雨前清淤忙', '班长裴大勇');
  await typeFault(desk, '班长裴大勇');
  await typeFault(desk, '今年全市要疏通');
  await expect.poll(() => drawn(page)).toEqual([',', ',']);
  await expect.poll(() => counted(page)).toBe(before + 2);

  await test.step('Alt+O at one quiets both of the page and that of the other, and says so', async () => {
    await goToFault(desk, '本报讯（记者 沈若川）');
    await page.keyboard.press('Alt+f');
    await expect(page.locator('.finding-beyond')).toContainText(ODD);
    await page.keyboard.press('Alt+o');
    await expect.poll(() => drawn(page)).toEqual([]);
    await expect(page.locator('.toast')).toContainText(`“${ODD}” is right in this project`);
    await expect.poll(() => counted(page)).toBe(before - 1);
  });

  await test.step('Ctrl+Z at the page takes it back as one step, and Ctrl+Shift+Z does it again', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawn(page)).toEqual([',', ',']);
    await expect.poll(() => counted(page)).toBe(before + 2);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => drawn(page)).toEqual([]);
    await expect.poll(() => counted(page)).toBe(before - 1);
  });

  await test.step('the list names it, with how many places it quiets; changed there, it quiets what it says now', async () => {
    await showLists(page);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).first()).toContainText(ODD);
    await expect(rows(page).first()).toContainText('this project');
    await expect(rows(page).first().locator('.of-places')).toHaveText('2'); // and the one it was dismissed at
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.locator('#accepted-text')).toHaveValue(ODD);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.insertText('先');
    await page.keyboard.press('Enter');
    await expect(rows(page).first()).toContainText(`${ODD}先`);
    await expect.poll(() => counted(page)).toBe(before + 1);
    await page.keyboard.press('Control+z');
    await expect(rows(page).first()).not.toContainText(`${ODD}先`);
  });

  await test.step('Delete takes it out of the list, by key, and the faults are back', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Delete');
    await expect(page.locator('.accepted .notice')).toContainText('Nothing is accepted yet');
    await expect.poll(() => counted(page)).toBe(before + 1); // the one that was dismissed where it stands stays so
  });
  expect(complaints).toEqual([]);
});

test('what is dismissed everywhere is none in another project; the lists are written to a file and read from one', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  const [out, typed] = [join(home, 'Documents', 'out.csv'), join(home, 'Documents', 'in.csv')];
  await mkdir(folder);
  await writeFile(join(folder, '渡口报_20240601_01.txt'), `渡口复航\n\n昨天${ODD}在渡口。\n`);
  const { page, complaints, answerDialogs } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', '班长裴大勇');
  await typeFault(desk, '班长裴大勇');
  await goToFault(desk, '本报讯（记者 沈若川）');
  await page.keyboard.press('Alt+w');
  await expect.poll(() => drawn(page)).toEqual([]);
  await expect.poll(async () => (await desk.stored(FILE)).settled.length).toBe(1);

  await test.step('another project knows it', async () => {
    await answerDialogs(folder);
    await page.evaluate(() => window.stet.calls['project.openFolder']({}));
    await expect(page.getByRole('button', { name: 'All articles 1' })).toBeVisible();
    await expect.poll(() => counted(page)).toBe(0);
    await showLists(page);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).first()).toContainText('every project');
    await expect(rows(page).first().locator('.of-places')).toHaveText('1');
  });

  await test.step('M moves it to the project’s own list, and N takes a wording that is typed', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await expect(rows(page).first()).toContainText('this project');
    expect(await readFile(join(home, 'data', 'accepted.tsv'), 'utf8')).toBe('\uFEFFtext\tcheck\twho\tat\n');
    await page.keyboard.press('n');
    await page.keyboard.insertText('麦"穗,');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
  });

  await test.step('E writes the lists to a file', async () => {
    await answerDialogs(out);
    await page.keyboard.press('e');
    await expect(page.locator('.toast')).toContainText('2 wordings written');
    expect(await readFile(out, 'utf8')).toMatch(/^\uFEFFtext,check,who,at\r\n"甲,乙",half-width,\S*,\S+\r\n"麦""穗,",,\S*,\S+\r\n$|^\uFEFFtext,check,who,at\r\n"麦""穗,",,\S*,\S+\r\n"甲,乙",half-width,\S*,\S+\r\n$/);
  });

  await test.step('I reads one in, as one step', async () => {
    await writeFile(typed, '\uFEFFtext,check\r\n"甲,乙",half-width\r\n通济仓,\r\n鹿苑路,nonsense\r\n');
    await answerDialogs(typed);
    await page.keyboard.press('i');
    await expect(page.locator('.accepted-import')).toContainText('1 new wording, 1 there already, 1 unusable');
    await expect(page.locator('.accepted-import-sample')).toHaveText('通济仓');
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('Enter');
    await expect(page.locator('.toast')).toContainText('Imported: 1 new, 1 there already, 1 unusable');
    await expect(rows(page)).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(rows(page)).toHaveCount(2);
  });
  expect(complaints).toEqual([]);
});
