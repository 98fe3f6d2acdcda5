import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

// What a screen reader is given. It reads a page in two ways: what has the keyboard is read out as J and K go (its name, then its text), and
// in browse mode the page is read in its order, with headings and regions to leap between.
test('the desk read aloud: articles are regions with their headline, passages are named and come in order, J and K read out where they come to', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText('file:0615_05');
  await expect(page.getByRole('option').first()).toContainText('2024-06-15 · 05');
  await page.keyboard.press('Enter');
  const desk = new Desk(page);
  const focused = page.locator('[data-passage]:focus');
  await expect(focused).toHaveCount(1);
  const { tree } = await desk.stored('清河晚报_20240615_05.txt');

  await test.step('one region an article, by number and headline; one heading of the first rank', async () => {
    await expect(desk.articles).toHaveCount(tree.articles.length);
    await expect(page.getByRole('region', { name: /^Article \d+ 邻里食堂怎样才能/ })).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await desk.articles.getByRole('heading', { level: 3 }).count()).toBe(tree.articles.flatMap(({ passages }) => passages).filter(({ role }) => role === 'headline').length);
  });

  await test.step('in browse mode: every passage once, in the order of the page', async () => {
    const order = [...tree.articles.flatMap(({ passages }) => passages), ...tree.aside].map(({ id }) => id as string);
    expect(await page.getByRole('group').evaluateAll((all) => all.flatMap((one) => one.getAttribute('data-passage') ?? []))).toEqual(order);
  });

  await test.step('with the keyboard: the name says what it is and where, the description is its text', async () => {
    await page.keyboard.press('Shift+j');
    for (let steps = 0; steps < 6; steps += 1) {
      await page.keyboard.press('j');
      await expect(focused).toHaveAccessibleName(/^\p{L}[\p{L} ]*, \d+ of \d+$/u);
      const text = (await focused.locator('.passage-text').textContent()) ?? '';
      expect(text.length).toBeGreaterThan(0);
      await expect(focused).toHaveAccessibleDescription(new RegExp(`^${text.trim().slice(0, 6).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    }
    const before = await focused.getAttribute('data-passage');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await expect(focused).toHaveAttribute('data-passage', before ?? '');
  });
  expect(complaints).toEqual([]);
});
