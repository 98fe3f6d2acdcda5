import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Library } from '../pages/library.ts';

const PAGE = '城西新书屋今天开门\n\n本报讯（记者 周允）城西的新书屋今天上午开门迎客，门口排起了队。\n';

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
  await symlink(folder, at('loop'));
  await symlink('/etc/hostname', at('outside.txt'));
  execFileSync('mkfifo', [at('pipe.txt')]);

  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  await expect(new Library(page).row('城西新书屋今天开门')).toBeVisible();
  await expect(new Library(page).row('城东新书屋今天开门')).toBeVisible();
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
  ] as const) await expect(reason(name)).toContainText(sentence);
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
