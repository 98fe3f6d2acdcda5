import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

test('pages as rows, by keys alone: sorted, filtered, opened where work is left, and back on the very row; the next start shows them again', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  const desk = new Desk(page);
  await expect(async () => void (await desk.stored('清河晚报_20240706_02.txt'))).toPass();
  await expect(page.getByRole('progressbar', { name: 'Reading' })).toHaveCount(0);

  await page.keyboard.press('v');
  const grid = page.getByRole('grid', { name: 'Pages' });
  await expect(grid).toBeVisible();
  const file = (of = '.current') => page.locator(`.data-row${of} .data-cell.of-file`);
  await expect(file()).toHaveText(/清河晚报/);
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(3);
  await expect(page.locator('.shown')).toHaveText(`${total} pages`);

  await page.keyboard.press('Alt+q'); // by pages: one stays on a page until it is done
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  const name = (await file().textContent()) ?? '';
  const cell = (column: string) => page.locator(`.data-row.current .data-cell.of-${column}`);
  const articles = Number(await cell('articles').textContent());
  await expect(cell('left')).toHaveText(`${articles}`);
  await expect(cell('status')).toHaveText('New');

  await page.keyboard.press('Enter');
  const here = page.locator('[aria-current=true][data-passage]');
  await expect(here).toBeFocused();
  const at = async () => (await desk.stored(name)).tree.articles.findIndex(({ passages }) => passages.some(({ id }) => id === passage));
  let passage = await here.getAttribute('data-passage');
  expect(await at()).toBe(0);
  await page.keyboard.press('Shift+A');
  await expect.poll(async () => (await desk.stored(name)).tree.articles[0]?.status).toBe('approved');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(file()).toHaveText(name);
  await expect(cell('left')).toHaveText(`${articles - 1}`);
  await expect(cell('status')).toHaveText(`In work 1/${articles}`);
  await expect(cell('changed')).not.toHaveText('—');
  const outside = await page.locator('.data-body .data-row').evaluateAll((rows) => rows.flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return [...row.children].map((one) => one.getBoundingClientRect()).filter((box) => box.top < top || box.bottom > bottom);
  }));
  expect(outside, 'what the Desk looks like does not reach into the rows').toEqual([]);

  await page.keyboard.press('Enter');
  await expect(here).toBeFocused();
  await expect.poll(async () => {
    passage = await here.getAttribute('data-passage');
    return at();
  }).toBe(1);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(file()).toHaveText(name);

  await page.keyboard.press('/');
  await page.keyboard.insertText('雨前清淤忙');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F');
  await expect(grid).toHaveAttribute('aria-rowcount', `${total + 1}`);

  await page.getByRole('button', { name: 'Left', exact: true }).click();
  await page.getByRole('button', { name: 'Left', exact: true }).click();
  await expect(page.getByRole('columnheader').filter({ hasText: 'Left' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(async () => { // the head says the order before the rows have come in it
    const left = (await page.locator('.data-body .data-cell.of-left').allTextContents()).map(Number);
    expect(left).toEqual(left.toSorted((a, b) => a - b));
  }).toPass();
  await first.quit();

  const second = await launch();
  await expect(second.page.getByRole('grid', { name: 'Pages' })).toBeVisible();
  await expect(second.page.getByRole('columnheader').filter({ hasText: 'Left' })).toHaveAttribute('aria-sort', 'ascending');
  await second.page.keyboard.press('v');
  await expect(second.page.getByRole('grid', { name: 'Articles' })).toBeVisible();
  expect(second.complaints).toEqual([]);
});

test('in a narrow table columns that only tell give their place to the headline; one that is asked for comes back and stays', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect(page.locator('.data-cell.of-headline').nth(3)).toBeVisible();
  const head = (name: string) => page.getByRole('columnheader', { name });
  await expect(head('Length')).toHaveCount(0);
  await expect(head('Byline')).toHaveCount(0);
  const cut = () => page.locator('.data-body .data-cell.of-headline').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent));
  expect(await cut()).toEqual([]);
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await expect(page.locator('.popover :focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('.popover')).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const box = page.getByRole('checkbox', { name: 'Length' });
  await expect(box).not.toBeChecked();
  await box.press('Space');
  await expect(box).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(head('Length')).toBeVisible();
  await page.setViewportSize({ width: 1920, height: 800 });
  await expect(head('Byline')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(head('Byline')).toHaveCount(0);
  await expect(head('Length')).toBeVisible();
  expect(complaints).toEqual([]);
});
