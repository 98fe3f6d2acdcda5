import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

test('an old correction is found in the history, looked at and taken back alone by key; what depends on one is shown and goes with it', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const untouched = await desk.stored(FILE);
  const id = (await desk.passage(WORDS).getAttribute('data-passage')) ?? '';
  const stored = async () => {
    const { tree } = await desk.stored(FILE);
    const article = tree.articles.find(({ passages }) => passages.some((passage) => passage.id === id));
    return { status: article?.status, note: article?.note, added: article?.passages.find((passage) => passage.id === id)?.pieces.filter(({ kind }) => kind === 'added').length };
  };
  const entries = page.locator('.entries');
  const entry = (name: string) => entries.getByRole('button', { name: new RegExp(`^${name}`) });

  await test.step('a word is mended, and its article marked as a problem', async () => {
    await desk.writeBehind(WORDS);
    await page.keyboard.insertText('新');
    await desk.leaveText();
    await expect.poll(stored).toMatchObject({ status: 'in-work', added: 1 });
    await page.evaluate(async ([passage]) => {
      const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: { text: '雨前清淤忙' }, sort: [] });
      const row = rows.ok ? rows.value.rows[0] : undefined;
      if (row) await window.stet.calls['library.setStatus']({ once: `journey-${passage}`, selection: { articles: [row.article] }, status: 'problem' });
    }, [id] as const);
    await expect.poll(stored).toMatchObject({ status: 'problem', added: 1 });
  });

  await test.step('the history tells what each did, before and after', async () => {
    await page.keyboard.press('h');
    await expect(entry('Text edited')).toBeVisible();
    await entry('Status changed').focus();
    await page.keyboard.press('ArrowDown');
    await expect(entry('Text edited')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.entry-look ins').first()).toContainText(`${WORDS}新`);
    await expect(page.locator('.entry-look .dependents')).toHaveCount(0);
  });

  await test.step('Backspace takes it back from under what came later', async () => {
    await page.keyboard.press('Backspace');
    await expect.poll(stored).toMatchObject({ status: 'problem', added: 0 });
    await expect(entries.getByRole('button', { name: /^Undo: Text edited/ })).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect.poll(stored).toMatchObject({ status: 'problem', added: 1 });
  });

  await test.step('where something depends on an entry, Backspace shows what, and nothing is taken back', async () => {
    await desk.writeBehind(`${WORDS}新`);
    await page.keyboard.insertText('的');
    await desk.leaveText();
    await expect.poll(() => entries.getByRole('button', { name: /^Text edited/ }).count()).toBe(2);
    await entries.getByRole('button', { name: /^Text edited/ }).last().focus();
    await page.keyboard.press('Backspace');
    await expect(page.locator('.entry-look .dependents li')).toHaveText(['Text edited']);
    await page.getByRole('button', { name: 'Take back with the one that depends on it' }).press('Enter');
    await expect.poll(stored).toMatchObject({ status: 'problem', added: 0 });
  });

  await test.step('and the page is as it was but for the status', async () => {
    const { tree } = await desk.stored(FILE);
    const bare = (of: typeof tree) => of.articles.map(({ passages }) => passages);
    expect(bare(tree)).toEqual(bare(untouched.tree));
  });
  expect(complaints).toEqual([]);
});

test('an old correction under hundreds of newer entries is gone to by keys in the Desk’s own list, and taken back', async ({ launch }) => {
  const NEWER = 430;
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const id = (await desk.passage(WORDS).getAttribute('data-passage')) ?? '';
  const added = async () => {
    const { tree } = await desk.stored(FILE);
    return tree.articles.flatMap(({ passages }) => passages).find((passage) => passage.id === id)?.pieces.filter(({ kind }) => kind === 'added').length;
  };
  await desk.writeBehind(WORDS);
  await page.keyboard.insertText('新');
  await desk.leaveText();
  await expect.poll(added).toBe(1);
  await page.evaluate(async (count) => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: { text: '雨前清淤忙' }, sort: [] });
    const row = rows.ok ? rows.value.rows[0] : undefined;
    if (!row) throw new Error('the article is not there');
    for (let at = 0; at < count; at += 1) {
      const done = await window.stet.calls['library.setStatus']({ once: `journey-newer-entry-${at}`, selection: { articles: [row.article] }, status: at % 2 === 0 ? 'problem' : 'new' });
      if (!done.ok) throw new Error(done.error.code);
    }
  }, NEWER);
  await page.keyboard.press('h');
  const entries = page.locator('.entries [data-entry]');
  await expect(entries).toHaveCount(200);
  await entries.first().focus();
  await page.keyboard.press('End');
  await expect(entries).toHaveCount(400);
  await page.keyboard.press('End');
  await expect(entries).toHaveCount(NEWER + 1);
  await expect(page.getByRole('button', { name: 'Older entries' })).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(entries.last()).toBeFocused();
  await expect(entries.last()).toContainText('Text edited');
  await page.keyboard.press('Backspace');
  await expect.poll(added).toBe(0);
  await expect(entries).toHaveCount(NEWER + 2); // as far back as was read, also after it
  expect(complaints).toEqual([]);
});
