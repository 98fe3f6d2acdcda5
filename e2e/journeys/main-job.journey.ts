import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { Library } from '../pages/library.ts';

type Truth = { readonly mend: { readonly misread: { readonly before: string; readonly printed: string; readonly right: string; readonly after: string }; readonly broken: { readonly text: string } } };

const FILE = '清河晚报_20240518_03.txt';
const truth = JSON.parse(await readFile(join(CHECKOUT, 'e2e/fixtures/pages/清河晚报_20240518_03.json'), 'utf8')) as Truth;
const { misread, broken } = truth.mend;

/** The bytes of every file below a folder, as one checksum each. */
async function prints(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, createHash('sha256').update(await readFile(file)).digest('hex')] as const)));
}

test('a folder of pages becomes a corpus: split mended, paragraph joined, character corrected, tagged, approved, exported; all of it there after a restart, and taken back to the start', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  const out = join(home, 'Documents');
  await cp(join(CHECKOUT, 'resources/samples'), folder, { recursive: true, filter: (path) => !/\.(?:md|ts)$/u.test(path) });
  const before = await prints(folder);

  const first = await launch({ dialogs: [folder, out] });
  const { page } = first;
  const [desk, library] = [new Desk(page), new Library(page)];

  await test.step('open the folder: every file appears', async () => {
    await page.getByRole('button', { name: /^Open a folder/ }).click();
    await expect(page.getByText('watching 8 files')).toBeVisible();
    await library.open('雨前清淤忙');
  });
  const untouched = await desk.stored(FILE);
  const count = await desk.articles.count();
  expect(count).toBe(untouched.tree.articles.length);

  await test.step('mend a split', async () => {
    await desk.select('班长裴大勇');
    await page.keyboard.press('s');
    await expect(desk.articles).toHaveCount(count + 1);
    await page.keyboard.press('m');
    await expect(desk.articles).toHaveCount(count);
  });

  await test.step('break a paragraph in its text, and join it again', async () => {
    const whole = await desk.passage('班长裴大勇').getAttribute('data-passage');
    await desk.writeBehind('才让工友');
    await page.keyboard.press('Enter');
    await desk.leaveText();
    await expect(desk.passage('系好安全绳')).not.toHaveAttribute('data-passage', whole ?? '');
    await desk.select('系好安全绳');
    await page.keyboard.press('[');
    await expect(desk.passage('系好安全绳')).toHaveAttribute('data-passage', whole ?? '');
  });

  await test.step('correct a misread character', async () => {
    await desk.writeBehind(misread.before);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.insertText(misread.right);
    await desk.leaveText();
    await expect(desk.passage(misread.before).locator('del, .struck')).toHaveText(misread.printed);
    await expect(desk.passage(misread.before).locator('ins, .added')).toHaveText(misread.right);
  });

  await test.step('tag and approve', async () => {
    await desk.select(misread.before);
    await page.keyboard.press('1');
    await page.keyboard.press('Shift+A');
    await expect(page.getByText('1 of', { exact: false }).first()).toBeVisible();
    await expect.poll(async () => (await desk.stored(FILE)).tree.articles[0]).toMatchObject({ status: 'approved', topics: [{ scheme: 'medtop' }] });
  });

  await test.step('export what was approved: the files hold exactly the mended text', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
    const form = page.getByRole('main');
    await form.getByRole('radio', { name: 'Approved articles only' }).check();
    await form.getByRole('checkbox', { name: /^Plain text One file an/ }).check();
    await form.getByRole('button', { name: 'Choose a folder…' }).click();
    await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
    await form.getByRole('button', { name: /^Export/ }).click();
    await expect(form.getByRole('button', { name: 'Show the folder' })).toBeVisible();
    const rows = (await readFile(join(out, 'corpus', 'jsonl', 'articles.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { headline: string; article: string; topics: unknown[]; checked_by: string });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ headline: '雨前清淤忙 管网“体检”早', checked_by: 'person' });
    expect(rows[0]!.topics).toHaveLength(1);
    expect(rows[0]!.article).toContain(misread.before + misread.right + misread.after);
    expect(rows[0]!.article.split('\n')).toContain(broken.text);
    const [text] = await readdir(join(out, 'corpus', 'text', '2024-05', '清河晚报_20240518_03'));
    expect(await readFile(join(out, 'corpus', 'text', '2024-05', '清河晚报_20240518_03', text!), 'utf8')).toContain(broken.text);
  });
  const mended = await desk.stored(FILE);
  expect(first.complaints).toEqual([]);
  await first.quit();

  const second = await launch();
  const again = { page: second.page, desk: new Desk(second.page), library: new Library(second.page) };
  await test.step('after a restart all is there, and undo goes back to the start', async () => {
    await again.page.getByRole('button', { name: /pages/ }).first().click();
    await again.library.open('雨前清淤忙');
    expect((await again.desk.stored(FILE)).tree).toEqual(mended.tree);
    await again.desk.select('班长裴大勇');
    for (let step = 0; (await again.desk.stored(FILE)).canUndo; step += 1) {
      expect(step).toBeLessThan(30);
      const { version } = await again.desk.stored(FILE);
      await again.page.keyboard.press('ControlOrMeta+z');
      await expect.poll(async () => (await again.desk.stored(FILE)).version).toBeGreaterThan(version);
    }
    expect((await again.desk.stored(FILE)).tree).toEqual(untouched.tree);
    await expect(again.desk.passage(misread.before).locator('del, .struck')).toHaveCount(0);
  });

  await test.step('a new file appears by itself', async () => {
    await writeFile(join(folder, '2024-05', '清河晚报_20240730_01.txt'), '城西新书屋今天开门\n\n本报讯（记者 周允）城西的新书屋今天上午开门迎客，门口排起了队。\n');
    await again.library.go();
    await again.page.getByRole('searchbox').or(again.page.getByRole('textbox', { name: /search/i })).first().fill('城西新书屋');
    await expect(again.page.getByText('watching 9 files')).toBeVisible();
    await expect(again.library.row('城西新书屋今天开门')).toBeVisible();
  });
  expect(second.complaints).toEqual([]);

  const after = await prints(folder);
  for (const [file, print] of Object.entries(before)) expect(after[file]).toBe(print);
});
