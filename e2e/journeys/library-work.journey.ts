import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { Library } from '../pages/library.ts';
import { folderOfPlaces, placePage } from '../pages/places.ts';

test('many pages are dated at once, and it is one step to take back', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  const library = new Library(window);
  await library.row('城南新书屋今天开门').click();
  await window.keyboard.press('ControlOrMeta+a');
  await window.keyboard.press('d');
  await window.getByRole('textbox', { name: 'Newspaper' }).fill('清河晚报');
  await window.getByRole('textbox', { name: 'Date' }).fill('1987-03-02');
  await window.getByRole('button', { name: 'Set', exact: true }).click();
  for (const place of ['城东', '城西', '城南']) await expect(library.row(`${place}新书屋今天开门`)).toContainText('1987-03-02');
  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+z');
  for (const place of ['城东', '城西', '城南']) await expect(library.row(`${place}新书屋今天开门`)).not.toContainText('1987-03-02');
  expect(complaints).toEqual([]);
});

test('what was assumed of a file is shown and can be changed; a large file is read when asked', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  // 书屋 in GB18030: the shortest of pages, whose bytes are as good in Big5.
  await writeFile(join(folder, 'short.txt'), Buffer.from('cae9ceddbfaac3c5', 'hex'));
  await writeFile(join(folder, 'huge.txt'), `${placePage('城东')}\n${'\n'.repeat(33 * 1024 * 1024)}`);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  await window.getByRole('button', { name: /^All files/ }).click();
  const encoding = window.getByRole('combobox', { name: 'Encoding of short.txt' });
  await expect(encoding).toBeVisible();
  const assumed = await encoding.inputValue();
  const other = assumed === 'gb18030' ? 'big5' : 'gb18030';
  await encoding.selectOption(other);
  await expect(window.getByRole('row').filter({ hasText: 'short.txt' })).toContainText('set by hand');
  const stored = await new Desk(window).stored('short.txt');
  expect(stored.files[0]).toMatchObject({ encoding: other, encodingOrigin: 'person' });
  await window.getByRole('button', { name: 'Read it' }).click();
  await expect(window.getByRole('row').filter({ hasText: 'huge.txt' })).toContainText('Read');
  await new Library(window).go();
  await window.getByRole('button', { name: /^All articles/ }).click();
  await expect(new Library(window).row('城东新书屋今天开门')).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a topic of the user's own is added, renamed, retired, and tags by name", async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), placePage('城东'));
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  const row = new Library(window).row('城东新书屋今天开门');
  await expect(row).toBeVisible();
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Topics' }).click();
  await window.getByRole('textbox', { name: 'English name' }).fill('reading rooms');
  await window.getByRole('textbox', { name: 'Chinese name' }).fill('书屋');
  await window.getByRole('button', { name: /^Add(?! a)/ }).click();
  await expect(window.getByRole('main')).toContainText('reading rooms');
  await new Library(window).go();
  await row.dblclick();
  await new Desk(window).select('城东新书屋今天开门');
  await window.keyboard.press('t');
  await window.keyboard.insertText('书屋');
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await new Desk(window).stored('one.txt')).tree.articles[0]?.topics).toMatchObject([{ scheme: 'own' }]);
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Topics' }).click();
  await window.locator('.topic-row').getByRole('button', { name: /^Change/ }).click();
  await window.getByRole('textbox', { name: 'English name' }).last().fill('libraries');
  await window.getByRole('button', { name: 'Keep' }).click();
  await expect(window.getByRole('main')).toContainText('libraries');
  await window.locator('.topic-row').getByRole('button', { name: /^Retire/ }).click();
  await expect(window.getByRole('button', { name: 'Use again' })).toBeVisible();
  expect((await new Desk(window).stored('one.txt')).tree.articles[0]?.topics).toHaveLength(1); // an article keeps what it was tagged with
  expect(complaints).toEqual([]);
});

test('a passage is dragged to another place with the mouse, and taken back', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), placePage('城东'));
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  await new Library(window).row('城东新书屋今天开门').dblclick();
  const desk = new Desk(window);
  await desk.select('门口排起了队');
  const before = await desk.stored('one.txt');
  const from = await desk.passage('门口排起了队').locator('button').first().boundingBox();
  const to = await desk.passage('过河请走大桥').boundingBox();
  if (!from || !to) throw new Error('the passages are on the screen');
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 6 });
  await window.mouse.move(to.x + 40, to.y + to.height - 3, { steps: 4 });
  await window.mouse.up();
  await expect.poll(async () => (await desk.stored('one.txt')).version).toBeGreaterThan(before.version);
  await window.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await desk.stored('one.txt')).tree).toEqual(before.tree);
  expect(complaints).toEqual([]);
});

test('where a search finds nothing, Escape leaves its field all the same: the next key is a command; in the history too', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  const library = new Library(window);
  await expect(library.row('城南新书屋今天开门')).toBeVisible();
  await window.keyboard.press('/');
  await window.keyboard.insertText('没有这样的稿件');
  await expect(window.getByText('No article matches')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Shift+F');
  await expect(library.row('城南新书屋今天开门')).toBeVisible();

  await window.keyboard.press('f');
  await window.keyboard.insertText('没有');
  await expect(window.getByText('No article matches')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Shift+F');
  await expect(library.row('城南新书屋今天开门')).toBeVisible();

  await library.row('城南新书屋今天开门').click();
  await window.keyboard.press('1');
  await window.keyboard.press('Alt+6');
  await expect(window.getByRole('row').filter({ hasText: 'Topics set' })).toBeVisible();
  await window.keyboard.press('f');
  await window.keyboard.insertText('xyz');
  await expect(window.getByText('No entry is like that.')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('grid', { name: 'History' })).toBeVisible();
  expect(complaints).toEqual([]);
});
