import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WORDS = '班长裴大勇';

test('words are looked for over the whole page, from the text as well, and Escape returns to where one was', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const field = page.getByRole('search').getByRole('textbox');
  const count = page.locator('.find-count > [aria-hidden]');
  const drawn = (name: string) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);

  const texts = () => page.evaluate(() => Array.from(document.querySelectorAll('.passage-text'), ({ outerHTML }) => outerHTML).join());

  await test.step('hits are counted and drawn at once, of any width and case, and the page is not drawn anew', async () => {
    await desk.select(WORDS);
    const before = await texts();
    await page.keyboard.press('Control+f');
    await expect(field).toBeFocused();
    await page.keyboard.insertText('沈若川）');
    await expect(count).toHaveText('1 / 1');
    await field.fill('(记者');
    await expect(count).toHaveText(/^\d+ \/ [2-9]$/);
    const hits = await drawn('found');
    expect(hits.length).toBeGreaterThan(1);
    expect(new Set(hits)).toEqual(new Set(['（记者']));
    expect(await drawn('found-here')).toEqual(['（记者']);
    expect((await texts()) === before).toBe(true);
  });

  await test.step('Enter and F3 go on, with Shift back, and round', async () => {
    const total = Number((await count.textContent())?.split('/')[1]);
    const at = Number((await count.textContent())?.split('/')[0]);
    await page.keyboard.press('Enter');
    await expect(count).toHaveText(`${(at % total) + 1} / ${total}`);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+F3');
    await expect(count).toHaveText(`${((at - 2 + total) % total) + 1} / ${total}`);
    await page.keyboard.press('F3');
    await expect(count).toHaveText(`${at} / ${total}`);
  });

  await test.step('Escape returns to the passage one was at', async () => {
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    expect(await drawn('found')).toEqual([]);
    await expect(desk.passage(WORDS)).toBeFocused();
  });

  await test.step('from the text, and back to the caret', async () => {
    await desk.writeBehind(WORDS);
    await page.keyboard.press('Control+f');
    await field.fill('积水');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(desk.editor).toBeFocused();
    await page.keyboard.insertText('甲');
    await expect(desk.editor).toContainText(`${WORDS}甲`);
    await page.keyboard.press('Control+z');
  });

  await test.step('F3 in the text marks the hit in it, over a seam, and it can be typed over', async () => {
    await page.keyboard.press('Control+f');
    await field.fill('没过脚踝');
    await page.keyboard.press('ArrowDown');
    await expect(desk.passage('没过脚')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(desk.editor).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString().replaceAll('⌇', '').replaceAll('\n', ''))).toBe('没过脚踝');
    await page.keyboard.press('Control+f');
    await field.fill('井盖');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F3');
    await expect(desk.editor).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('井盖');
    await page.keyboard.insertText('盖子');
    await expect(desk.editor.locator('ins')).toHaveText('盖子');
    await expect(desk.editor.locator('del')).toHaveText('井盖');
  });

  await test.step('Undo in the field is the field’s own', async () => {
    await page.keyboard.press('Control+f');
    await field.fill('夜里');
    await page.keyboard.press('Control+z');
    await expect(desk.editor.locator('ins')).toHaveText('盖子');
  });
  expect(complaints).toEqual([]);
});
