import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Library } from '../pages/library.ts';

const page = (place: string) => `${place}新书屋今天开门\n\n本报讯（记者 周允）${place}的新书屋今天上午开门迎客，门口排起了队。\n\n渡口明起停航三天\n\n本报讯（记者 何青）${place}渡口明起停航检修，过河请走大桥。\n`;
const WATERS = 'id,broader,label_zh,label_en,note_zh\nw,,水系,waters,\nw1,w,河道,rivers,清淤与护岸\nw2,w,渡口,ferries,\nw2,,渡船,again,\nx,nowhere,无处,lost,\n';

test('a scheme is imported after a look at what it brings, written as SKOS, and taken back: by keyboard', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  const [file, out] = [join(home, 'waters.csv'), join(home, 'out.ttl')];
  await mkdir(folder);
  await writeFile(join(folder, 'one.txt'), page('城东'));
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
