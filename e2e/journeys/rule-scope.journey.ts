import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';

const PAGES = [
  ['清河晚报_20240518_03.txt', '东湖功园开了新门，功园里种了树。'],
  ['清河晚报_20240619_03.txt', '他立了功，园子里都听说了；老功园还在。'],
  ['渡口报_20240520_01.txt', '渡口边上的功园明天开门。'],
] as const;

test('a rule is narrowed to a newspaper, to days, and by wordings in which it is right: what it would change is counted anew; it is taken out and brought back', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const [file, text] of PAGES) await writeFile(join(folder, file), `${file.slice(4, 10)}新闻\n\n本报讯（记者 岑远）${text}\n`);
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByText('watching 3 files')).toBeVisible();
  const counts = page.locator('.standing-rule-counts');
  const head = page.locator('.standing-rule-name');
  const narrow = async (label: RegExp, value: string) => {
    await page.getByRole('textbox', { name: label }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(value);
    await page.keyboard.press('Tab');
  };

  await page.keyboard.press('Alt+u');
  await page.keyboard.press('n');
  await expect(page.locator('#concordance-read')).toBeFocused();
  await page.keyboard.insertText('功园');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('公园');
  await page.keyboard.press('Enter');
  await expect(page.locator('.concordance-counts')).toContainText('4 places');
  await page.getByRole('grid', { name: 'Every place' }).focus();
  await page.keyboard.press('m');
  await expect(counts).toContainText('4 places still to change');
  await expect(head).toContainText('all pages · suggests');

  await narrow(/^Newspaper/, '清河晚报');
  await expect(counts).toContainText('3 places still to change');
  await narrow(/^To/, '2024-05');
  await expect(counts).toContainText('2 places still to change');
  await expect(head).toContainText('清河晚报 · … – 2024-05');
  await narrow(/^To/, '');
  await expect(counts).toContainText('3 places still to change');
  await narrow(/^Except/, '老功园');
  await expect(counts).toContainText('2 places still to change');
  await narrow(/^To/, '2024-13-99x');
  await expect(page.getByRole('textbox', { name: /^To/ })).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('e');
  await expect(page.locator('.concordance-counts')).toContainText('2 places in 1 article on 1 page');
  await page.keyboard.press('Alt+u');
  await page.keyboard.press('Delete');
  await expect(page.locator('.standing-rule')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.standing-rule')).toHaveCount(1);
  await expect(head).toContainText('清河晚报');
  expect(complaints).toEqual([]);
});
