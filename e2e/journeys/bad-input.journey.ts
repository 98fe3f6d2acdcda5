import { execFileSync } from 'node:child_process';
import { cp, mkdir, open, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from '../pages/app.ts';
import { Library } from '../pages/library.ts';

const PAGE = '城西新书屋今天开门\n\n本报讯（记者 周允）城西的新书屋今天上午开门迎客，门口排起了队。\n';

/** A page of ALTO: a headline in large type, and a paragraph. */
const layout = (headline: string, body: string) =>
  `<alto><Styles><TextStyle ID="a" FONTSIZE="30"/><TextStyle ID="b" FONTSIZE="10"/></Styles><Layout><Page><PrintSpace>${[['a', headline], ['b', body]]
    .map(([style, text]) => `<TextBlock STYLEREFS="${style}"><TextLine><String CONTENT="${text}"/></TextLine></TextBlock>`).join('')}</PrintSpace></Page></Layout></alto>`;

test('every file that cannot be read is listed with its reason, and nothing else stops', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  const at = (name: string) => join(folder, name);
  await writeFile(at('good.txt'), PAGE);
  await writeFile(at('two\nlines.txt'), PAGE.replaceAll('城西', '城东'));
  await writeFile(at('empty.txt'), '');
  await writeFile(at('picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await writeFile(at('broken.txt'), Buffer.concat([Buffer.from('书屋开门'), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('迎客'.repeat(40))]));
  await writeFile(at('huge.txt'), PAGE);
  await truncate(at('huge.txt'), 33 * 1024 * 1024);
  await writeFile(at('layout.xml'), layout('城南新书屋今天开门', '本报讯（记者 周允）城南的新书屋今天上午开门迎客，门口排起了队。'));
  await writeFile(at('cut.xml'), layout('城北新书屋今天开门', '本报讯').slice(0, -30));
  await writeFile(at('metadata.xml'), '<?xml version="1.0"?>\n<mets/>');
  await writeFile(at('good.xml'), layout('城西新书屋今天开门', '本报讯'));
  await symlink(folder, at('loop'));
  await symlink('/etc/hostname', at('outside.txt'));
  execFileSync('mkfifo', [at('pipe.txt')]);

  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  await expect(new Library(page).row('城西新书屋今天开门')).toBeVisible();
  await expect(new Library(page).row('城东新书屋今天开门')).toBeVisible();
  await expect(new Library(page).row('城南新书屋今天开门')).toBeVisible();
  await page.getByRole('navigation', { name: 'What to show' }).getByRole('button', { name: /^Unreadable files/ }).click();
  const reason = (name: string) => page.getByRole('row').filter({ hasText: name });
  for (const [name, sentence] of [
    ['empty.txt', 'Empty'],
    ['picture.txt', 'Not a text'],
    ['huge.txt', 'Over 32 MB'],
    ['outside.txt', 'A link that leads out of the folder'],
    ['pipe.txt', 'Not a file (a pipe, socket or device)'],
    ['loop', 'A link that leads to itself'],
    ['broken.txt', 'In no encoding Stet knows'],
    ['cut.xml', 'A layout file that is broken'],
    ['metadata.xml', 'Markup, but no ALTO, PAGE or hOCR page'],
    ['good.xml', 'A file of the same name beside it is read'],
  ] as const) await expect(reason(name)).toContainText(sentence);
  expect(complaints).toEqual([]);
});

test('a folder in which nothing can be read is not said to be without files', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'empty.txt'), '');
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  await expect(page.getByText('1 file is in the folder.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'What to show' }).getByRole('button', { name: /^Unreadable files/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a folder that goes away takes nothing with it', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'good.txt'), PAGE);
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  const row = new Library(page).row('城西新书屋今天开门');
  await row.click();
  await page.keyboard.press('1');
  await expect(row).toContainText('society');
  execFileSync('mv', [folder, `${folder}-away`]);
  await expect(page.getByText(/folder is not there|folder.*missing|not there/i).first()).toBeVisible();
  await expect(row).toContainText('society');
  execFileSync('mv', [`${folder}-away`, folder]);
  await expect(page.getByText('watching 1 file')).toBeVisible();
  await expect(row).toContainText('society');
  expect(complaints).toEqual([]);
});

test('a damaged database gives way to its backup, and the window says what that lacks, on which page, and where the damaged file is', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'good.txt'), PAGE);
  const first = await launch({ dialogs: [folder] });
  await first.page.getByRole('button', { name: /^Open a folder/ }).click();
  const approved = (page: typeof first.page) => expect(page.getByRole('row').filter({ hasText: '城西新书屋今天开门' })).toContainText('Approved');
  await expect(new Library(first.page).row('城西新书屋今天开门')).toBeVisible();
  await first.quit();
  const projects = join(home, 'Documents', 'Stet');
  const project = join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!);
  await cp(join(project, 'backups'), join(home, 'earlier'), { recursive: true });

  const second = await launch();
  await new Library(second.page).row('城西新书屋今天开门').click();
  await second.page.keyboard.press('Shift+A');
  await approved(second.page);
  await second.quit();
  await rm(join(project, 'backups'), { recursive: true });
  await cp(join(home, 'earlier'), join(project, 'backups'), { recursive: true });
  await hurtIndex(join(project, 'project.db'), 'entry_by_label');

  const { page, complaints } = await launch();
  const banner = page.locator('.banner').filter({ hasText: 'database was damaged' });
  await expect(banner).toContainText('It lacks 1 later change: good.txt. Please look at it and make it again. The damaged file is kept in the project’s folder, as damaged/');
  await page.screenshot({ path: test.info().outputPath('damaged.png') });
  const [kept = ''] = await readdir(join(project, 'damaged'));
  expect(await readdir(join(project, 'damaged', kept))).toContain('project.db');
  await new Library(page).row('城西新书屋今天开门').click();
  await page.keyboard.press('Shift+A');
  await approved(page);
  expect(complaints).toEqual([]);
});

test('a project that was open last and cannot be opened again is named on the first screen, with the reason, until another is opened', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, 'good.txt'), PAGE);
  const first = await launch({ dialogs: [folder] });
  await first.page.keyboard.press('Control+o');
  await expect(new Library(first.page).row('城西新书屋今天开门')).toBeVisible();
  await first.quit();
  const projects = join(home, 'Documents', 'Stet');
  const project = join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!);
  await rm(join(project, 'backups'), { recursive: true, force: true });
  const file = await open(join(project, 'project.db'), 'r+');
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 0);
  await file.close();

  const { page } = await launch();
  const trouble = page.getByRole('alert').filter({ hasText: '“pages” was not opened.' });
  await expect(trouble).toContainText('no backup could take its place');
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.evaluate(() => window.stet.calls['project.close']({}));
  await expect(page.getByRole('button', { name: /^Open a folder/ })).toBeVisible();
  await expect(trouble).toHaveCount(0);
});

/** Overwrites the page an index of a database begins on. */
async function hurtIndex(path: string, index: string): Promise<void> {
  const db = new DatabaseSync(path, { readOnly: true });
  const { rootpage } = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').get(index) as { readonly rootpage: number };
  db.close();
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, (rootpage - 1) * 4096);
  await file.close();
}
