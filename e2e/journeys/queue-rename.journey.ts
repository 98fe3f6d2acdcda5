import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

test('a saved queue is renamed in its place, in the list of queues and in the Library; a name that is taken is refused in a sentence; it can be taken back', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect(async () => void (await new Desk(page).stored('清河晚报_20240706_02.txt'))).toPass();
  for (const name of ['Dispatches', 'River']) {
    await page.keyboard.press('/');
    await page.keyboard.insertText('河');
    await expect(page.locator('.filter-bar')).toContainText('Save as queue');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+d');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.insertText(name);
    await page.keyboard.press('Enter');
    await expect(page.locator('.facet').filter({ hasText: name })).toBeVisible();
    await page.keyboard.press('Shift+F');
  }

  await page.keyboard.press('q');
  await page.keyboard.insertText('River');
  const option = (name: string) => page.getByRole('option', { name: new RegExp(name) });
  await expect(option('River')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Name of the queue “River”' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('River');
  await page.keyboard.insertText('dispatches');
  await expect(page.getByRole('alert')).toHaveText('There is another queue called “dispatches”. Choose another name.');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(option('River')).toBeVisible();
  await expect(page.getByRole('combobox')).toBeFocused();

  await page.keyboard.press('F2');
  await page.keyboard.insertText('By risk');
  await expect(page.getByRole('alert')).toContainText('“By risk”');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Along the river');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText('“River” is called “Along the river” now.');
  await page.keyboard.press('Escape');
  const facet = page.locator('.facet').filter({ hasText: 'Along the river' });
  await expect(facet).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.facet').filter({ hasText: /^River/ })).toBeVisible();

  await page.locator('.facet').filter({ hasText: /^River/ }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.insertText('渡口');
  await page.keyboard.press('Enter');
  await expect(page.locator('.facet').filter({ hasText: '渡口' })).toBeFocused();
  expect(complaints).toEqual([]);
});
