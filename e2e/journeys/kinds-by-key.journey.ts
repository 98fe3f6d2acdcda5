import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { placePage } from '../pages/places.ts';

const t = createTranslator('en');

test('the kinds of files are shown by key, each with what belongs to it, and gone through by key', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'whole.txt'), placePage('城东'));
  await writeFile(join(folder, 'gone.txt'), placePage('城西'));
  await writeFile(join(folder, 'empty.txt'), '');
  // Bytes that are text in both of two encodings, and no words in either.
  await writeFile(join(folder, 'doubtful.txt'), Buffer.from('d1a7cfb0', 'hex'));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').filter({ hasText: '城西新书屋今天开门' })).toBeVisible();
  await rm(join(folder, 'gone.txt'));
  await page.keyboard.press('Alt+8');
  const files = page.getByRole('grid', { name: t('library.files') });
  const row = (name: string) => files.getByRole('row').filter({ hasText: name });
  await expect(row('gone.txt')).toContainText(/gone|missing|not there/i);

  const shown = async () => (await files.getByRole('row').allTextContents()).flatMap((text) => text.match(/\w+\.txt/) ?? []).toSorted();
  const listed = async (only: 'all' | 'problems' | 'ask' | 'missing') => page.evaluate(async (set) => {
    const answer = await window.stet.calls['files.list']({ offset: 0, limit: 50, only: set });
    return answer.ok ? answer.value.files.map(({ path }) => path).toSorted() : [];
  }, only);
  const pressed = () => page.locator('.filter-bar [aria-pressed=true]').allTextContents();

  const sets = [['n', 'problems'], ['e', 'ask'], ['m', 'missing'], ['a', 'all']] as const;
  for (const [letter, set] of sets) {
    await page.keyboard.press('s');
    await page.keyboard.press(letter);
    await expect.poll(async () => (await pressed()).map((text) => text.startsWith(t(`files.set.${set}`)))).toEqual([true]);
    const expected = await listed(set);
    if (expected.length > 0) await expect.poll(shown).toEqual(expected);
    else await expect(page.getByText(t(`files.none.${set}`))).toBeVisible();
  }
  expect(await listed('problems')).toContain('empty.txt');
  expect(await listed('ask')).toEqual(['doubtful.txt']);
  expect(await listed('missing')).toEqual(['gone.txt']);
  expect((await listed('all')).length).toBe(4);

  await test.step('the rows are gone through by key, and a page is opened from its file; one without a page is not', async () => {
    const here = async () => (await files.locator('.data-row.current').textContent())?.match(/\w+\.txt/)?.[0];
    const order = (await files.getByRole('row').allTextContents()).flatMap((text) => text.match(/\w+\.txt/) ?? []);
    for (const name of order) {
      await page.keyboard.press('j');
      await expect.poll(here).toBe(name);
    }
    await page.keyboard.press('Home');
    await expect.poll(here).toBe(order[0]);
    for (let step = order.indexOf('empty.txt'); step > 0; step -= 1) await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe('empty.txt');
    await page.keyboard.press('Enter');
    await expect(files).toBeVisible();
    await page.keyboard.press('Home');
    for (let step = order.indexOf('whole.txt'); step > 0; step -= 1) await page.keyboard.press('j');
    await expect.poll(here).toBe('whole.txt');
    await page.keyboard.press('Enter');
    await expect(new Desk(page).passage('城东新书屋今天开门')).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(here).toBe('whole.txt');
  });
  expect(complaints).toEqual([]);
});

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

test('all findings of one kind are mended or dismissed by a key, as one step; those of another kind stay', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const drawn = (name: string) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).toSorted(), name);
  const own = async () => (await drawn('finding')).filter((text) => ['，，', '。。', '（'].includes(text));
  const settled = async () => (await desk.stored(FILE)).settled.filter(({ kind }) => kind === 'finding').length;
  const goToOwn = async (sign: string) => {
    for (let left = 40; (await drawn('finding-here'))[0] !== sign; left -= 1) {
      expect(left).toBeGreaterThan(0);
      await page.keyboard.press('f');
    }
  };
  for (const [before, typed] of [[WORDS, '，，'], ['今年全市要疏通', '（'], ['先把气体', '，，']] as const) {
    await desk.writeBehind(before);
    await page.keyboard.insertText(typed);
    await desk.leaveText();
  }
  await expect.poll(own).toEqual(['（', '，，', '，，']);

  await test.step('Alt+D dismisses them all; one step back brings them all again', async () => {
    await goToOwn('，，');
    await page.keyboard.press('Alt+d');
    await expect.poll(own).toEqual(['（']);
    await expect.poll(settled).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(own).toEqual(['（', '，，', '，，']);
    await expect.poll(settled).toBe(0);
  });

  await test.step('Alt+A mends them all, as one step', async () => {
    await desk.select('本报讯（记者 沈若川）');
    await goToOwn('，，');
    const { version } = await desk.stored(FILE);
    await page.keyboard.press('Alt+a');
    await expect.poll(own).toEqual(['（']);
    await expect(desk.passage(WORDS).locator('ins')).toHaveText(['，', '，']);
    await expect.poll(async () => (await desk.stored(FILE)).version).toBe(version + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(own).toEqual(['（', '，，', '，，']);
  });

  await test.step('what suggests no change is not mended by it', async () => {
    await desk.select('本报讯（记者 沈若川）');
    await goToOwn('（');
    const { version } = await desk.stored(FILE);
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('Alt+d');
    await expect.poll(own).toEqual(['，，', '，，']);
    await expect.poll(async () => (await desk.stored(FILE)).version).toBe(version + 1);
  });
  expect(complaints).toEqual([]);
});
