import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const HEADLINE = '雨前清淤忙';

test('by keys alone: what stands aside is seen to be looked at or not, said so in the page’s progress, and looked at with the page that is approved', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSampleByKeys(page, HEADLINE);
  const aside = page.getByRole('region', { name: 'Aside' });
  const progress = page.locator('.desk-articles .desk-bar');
  const confirmed = async () => (await desk.stored(FILE)).asideConfirmed;

  await test.step('a passage that is set aside has not been looked at there', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await page.keyboard.press('b');
    await expect(aside).toContainText('not looked at yet');
    await expect(progress).toContainText('aside not looked at');
    await expect(page.locator('.page-end')).toContainText('aside not looked at');
    await expect.poll(confirmed).toBe(false);
  });

  await test.step('U A says that it was, and takes it back; so does Undo', async () => {
    await page.keyboard.press('u');
    await page.keyboard.press('a');
    await expect(aside).toContainText('✓ looked at');
    await expect(progress).not.toContainText('aside not looked at');
    await expect.poll(confirmed).toBe(true);
    await page.keyboard.press('u');
    await page.keyboard.press('a');
    await expect(aside).toContainText('not looked at yet');
    await expect.poll(confirmed).toBe(false);
    await page.keyboard.press('Control+z');
    await expect(aside).toContainText('✓ looked at');
    await expect.poll(confirmed).toBe(true);
  });

  await test.step('what comes to stand there later has to be looked at again', async () => {
    await page.keyboard.press('u');
    await page.keyboard.press('f');
    await expect(aside).toContainText('not looked at yet');
    await expect.poll(confirmed).toBe(false);
  });

  await test.step('Ctrl+Enter approves the page with it and goes on; Backspace comes back to it', async () => {
    await page.keyboard.press('Control+Enter');
    await expect.poll(confirmed).toBe(true);
    await page.keyboard.press('Backspace');
    const { tree } = await desk.stored(FILE);
    expect(tree.articles.every(({ status }) => status === 'approved')).toBe(true);
    await expect(aside).toContainText('✓ looked at');
    await expect(page.locator('.page-end')).toContainText('all articles approved');
    await expect(page.locator('.page-end')).not.toContainText('aside not looked at');
  });
  expect(complaints).toEqual([]);
});
