import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { folderOfPlaces, placePage } from '../pages/places.ts';

test('a page whose file is rewritten while its text is being edited: what was typed stays where it was, and one types on there', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home, ['城东', '城西']);
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).press('Enter');
  await page.getByRole('row').filter({ hasText: '城东新书屋今天开门' }).dblclick();
  const desk = new Desk(page);
  await expect(desk.passage('排起了队')).toBeVisible();
  await desk.isWhole();
  await desk.select('排起了队');
  await page.keyboard.press('Enter');
  await expect(desk.editor).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.insertText('甲');
  await page.keyboard.insertText('乙');
  await expect(desk.editor.locator('ins')).toHaveText('甲乙');

  await writeFile(join(folder, '城东.txt'), placePage('城东').replace('本报讯（记者 周允）', '本报讯（记者 周允 郑可）'));
  await expect(page.getByText('The page was changed elsewhere and was read again.')).toBeVisible();
  await expect(desk.editor).toBeFocused();
  await expect(desk.editor).toContainText('郑可');
  await page.keyboard.insertText('丙');
  await expect(desk.editor.locator('ins')).toHaveText('甲乙丙');
  await desk.leaveText();
  await expect(page.locator('[data-passage][aria-current=true]')).toContainText('郑可）城东的新书屋今天上午开门迎客，门口排起了队。甲乙丙');
  await expect.poll(async () => JSON.stringify((await desk.stored('城东.txt')).tree.articles[0]?.passages[1]?.pieces.at(-1))).toContain('甲乙丙');
  expect(complaints).toEqual([]);
});
