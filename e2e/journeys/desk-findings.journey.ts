import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WORDS = '班长裴大勇';
const FILE = '清河晚报_20240518_03.txt';

test('what the checks find is underlined, gone through, mended and dismissed by key, and stays dismissed', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const drawn = (name: string) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).toSorted(), name);
  const own = async () => (await drawn('finding')).filter((text) => ['，，', ',', '（'].includes(text));
  const tab = page.getByRole('tab', { name: /^Findings/ });

  await test.step('they are found while one types, in the text that is being written', async () => {
    await desk.writeBehind(WORDS);
    await page.keyboard.insertText('，，,');
    await expect.poll(own).toEqual([',', '，，']);
    await page.keyboard.press('Backspace');
    expect(await own()).toEqual(['，，']); // at once: no underline flickers while one types
    await desk.leaveText();
    expect(await own()).toEqual(['，，']);
    await desk.writeBehind('今年全市要疏通');
    await page.keyboard.insertText('（');
    await desk.leaveText();
    await expect.poll(own).toEqual(['（', '，，']);
    await expect(desk.passage(WORDS).getByRole('img', { name: '1 finding' })).toBeVisible();
  });

  await test.step('F and Shift+F go through the page, and the list shows where one is', async () => {
    await desk.select('本报讯（记者 沈若川）');
    await page.keyboard.press('f');
    await page.keyboard.press('w');
    await expect(desk.passage(WORDS)).toHaveAttribute('aria-current', 'true');
    expect(await drawn('finding-here')).toEqual(['，，']);
    await page.keyboard.press('f');
    expect(await drawn('finding-here')).toEqual(['（']);
    await expect(page.locator('.findings .here')).toContainText('is not closed');
    await page.keyboard.press('Shift+F');
    expect(await drawn('finding-here')).toEqual(['，，']);
  });

  await test.step('what is found stands between the lines above it, and is gone where text is written', async () => {
    const note = page.locator('.finding-note');
    await expect(note).toContainText('stands twice');
    const above = () => page.evaluate(() => {
      const [range] = CSS.highlights.get('finding-here') ?? [];
      const text = range instanceof Range ? range.getBoundingClientRect() : new DOMRect();
      return Math.abs(document.querySelector('.finding-note')!.getBoundingClientRect().bottom - text.top);
    });
    await expect.poll(above).toBeLessThan(4);
    const width = () => desk.passage(WORDS).evaluate((passage) => passage.getBoundingClientRect().width);
    const before = await width();
    await page.getByRole('separator').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).not.toBe(before);
    await expect.poll(above).toBeLessThan(4); // another width, another line: placed anew with the next frame
    await desk.passage(WORDS).focus();
    await page.keyboard.press('Enter');
    await expect(note).toHaveCount(0);
    await desk.leaveText();
    await page.keyboard.press('f');
    await expect(note).toContainText('stands twice');
  });

  await test.step('A mends it and goes on, X dismisses it; each is one step back', async () => {
    await page.keyboard.press('a');
    await expect(desk.passage(WORDS).locator('ins')).toHaveText('，');
    expect(await drawn('finding-here')).toEqual(['（']);
    await page.keyboard.press('x');
    await expect.poll(own).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(own).toEqual(['（']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(own).toEqual([]);
    await expect.poll(async () => (await desk.stored(FILE)).settled.map(({ kind, verdict }) => `${kind} ${verdict}`)).toContain('finding wrong');
  });

  await test.step('nothing that is found stands as printed; the dismissed one is gone when the page is opened again', async () => {
    await expect(tab).toBeVisible();
    await page.getByRole('radio', { name: 'As printed' }).click();
    await expect.poll(() => drawn('finding')).toEqual([]);
    await page.getByRole('radio', { name: 'Marked-up' }).click();
    await page.reload();
    await Desk.openSample(page, '雨前清淤忙', WORDS);
    expect(await own()).toEqual([]);
  });
  expect(complaints).toEqual([]);
});

test('all of a kind are answered with one key, which goes on to the next like its siblings; the list says which article each is in', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const here = () => page.evaluate(() => [...(CSS.highlights.get('finding-here') ?? [])].map(String));
  const type = async (behind: string, text: string) => {
    await desk.writeBehind(behind);
    await page.keyboard.insertText(text);
    await desk.leaveText();
  };
  await type('本报讯（记者 沈若川）', '，，');
  await type(WORDS, '，，');
  await type('今年全市要疏通', '（');

  await test.step('the list names the article', async () => {
    await page.getByRole('tab', { name: /^Findings/ }).click();
    const group = page.locator('.findings-of').filter({ hasText: '，，' });
    await expect(group).toHaveCount(1);
    await expect(group.getByRole('heading')).toContainText('雨前清淤忙');
    await expect(group.locator('li')).toHaveCount(3);
  });

  await test.step('Alt+A mends both and goes to what is left', async () => {
    await desk.select('本报讯（记者 沈若川）');
    await page.keyboard.press('f');
    await expect.poll(here).toEqual(['，，']);
    await page.keyboard.press('Alt+a');
    await expect(desk.passage(WORDS).locator('ins')).toHaveText('，');
    await expect.poll(here).toEqual(['（']);
    await expect(desk.passage('今年全市要疏通')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('Alt+D dismisses all of its kind; the last of them leaves the cursor where it is', async () => {
    await page.keyboard.press('Control+z');
    await desk.select('本报讯（记者 沈若川）');
    await page.keyboard.press('f');
    await expect.poll(here).toEqual(['，，']);
    await page.keyboard.press('Alt+d');
    await expect.poll(here).toEqual(['（']);
    await expect(page.locator('.findings .here')).toContainText('is not closed');
    await page.keyboard.press('Alt+d');
    await expect.poll(here).toEqual([]);
    await expect(desk.passage('今年全市要疏通')).toHaveAttribute('aria-current', 'true');
  });
  expect(complaints).toEqual([]);
});
