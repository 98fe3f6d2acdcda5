import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { ODD_FERRY, folderOfFerries } from '../pages/ferry-pages.ts';

const { file, headline, words } = ODD_FERRY;
const SLOWLY = { timeout: 60_000 }; // the dictionary is read, and the archive counted, behind everything else

const drawn = (page: Page, name: string) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).toSorted(), name);
const found = (page: Page) => drawn(page, 'finding').then((texts) => texts.filter((text) => ['曰', '末'].includes(text)));
const inLibrary = (page: Page) => page.evaluate(async (name) => {
  const pages = await window.stet.calls['library.pages']({ offset: 0, limit: 100, filter: {}, sort: [] });
  return pages.ok ? pages.value.rows.find((row) => row.file === name)?.findings : undefined;
}, file);

async function openOdd(page: Page): Promise<Desk> {
  await page.getByRole('row').filter({ hasText: headline }).dblclick();
  const desk = new Desk(page);
  await expect(desk.passage(words)).toBeVisible();
  await desk.isWhole();
  return desk;
}

test('a misread character and a name spelt otherwise than in the rest of the archive are found, mended by key, dismissed by key, and stay so; what is approved teaches', async ({ launch, home }) => {
  test.slow();
  const folder = await folderOfFerries(home);
  const first = await launch({ dialogs: [folder] });
  const { page } = first;
  await page.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  const desk = await openOdd(page);

  await test.step('they arrive while the page is open, with what speaks for them', async () => {
    await expect.poll(() => found(page), SLOWLY).toEqual(['曰', '末']);
    await expect.poll(() => inLibrary(page), SLOWLY).toBe(2);
    await page.getByRole('tab', { name: /^Findings/ }).click();
    const list = page.locator('.findings');
    await expect(list).toContainText('“曰” looks misread: “口” fits here');
    await expect(list).toContainText('“方末晴” is elsewhere “方未晴”');
    await desk.select(words);
    await page.keyboard.press('f');
    expect(await drawn(page, 'finding-here')).toEqual(['末']);
    await expect(page.locator('.findings .here')).toContainText('“方未晴” 9 times on 9 pages, “方末晴” 1 time on 1 page');
  });

  await test.step('typing beside them leaves them where they are', async () => {
    await desk.writeBehind('两岸居民都说方便多了。');
    await page.keyboard.insertText('好');
    expect(await found(page)).toEqual(['曰', '末']);
    await desk.leaveText();
    await expect.poll(() => found(page)).toEqual(['曰', '末']);
  });

  await test.step('A mends one and goes on to the other in the same paragraph, X dismisses that', async () => {
    await desk.select('清河渡口第');
    await page.keyboard.press('f');
    await expect.poll(() => drawn(page, 'finding-here')).toEqual(['末']);
    await page.keyboard.press('f');
    await expect.poll(() => drawn(page, 'finding-here')).toEqual(['曰']);
    await expect(page.locator('.findings .here')).toContainText(/The archive has “清河渡口” \d+ times .+ “清河渡曰” nowhere else/);
    await page.keyboard.press('Shift+F');
    await page.keyboard.press('x');
    await expect.poll(() => drawn(page, 'finding-here')).toEqual(['曰']);
    await page.keyboard.press('a');
    await expect(desk.passage(words).locator('ins').first()).toHaveText('口');
    await expect.poll(() => found(page)).toEqual([]);
    await expect.poll(() => inLibrary(page), SLOWLY).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => found(page)).toEqual(['曰']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => found(page)).toEqual([]);
  });
  expect(first.complaints).toEqual([]);
  await first.quit();

  const second = await launch();
  await test.step('after a restart it is as it was left', async () => {
    await expect(new Desk(second.page).passage(words)).toBeVisible(); // it opens where one was
    await expect.poll(async () => (await new Desk(second.page).stored(file)).settled.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(['finding wrong']);
    await expect.poll(() => inLibrary(second.page), SLOWLY).toBe(0);
    expect(await found(second.page)).toEqual([]);
  });

  await test.step('taking the dismissal back brings the finding back; approved as mended, the page no longer speaks for the other spelling', async () => {
    const told = () => second.page.evaluate(async () => {
      const issue = await window.stet.calls['library.pages']({ offset: 0, limit: 100, filter: {}, sort: [] });
      const other = issue.ok ? issue.value.rows[0]?.issue : undefined;
      const said = other === undefined ? null : await window.stet.calls['language.judge']({ issue: other, texts: ['（记者 方末晴）'] });
      return said?.ok ? said.value.judged[0]?.variants.map(({ meant, read }) => `${meant.times} ${read.times}`) : undefined;
    });
    await expect.poll(told).toEqual(['9 1']);
    await second.page.keyboard.press('Control+z');
    await second.page.keyboard.press('Control+z');
    await expect.poll(() => found(second.page), SLOWLY).toEqual(['曰', '末']);
    await new Desk(second.page).select('清河渡口第');
    await second.page.keyboard.press('f');
    await second.page.keyboard.press('a');
    await second.page.keyboard.press('a');
    await expect.poll(() => found(second.page)).toEqual([]);
    expect(await second.page.evaluate(async (name) => {
      const { calls } = window.stet;
      const rows = await calls['library.rows']({ offset: 0, limit: 100, filter: {}, sort: [] });
      const articles = rows.ok ? rows.value.rows.filter((row) => row.file === name).map(({ article }) => article) : [];
      const done = await calls['library.setStatus']({ once: 'approve-the-odd-one', selection: { articles }, status: 'approved' });
      return done.ok;
    }, file)).toBe(true);
    await expect.poll(told, SLOWLY).toEqual(['10 1']); // where it stands is here alone
  });
  expect(second.complaints).toEqual([]);
});
