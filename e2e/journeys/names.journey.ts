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
  const { page, complaints } = await launch({ dialogs: [await folderOfFerries(home)] });
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
    await expect(rows(page).first()).toContainText('right as it is');
    await page.keyboard.press('Control+z');
    await expect.poll(() => findings(page)).toBe(2);
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
    await page.keyboard.press('Shift+A');
    await expect(page.locator('.toast')).toContainText('1 place changed on 1 page');
    await expect.poll(() => findings(page), SLOWLY).toBe(1);
  });
  expect(complaints).toEqual([]);
});
