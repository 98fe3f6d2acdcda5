import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const DAYS = ['18', '19', '20', '21', '22'];
const fileOf = (day: string) => `清河晚报_202405${day}_03.txt`;
const textOf = (day: string) => `第${day}日清河步道贯通\n\n本报讯（记者 岑远）${day}日上午，清河两岸的步道贯通，，沿线居民前来散步。东湖功园也开了新门。\n\n步道全长三里，，当日客流平稳。\n`;

test('a finding is mended everywhere: all places are listed, one is left out, one is taken back afterwards, and all of it is undone from the history', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const day of DAYS) await writeFile(join(folder, fileOf(day)), textOf(day));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  const desk = new Desk(page);
  const list = page.getByRole('grid', { name: 'Every place' });
  const chosen = list.locator('.data-row.current');
  const counts = page.locator('.concordance-counts');
  const read = page.locator('#concordance-read');
  const put = page.locator('#concordance-put');
  const printed = (day: string) => desk.stored(fileOf(day)).then(({ tree }) => tree.articles.flatMap(({ passages }) => passages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'added' ? [piece.text] : piece.kind === 'struck' ? ['-'] : [])))));
  await expect(page.getByRole('row').filter({ hasText: '第22日' })).toBeVisible();

  await test.step('F goes to a finding at the desk, E lists every place like it, the nearest first', async () => {
    await page.getByRole('row').filter({ hasText: '第20日' }).dblclick();
    await expect(desk.passage('沿线居民')).toBeVisible();
    await page.keyboard.press('f');
    await expect(page.locator('[data-finding-here]').first()).toBeVisible();
    await page.keyboard.press('e');
    await expect(counts).toHaveText('10 places in 5 articles on 5 pages');
    await expect(put).toHaveValue('，');
    await expect(list.locator('.data-body .hit-article').first()).toHaveText('第20日清河步道贯通');
    await expect(list.locator('.data-body del').first()).toHaveText('，，');
    await expect(list.locator('.data-body ins').first()).toHaveText('，');
  });

  await test.step('Space unticks, X says that a place is right, Enter opens one on its page, back leads to the list', async () => {
    await list.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: /^Change 9 ticked places/ })).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(counts).toHaveText('9 places in 5 articles on 5 pages');
    await page.keyboard.press('Enter');
    await expect(desk.articles.first()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(counts).toHaveText('9 places in 5 articles on 5 pages');
  });

  await test.step('the ticked ones are mended as one act; what was not stays in the list', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.toast')).toContainText('8 places changed on 5 pages');
    await expect(counts).toHaveText('1 place in 1 article on 1 page');
    expect(await printed('18')).toEqual(expect.arrayContaining(['-']));
    await page.keyboard.press('a');
    await expect(page.getByRole('heading', { name: 'No place is left' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(counts).toHaveText('1 place in 1 article on 1 page');
  });

  await test.step('from the history the places of the change are listed, and one of them is taken back alone', async () => {
    await page.keyboard.press('Alt+6');
    const entry = page.getByRole('row').filter({ hasText: 'Changed everywhere' }).last();
    await entry.click();
    await page.keyboard.press('e');
    await expect(list.locator('.data-body .data-row')).toHaveCount(8);
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await expect(chosen).toContainText('taken back');
    await expect(list.locator('.data-body .place-line.stands')).toHaveCount(7);
    await page.keyboard.press('Backspace');
    await expect(page.locator('.toast')).toContainText('taken back already');
  });

  await test.step('all of it is undone from the history, the single place with it', async () => {
    await page.keyboard.press('Alt+6');
    const entry = page.getByRole('row').filter({ hasText: 'Changed everywhere' }).last();
    await entry.click();
    await page.getByRole('grid', { name: 'History' }).focus();
    await page.keyboard.press('Backspace');
    await expect(page.locator('.toast')).toContainText('Taken back');
    for (const day of DAYS) await expect.poll(() => printed(day)).toEqual([]);
  });

  await test.step('words that are marked are mended likewise; places in approved articles are left unless they are asked for', async () => {
    await page.evaluate(async (file) => {
      const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 50, filter: {}, sort: [] });
      const row = rows.ok ? rows.value.rows.find((each) => each.file === file) : undefined;
      if (row) await window.stet.calls['library.setStatus']({ once: crypto.randomUUID(), selection: { articles: [row.article] }, status: 'approved' });
    }, fileOf('22'));
    await page.keyboard.press('Alt+2');
    await expect(desk.passage('东湖功园')).toBeVisible();
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.articles')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('功园') ?? -1;
        if (at >= 0) return window.getSelection()?.setBaseAndExtent(node, at, node, at + 2);
      }
      return undefined;
    });
    await page.keyboard.press('e');
    await expect(read).toHaveValue('功园');
    await expect(put).toBeFocused();
    await page.keyboard.insertText('公园');
    await expect(list.locator('.data-body ins').first()).toHaveText('公园');
    await expect(page.getByRole('button', { name: /^Change 4 ticked places/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: /^Change 5 ticked places/ })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'No place is left' })).toBeVisible();
    expect(await printed('22')).toEqual(['-', '公']);
    expect((await desk.stored(fileOf('22'))).tree.articles[0]!.status).toBe('approved');
  });
  expect(complaints).toEqual([]);
});
