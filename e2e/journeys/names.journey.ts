import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { ODD_FERRY, folderOfFerries } from '../pages/ferry-pages.ts';

const SLOWLY = { timeout: 60_000 }; // the dictionary is read, and the archive counted, behind everything else

const rows = (page: Page) => page.locator('.names .data-body [role=row]');
const findings = (page: Page) => page.evaluate(async (name) => {
  const pages = await window.stet.calls['library.pages']({ offset: 0, limit: 100, filter: {}, sort: [] });
  return pages.ok ? pages.value.rows.find((row) => row.file === name)?.findings : undefined;
}, ODD_FERRY.file);

test('a name spelt in two ways is settled for the whole archive: as two people, or by one spelling, which is put in the place of the other everywhere', async ({ launch, home }) => {
  test.slow();
  const folder = await folderOfFerries(home);
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  await expect.poll(() => findings(page), SLOWLY).toBe(2);

  await test.step('the register names both spellings beside one another, with how often each stands', async () => {
    await page.keyboard.press('Alt+n');
    await expect(rows(page)).toHaveCount(2, SLOWLY);
    await expect(rows(page).first()).toContainText('方未晴');
    await expect(rows(page).first().locator('.of-times')).toHaveText('9');
    await expect(rows(page).first().locator('.of-near')).toContainText('方末晴 once on 1 page');
    await expect(rows(page).nth(1)).toContainText('方末晴');
  });

  await test.step('D says that they are different people: the finding goes, both are in the list of what is right, and one step back undoes it', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await expect(page.locator('.names .notice')).toContainText('No name is spelt in two ways');
    await expect.poll(() => findings(page)).toBe(1);
    await page.keyboard.press('t');
    await expect(rows(page).first()).toContainText('different, each right');
    await page.keyboard.press('Control+z');
    await expect.poll(() => findings(page)).toBe(2);
    await page.keyboard.press('t');
    await expect(rows(page)).toHaveCount(2);
  });

  await test.step('what is settled can be seen, and be opened again', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await expect.poll(() => findings(page)).toBe(1);
    await page.keyboard.press('v');
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).first()).toContainText('different, each right');
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await expect.poll(() => findings(page)).toBe(2);
    await expect(page.locator('.names .notice')).toContainText('No two spellings are settled yet');
    await page.keyboard.press('t');
    await expect(rows(page)).toHaveCount(2);
  });

  await test.step('Enter says that this spelling is right: every place of the other is shown, with what it becomes', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const list = page.getByRole('grid', { name: 'Every place' });
    await expect(page.locator('#concordance-put')).toHaveValue('方未晴');
    await expect(list.locator('.data-body del').first()).toHaveText('方末晴');
    await list.focus();
    await expect(page.getByRole('checkbox', { name: /standing rule for pages to come/ })).toBeChecked();
    await page.keyboard.press('Shift+A');
    await expect(page.locator('.toast')).toContainText('1 place changed on 1 page; a standing rule suggests it on pages to come');
    await expect.poll(() => findings(page), SLOWLY).toBe(1);
  });

  await test.step('what was settled stands among the rules, and suggests on a page that comes later', async () => {
    await page.keyboard.press('Alt+u');
    await expect(page.locator('.standing-rule')).toHaveCount(1);
    await expect(page.locator('.standing-rule')).toContainText('方末晴 → 方未晴');
    await expect(page.locator('.standing-rule-counts')).toContainText('no place left to change');
    await writeFile(join(folder, '渡口_10.txt'), '清河桥通车\n\n方末晴昨天来到桥上，看大家高兴地走过去。\n');
    await expect(page.locator('.standing-rule-counts')).toContainText('1 place still to change', SLOWLY);
    await page.keyboard.press('e');
    await expect(page.getByRole('grid', { name: 'Every place' }).locator('.data-body del')).toHaveText('方末晴');
  });

  await test.step('the name is settled in the register too, until the change, which made the rule, is taken back: one step, and one to do it again', async () => {
    await page.keyboard.press('Alt+n');
    await page.keyboard.press('v');
    await expect(rows(page).first()).toContainText('one, by a standing rule');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.names .notice')).toContainText('No two spellings are settled yet');
    await expect.poll(() => findings(page)).toBe(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(rows(page).first()).toContainText('one, by a standing rule');
    await expect.poll(() => findings(page)).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('u'); // the rule alone: what was changed stays
    await expect(page.locator('.names .notice')).toContainText('No two spellings are settled yet');
  });
  expect(complaints).toEqual([]);
});
