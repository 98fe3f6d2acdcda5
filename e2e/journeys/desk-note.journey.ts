import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const FILE = '清河晚报_20240622_03.txt';

test('a note is kept while it is written; what is taken back and done again is read in its field at once, and what is written then goes on from there: by keys alone', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, '楼顶上的菜园子该不该拆');
  const here = page.locator('[data-passage][aria-current=true]');
  await expect(here).toBeFocused();
  const passage = await here.getAttribute('data-passage');
  const note = async () => (await desk.stored(FILE)).tree.articles.find(({ passages }) => passages.some(({ id }) => id === passage))?.note;
  const field = page.getByRole('textbox', { name: /^Note on article/ });

  await page.keyboard.press('n');
  await expect(field).toBeFocused();
  await page.keyboard.type('check the names');
  await expect.poll(note).toBe('check the names');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue('');
  await expect.poll(note).toBe('');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(field).toHaveValue('check the names');
  await expect.poll(note).toBe('check the names');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue('');
  await page.keyboard.type('again');
  await expect(field).toHaveValue('again');
  await expect.poll(note).toBe('again');

  await page.keyboard.type(', at once');
  await page.keyboard.press('ControlOrMeta+z'); // before it was kept by itself
  await expect(field).not.toHaveValue(/at once/);
  await expect.poll(note).not.toContain('at once');
  await page.keyboard.press('Escape');
  await expect(here).toBeFocused();
  expect(complaints).toEqual([]);
});
