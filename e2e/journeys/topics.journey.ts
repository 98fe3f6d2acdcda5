import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { Library } from '../pages/library.ts';
import { folderOfPlaces, placePage } from '../pages/places.ts';
import { openByKeys } from '../pages/samples.ts';

const WATERS = 'id,broader,label_zh,label_en,note_zh\nw,,水系,waters,\nw1,w,河道,rivers,清淤与护岸\nw2,w,渡口,ferries,\nw2,,渡船,again,\nx,nowhere,无处,lost,\n';

test('a scheme is imported after a look at what it brings, written as SKOS, and taken back: by keyboard', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  const [file, out] = [join(home, 'waters.csv'), join(home, 'out.ttl')];
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), placePage('城东'));
  await writeFile(file, WATERS);
  const { page: window, complaints } = await launch({ dialogs: [folder, file, file, out] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  await expect(new Library(window).row('城东新书屋今天开门')).toBeVisible();
  await window.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Topics' }).press('Enter');
  await window.keyboard.press('i');
  const report = window.getByRole('form', { name: 'Import topics' });
  await expect(report).toContainText('3 new · 0 changed · 0 retired');
  await expect(report).toContainText('2 are refused:line 5 w2 its id occurs above it already');
  await expect(report).toContainText('line 6 x the topic it belongs to is nowhere');
  await window.screenshot({ path: test.info().outputPath('import.png') });
  await window.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
  await window.keyboard.press('i');
  await expect(report).toBeVisible();
  await report.getByRole('button', { name: 'Import' }).press('Enter');
  await expect(window.getByRole('heading', { name: /^waters/ })).toBeVisible();
  await expect(window.getByRole('main')).toContainText('ferries');
  await window.screenshot({ path: test.info().outputPath('schemes.png') });
  await window.getByRole('button', { name: 'Export… waters' }).press('Enter');
  await expect.poll(() => readFile(out, 'utf8').catch(() => '')).toContain('渡口');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByRole('heading', { name: /^waters/ })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('each form on Topics and Settings gives the keyboard back to where it was opened from, and Escape leaves every field: by keyboard', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home, ['城东']);
  const file = join(home, 'waters.csv');
  await writeFile(file, WATERS);
  const { page: window, complaints } = await launch({ dialogs: [folder, file, file] });
  await window.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  await expect(new Library(window).row('城东新书屋今天开门')).toBeVisible();
  await window.keyboard.press('Alt+4');
  const head = window.locator('.scheme-head').first();
  await expect(head).toBeVisible();
  const row = (name: string) => window.locator('.topic-row').filter({ hasText: name });
  const report = window.getByRole('form', { name: 'Import topics' });

  await test.step('a topic that is added leaves the keyboard in its field, for the next; Escape is back where one was', async () => {
    await window.keyboard.press('j');
    await expect(head).toBeFocused();
    await window.keyboard.press('n');
    for (const name of ['桥梁', '码头', '堤坝']) {
      await window.keyboard.insertText(name);
      await window.keyboard.press('Enter');
      await expect(row(name)).toBeVisible();
      await expect(window.locator('#new-topic')).toBeFocused();
      await expect(window.locator('#new-topic')).toHaveValue('');
    }
    await window.keyboard.press('Escape');
    await expect(head).toBeFocused();
  });

  await test.step('C changes, and Escape or Enter are back at the topic; R retires it and takes it up again', async () => {
    const field = window.locator('.renaming input').first();
    await window.keyboard.press('j');
    await window.keyboard.press('j');
    await expect(row('码头')).toBeFocused();
    await window.keyboard.press('c');
    await expect(field).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(row('码头').getByRole('button', { name: /^Change/ })).toBeFocused();
    await window.keyboard.press('c');
    await expect(field).toBeFocused();
    await window.keyboard.press('End');
    await window.keyboard.insertText('新');
    await window.keyboard.press('Enter');
    await expect(row('码头新').getByRole('button', { name: /^Change/ })).toBeFocused();
    await window.keyboard.press('r');
    await expect(row('码头新')).toHaveClass(/retired/);
    await window.keyboard.press('r');
    await expect(row('码头新')).not.toHaveClass(/retired/);
    await expect(row('码头新').locator(':focus')).toHaveCount(1);
    await window.keyboard.press('k');
    await expect(row('桥梁')).toBeFocused();
  });

  await test.step('N and Shift+N, then Escape: back on the topic, so that J goes on', async () => {
    for (const [key, field] of [['n', '#new-topic'], ['Shift+N', '#new-scheme']] as const) {
      await window.keyboard.press(key);
      await expect(window.locator(field)).toBeFocused();
      await window.keyboard.press('Escape');
      await expect(window.locator('.topic-row:focus'), key).toHaveCount(1);
    }
  });

  await test.step('the title of a scheme', async () => {
    const change = head.getByRole('button', { name: /^Change/ });
    await change.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: 'Chinese title' }).last()).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(change).toBeFocused();
    await window.keyboard.press('c');
    await window.keyboard.press('Enter');
    await expect(change).toBeFocused();
  });

  await test.step('an import that is left, and one that is done by Enter alone', async () => {
    const into = head.getByRole('button', { name: /^Import/ });
    await into.focus();
    await window.keyboard.press('Enter');
    await expect(report.getByRole('combobox', { name: 'Take into' })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(report).toHaveCount(0);
    await expect(into).toBeFocused();
    await window.keyboard.press('Shift+I');
    await expect(report.getByRole('combobox', { name: 'Take into' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(row('ferries')).toBeVisible();
    await expect(report).toHaveCount(0);
    await expect(into).toBeFocused();
  });

  await test.step('Settings: what is set leaves the keyboard in its field, Escape takes what was written back and leaves', async () => {
    await window.keyboard.press('Alt+0');
    for (const [name, text] of [['Name of the editor', 'Lin'], ['Newspaper, date and page from the file name', '_*']] as const) {
      const field = window.getByRole('textbox', { name });
      await field.focus();
      await window.keyboard.press('End');
      await window.keyboard.insertText(text);
      const written = await field.inputValue();
      await window.keyboard.press('Tab');
      await expect(window.getByRole('button', { name: 'Set' }).and(window.locator(':focus'))).toHaveCount(1);
      await window.keyboard.press('Enter');
      await expect(field).toBeFocused();
      await expect(window.locator('.toast')).toContainText('Settings');
      await expect(field).toHaveValue(written);
      await window.keyboard.insertText('x');
      await window.keyboard.press('Escape');
      await expect(window.getByRole('main')).toBeFocused();
      await expect(field).toHaveValue(written);
    }
  });

  await test.step('History: what narrows it gives the keyboard to the list', async () => {
    await window.keyboard.press('Alt+6');
    const history = window.getByRole('grid', { name: 'History' });
    await expect(history).toBeFocused();
    for (const key of ['Enter', 'Escape']) {
      await window.keyboard.press('f');
      await expect(window.locator('#history-page')).toBeFocused();
      await window.keyboard.press(key);
      await expect(history, key).toBeFocused();
    }
  });
  expect(complaints).toEqual([]);
});

test('several topics are given in one go; what was tagged before is suggested first, with its reason: by keyboard', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home, ['城东', '城西', '城南', '城北']);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  const library = new Library(window);
  await expect(library.row('城东新书屋今天开门')).toBeVisible();
  await library.row('城西新书屋今天开门').dblclick();
  const desk = new Desk(window);
  await desk.select('城西新书屋今天开门');
  await window.keyboard.press('t');
  const field = window.getByRole('combobox', { name: 'Topic, in Chinese or English' });
  await window.keyboard.insertText('艺术与演艺');
  await window.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  await window.keyboard.insertText('mass media');
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await desk.stored('城西.txt')).tree.articles[0]?.topics.map(({ id }) => id)).toEqual(['medtop:20000002', 'medtop:20000045']);
  await window.keyboard.insertText('mass media');
  await window.screenshot({ path: test.info().outputPath('chooser.png') });
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await desk.stored('城西.txt')).tree.articles[0]?.topics.map(({ id }) => id)).toEqual(['medtop:20000002']);
  await window.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  const tag = async (headline: string, topic: string) => {
    await desk.select(headline);
    await window.keyboard.press('t');
    await window.keyboard.insertText(topic);
    await window.keyboard.press('Enter');
    await window.keyboard.press('Escape');
  };
  await tag('渡口明起停航三天', 'chanyebumen'); // 产业部门
  await expect.poll(async () => (await desk.stored('城西.txt')).tree.articles[1]?.topics.length).toBe(1);
  for (const place of ['城南', '城北']) {
    await library.go();
    await library.row(`${place}新书屋今天开门`).dblclick();
    await tag(`${place}新书屋今天开门`, '艺术与演艺');
    await tag('渡口明起停航三天', 'chanyebm');
    await expect.poll(async () => (await desk.stored(`${place}.txt`)).tree.articles.map(({ topics }) => topics.length)).toEqual([1, 1]);
  }
  await library.go();
  await library.row('城东新书屋今天开门').dblclick();
  await desk.select('城东新书屋今天开门');
  await window.keyboard.press('t');
  await expect(window.getByRole('option').first()).toContainText('in 3 of 3 with this topic');
  await window.screenshot({ path: test.info().outputPath('suggested.png') });
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await desk.stored('城东.txt')).tree.articles[0]?.topics).toMatchObject([{ id: 'medtop:20000002' }]);
  expect(complaints).toEqual([]);
});

test('all rows of a filtered table are tagged at once, after their number is told, and it is one step to take back: by keyboard', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).click();
  const library = new Library(window);
  await expect(library.row('城南新书屋今天开门')).toBeVisible();
  await library.row('城东新书屋今天开门').click();
  await window.keyboard.press('3'); // education, for one of them
  await expect(library.row('城东新书屋今天开门')).toContainText('education');
  await window.keyboard.press('/');
  await window.keyboard.insertText('书屋');
  await expect(library.row('渡口明起停航三天')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await library.row('城西新书屋今天开门').click();
  await window.keyboard.press('ControlOrMeta+a');
  await window.keyboard.press('t');
  await window.keyboard.insertText('教育');
  await expect(window.getByRole('status').filter({ hasText: 'Of 3' })).toHaveText('Of 3: 2 will change, 1 have it already; 0 have a narrower one');
  await window.screenshot({ path: test.info().outputPath('bulk.png') });
  await window.keyboard.press('Enter');
  for (const place of ['城东', '城西', '城南']) await expect(library.row(`${place}新书屋今天开门`)).toContainText('education');
  await window.keyboard.press('Escape'); // it stays open for the next topic
  await window.keyboard.press('ControlOrMeta+z');
  await expect(library.row('城南新书屋今天开门')).not.toContainText('education');
  await expect(library.row('城东新书屋今天开门')).toContainText('education');
  expect(complaints).toEqual([]);
});

test('in the Desk’s open list of topics, Ctrl+Z takes the last tag back where one is, letters it leaves to the line, and what is no tag it takes back in the text', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home, ['城东']);
  const { page: window, complaints } = await launch({ dialogs: [folder] });
  await window.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  await expect(new Library(window).row('城东新书屋今天开门')).toBeVisible();
  const desk = await openByKeys(window, '城东新书屋今天开门');
  const here = window.locator('[data-passage][aria-current=true]');
  await expect(here).toBeFocused();
  const topics = async () => (await desk.stored('城东.txt')).tree.articles.map((article) => article.topics.map(({ id }) => id));
  const field = window.getByRole('combobox', { name: 'Topic, in Chinese or English' });
  const give = async (topic: string) => {
    await window.keyboard.insertText(topic);
    await window.keyboard.press('Enter');
    await expect(field).toHaveValue('');
  };
  const [culture, media] = ['medtop:20000002', 'medtop:20000045'];

  await window.keyboard.press('j');
  const passage = (await here.getAttribute('data-passage')) ?? '';
  await window.keyboard.press('r');
  await window.keyboard.press('c');
  const role = async () => (await desk.stored('城东.txt')).tree.articles[0]?.passages.find(({ id }) => id === passage)?.role;
  await expect.poll(role).toBe('caption');
  await window.keyboard.press('t');
  await give('艺术与演艺');
  await give('mass media');
  await expect.poll(topics).toEqual([[culture, media], []]);

  await test.step('with nothing typed, the last tag goes, and comes again; the list, the passage and the keyboard stay', async () => {
    await window.keyboard.press('ControlOrMeta+z');
    await expect.poll(topics).toEqual([[culture], []]);
    await expect(field).toBeFocused();
    await expect(here).toHaveAttribute('data-passage', passage);
    await window.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(topics).toEqual([[culture, media], []]);
    await expect(field).toBeFocused();
    await window.keyboard.press('ControlOrMeta+z');
    await expect.poll(topics).toEqual([[culture], []]);
  });

  await test.step('letters that are typed are the line’s', async () => {
    await window.keyboard.type('mass');
    await window.keyboard.press('ControlOrMeta+z');
    await expect(field).not.toHaveValue('mass');
    expect(await topics()).toEqual([[culture], []]);
    await window.keyboard.press('ControlOrMeta+a');
    await window.keyboard.press('Delete');
  });

  await test.step('the next tag goes on the same article; behind the tags, the role is taken back, in the text', async () => {
    await give('mass media');
    await expect.poll(topics).toEqual([[culture, media], []]);
    await window.keyboard.press('ControlOrMeta+z');
    await window.keyboard.press('ControlOrMeta+z');
    await expect.poll(topics).toEqual([[], []]);
    await expect(field).toBeFocused();
    await window.keyboard.press('ControlOrMeta+z');
    await expect(field).toHaveCount(0);
    await expect.poll(role).not.toBe('caption');
    await expect(here).toBeFocused();
    await window.keyboard.press('t');
    await window.keyboard.press('ControlOrMeta+z'); // nothing is left to take back
    await expect(field).toBeFocused();
    await expect(window.locator('.toast')).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
