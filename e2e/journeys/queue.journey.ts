import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Queue' });
const here = (page: Page) => page.locator('[data-passage][aria-current=true]');
const pageName = (page: Page) => page.locator('.title-bar').innerText();

/** What the engine says of a queue. */
async function counts(page: Page, queue: string) {
  return page.evaluate(async (id) => {
    const told = await window.stet.calls['queue.counts']({});
    return told.ok ? told.value[id] : undefined;
  }, queue);
}

/** How many articles of a queue are done, once all that was done is written. */
async function doneOf(page: Page, queue: string): Promise<number> {
  await expect(page.locator('.saved')).toContainText('saved');
  return (await counts(page, queue))?.article.done ?? 0;
}

async function openSamples(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  const files = () => page.evaluate(async () => {
    const info = await window.stet.calls['project.info']({});
    return info.ok && info.value.articles > 60;
  });
  await expect.poll(files).toBe(true);
}

/** Presses a key until the page on the desk is another one. */
async function untilNextPage(page: Page, key: string, most: number): Promise<void> {
  const before = await pageName(page);
  for (let times = 1; times <= most; times += 1) {
    await page.keyboard.press(key);
    await expect(page.locator('[data-passage][aria-current=true]:focus, [role=listbox]:focus')).toHaveCount(1); // an order is looked at in a list of its own
    if ((await pageName(page)) !== before) return;
  }
  throw new Error(`${key} did not lead to another page`);
}

test('a queue is worked without a mouse: chosen, gone through over the ends of pages, stepped back in, made of a filter, and gone on with after a restart', async ({ launch }) => {
  const first = await launch();
  const { page } = first;
  await openSamples(page);

  await test.step('Q shows the queues with what is left; the arrows and Enter choose one, Alt+Q goes by pages', async () => {
    await page.keyboard.press('Alt+2');
    await expect(here(page)).toBeFocused();
    await expect(bar(page)).toContainText('Queue: By risk');
    await page.keyboard.press('q');
    await expect(page.getByRole('option', { name: /By risk worked now/ })).toContainText(/\d+ of \d+ articles left/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+q');
    await expect(page.getByRole('option', { name: 'By date' })).toContainText('pages left');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('Queue: By date');
    await expect(bar(page)).toContainText(/\d+ of \d+ pages/);
  });

  await test.step('back to articles by risk; Shift+Q goes on without deciding, Backspace back', async () => {
    await page.keyboard.press('q');
    await page.keyboard.insertText('risk');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+q');
    await expect(bar(page)).toContainText(/\d+ of \d+ articles/);
    const passage = await here(page).getAttribute('data-passage');
    await page.keyboard.press('Shift+Q');
    await expect(here(page)).not.toHaveAttribute('data-passage', passage ?? '');
    await page.keyboard.press('Backspace');
    await expect(here(page)).toHaveAttribute('data-passage', passage ?? '');
    expect((await counts(page, 'risk'))?.article.done).toBe(0);
  });

  await test.step('A answers the doubts of a page and goes on to the next, over two pages’ ends; it approves nothing', async () => {
    const pages = new Set([await pageName(page)]);
    for (let times = 0; pages.size < 3 && times < 20; times += 1) {
      await untilNextPage(page, 'a', 90);
      const name = await pageName(page);
      if (pages.has(name)) await expect(page.locator('.doubts-left')).toHaveCount(0); // by risk it comes again for another article: nothing is asked there any more
      pages.add(name);
    }
    expect(pages.size).toBe(3);
    await expect.poll(async () => (await counts(page, 'risk'))?.article.done).toBe(0);
  });

  await test.step('Shift+A approves an article and goes on, over a page’s end; Backspace comes back to it, Ctrl+Z takes it back there', async () => {
    await untilNextPage(page, 'Shift+A', 40);
    const approved = await doneOf(page, 'risk');
    expect(approved).toBeGreaterThan(0);
    await expect(bar(page)).toContainText(`session: ${approved} approved`);
    const after = await pageName(page);
    await page.keyboard.press('Backspace');
    await expect.poll(() => pageName(page)).not.toBe(after);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => pageName(page)).toBe(after);
    await untilNextPage(page, 'Shift+A', 40);
    const more = await doneOf(page, 'risk');
    expect(more).toBeGreaterThan(approved);
    await page.keyboard.press('Control+z');
    await expect.poll(() => pageName(page)).toBe(after);
    await expect.poll(async () => (await counts(page, 'risk'))?.article.done).toBe(more - 1);
  });

  await test.step('Ctrl+Enter approves the page and goes on; Ctrl+PageDown and Ctrl+PageUp walk the pages of the queue', async () => {
    const before = (await counts(page, 'risk'))?.issue.done ?? 0;
    const name = await pageName(page);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => pageName(page)).not.toBe(name);
    await expect.poll(async () => (await counts(page, 'risk'))?.issue.done).toBe(before + 1);
    const [one, next] = [await pageName(page), bar(page).locator('.queue-next')];
    await expect(next).toContainText('next:');
    await page.keyboard.press('Control+PageDown');
    await expect.poll(() => pageName(page)).not.toBe(one);
    await page.keyboard.press('Control+PageUp');
    await expect.poll(() => pageName(page)).toBe(one);
  });

  let left = 0;
  await test.step('what is filtered in the Library becomes a queue, which is worked from then on', async () => {
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('/');
    await page.keyboard.insertText('本报讯');
    await expect(page.locator('.filter-bar')).toContainText('Save as queue');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+d');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('本报讯');
    await page.keyboard.insertText('Dispatches');
    await page.keyboard.press('Enter');
    await expect(page.locator('.toast')).toContainText('“Dispatches” is a queue now');
    await expect(page.locator('.facet').filter({ hasText: 'Dispatches' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.facet').filter({ hasText: 'Dispatches' }).locator('.facet-count')).toHaveText(/[1-9]/);
    left = Number(await page.locator('.facet').filter({ hasText: 'Dispatches' }).locator('.facet-count').innerText());
    await page.keyboard.press('Alt+2');
    await expect(bar(page)).toContainText('Queue: Dispatches');
  });
  expect(first.complaints).toEqual([]);
  await first.quit();

  const second = await launch();
  await test.step('started again, Stet goes on in it', async () => {
    await expect(here(second.page)).toBeFocused();
    await expect(bar(second.page)).toContainText('Queue: Dispatches');
    await expect(bar(second.page)).toContainText('session: 0 approved');
    const before = (await here(second.page).getAttribute('data-passage')) ?? '';
    await second.page.keyboard.press('Shift+Q');
    await expect(here(second.page)).not.toHaveAttribute('data-passage', before); // what decides on a page that is still coming is turned away
    await expect(here(second.page)).toBeFocused();
    await expect(bar(second.page)).toContainText(/^Queue: Dispatches.*\d+ of \d+ articles/s);
    await second.page.keyboard.press('Shift+A');
    await second.page.keyboard.press('q');
    await expect(second.page.getByRole('option', { name: /Dispatches/ })).toContainText(`${left - 1} of`);
  });

  await test.step('taken away, it is gone, and comes back with Undo', async () => {
    await second.page.keyboard.press('Shift+Delete');
    await expect(second.page.getByRole('option', { name: /Dispatches/ })).toHaveCount(0);
    await second.page.keyboard.press('Escape');
    await expect(bar(second.page)).toContainText('Queue: By risk');
    await second.page.keyboard.press('Alt+1');
    await second.page.keyboard.press('Control+z');
    await expect(second.page.locator('.facet').filter({ hasText: 'Dispatches' })).toBeVisible();
  });
  expect(second.complaints).toEqual([]);
});

test('at the end of a queue what was passed over comes again, and when all is done that is said', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  await page.evaluate(async () => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 500, filter: {}, sort: [] });
    if (!rows.ok) throw new Error('no rows');
    const all = rows.value.rows.filter(({ headline }) => !headline.includes('雨前清淤忙')).map(({ article }) => article);
    await window.stet.calls['library.setStatus']({ once: crypto.randomUUID(), selection: { articles: all }, status: 'approved' });
  });
  await page.keyboard.press('Alt+2');
  await expect(here(page)).toBeFocused();
  await expect(bar(page)).toContainText('1 left on this page');
  await page.keyboard.press('Shift+Q');
  await expect(page.locator('.toast')).toContainText('Nothing else is left in this queue.');
  await page.keyboard.press('Shift+A');
  await expect(page.locator('.toast')).toContainText('Everything in this queue is done.');
  await expect(bar(page)).toContainText(/All \d+ articles done/);
  await expect(page.locator('.queue-end')).toContainText('Everything in “By risk” is done');
  await expect(page.locator('.queue-end').getByRole('button', { name: 'Another queue' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Next page' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('Ctrl+2 leaves the articles alone and brings back what stood beside them', async ({ launch }) => {
  const first = await launch();
  await openSamples(first.page);
  await first.page.keyboard.press('Alt+2');
  await expect(here(first.page)).toBeFocused();
  await first.page.keyboard.press('Control+3');
  await first.page.keyboard.press('Control+2');
  await expect(first.page.locator('.desk-side')).toHaveCount(0);
  await expect(here(first.page)).toBeFocused();
  await first.quit();
  const second = await launch();
  await expect(here(second.page)).toBeFocused();
  await expect(second.page.locator('.desk-side')).toHaveCount(0);
  await second.page.keyboard.press('Control+2');
  await expect(second.page.locator('.desk-side')).toHaveCount(1);
  await expect(second.page.locator('.desk-source')).toBeVisible();
});
