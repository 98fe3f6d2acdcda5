import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { placePage } from '../pages/places.ts';

test('the queue chosen in a project is worked again when one comes back to it from another, and after a restart', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, '城东.txt'), placePage('城东'));
  const { page, quit } = await launch({ dialogs: [folder] });
  const bar = page.getByRole('region', { name: 'Queue' });
  const open = (name: 'openSamples' | 'openFolder', file: string) => test.step(name, async () => {
    await page.evaluate((call) => window.stet.calls[`project.${call}`]({}), name);
    await expect(async () => void (await new Desk(page).stored(file))).toPass();
  });

  await open('openSamples', '清河晚报_20240706_02.txt');
  await page.keyboard.press('/');
  await page.keyboard.insertText('河');
  await expect(page.locator('.filter-bar')).toContainText('Save as queue');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.insertText('River');
  await page.keyboard.press('Enter');
  await expect(page.locator('.facet').filter({ hasText: 'River' })).toHaveAttribute('aria-pressed', 'true');

  await open('openFolder', '城东.txt');
  await page.keyboard.press('Alt+2');
  await expect(bar).toContainText('Queue: By risk');
  await page.keyboard.press('q');
  await page.keyboard.insertText('folder');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('Queue: By folder');

  await open('openSamples', '清河晚报_20240706_02.txt');
  await page.keyboard.press('Alt+2');
  await expect(bar).toContainText('Queue: River');
  await quit();

  const again = await launch({ dialogs: [folder] });
  await again.page.keyboard.press('Alt+2');
  await expect(again.page.getByRole('region', { name: 'Queue' })).toContainText('Queue: River');
  await again.page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await again.page.keyboard.press('Alt+2');
  await expect(again.page.getByRole('region', { name: 'Queue' })).toContainText('Queue: By folder');
});
