import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';
const WIDE = { width: 1440, height: 900 };

/** The edges of panes by name, and the panes they belong to. */
const EDGES = {
  source: { name: 'Width of the source', pane: '.desk-side:not(.desk-side-end)' },
  details: { name: 'Width of the details', pane: '.desk-side-end' },
  facets: { name: 'Width of the list of facets', pane: '.facets' },
  preview: { name: 'Width of the preview', pane: '.preview' },
} as const;
type Edge = keyof typeof EDGES;

const edge = (page: Page, of: Edge): Locator => page.getByRole('separator', { name: EDGES[of].name });
const width = (page: Page, of: Edge): Promise<number> => page.locator(EDGES[of].pane).first().evaluate((pane) => Math.round(pane.getBoundingClientRect().width));
const told = async (page: Page, of: Edge): Promise<number> => Number(await edge(page, of).getAttribute('aria-valuenow'));

/** Drags an edge by so many pixels to the right; the pane is then wider or narrower by as many. */
async function drag(page: Page, of: Edge, by: number, grows: number): Promise<void> {
  const before = await width(page, of);
  const box = (await edge(page, of).boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + by / 2, at.y);
  await page.mouse.move(at.x + by, at.y);
  await page.mouse.up();
  await expect.poll(() => width(page, of)).toBe(before + grows);
  await expect.poll(() => told(page, of)).toBe(before + grows);
}

/** Moves an edge with an arrow key; the pane is then wider or narrower by so many pixels. */
async function push(page: Page, of: Edge, key: 'ArrowLeft' | 'ArrowRight', grows: number): Promise<void> {
  const before = await width(page, of);
  await edge(page, of).focus();
  await page.keyboard.press(key);
  await expect.poll(() => width(page, of)).toBe(before + grows);
  await expect(edge(page, of)).toBeFocused();
  await expect.poll(() => told(page, of)).toBe(before + grows);
}

test('an edge goes where it is pulled, by mouse and by key, and the panes are as wide at the next start', async ({ launch }) => {
  const first = await launch();
  await first.page.setViewportSize(WIDE);
  await openSamples(first.page);
  await openByKeys(first.page, HEADLINE);

  await drag(first.page, 'source', 90, 90);
  await drag(first.page, 'source', -40, -40);
  await push(first.page, 'source', 'ArrowRight', 16);
  await push(first.page, 'source', 'ArrowLeft', -16);
  await drag(first.page, 'details', -70, 70);
  await push(first.page, 'details', 'ArrowLeft', 16);
  await push(first.page, 'details', 'ArrowRight', -16);
  await push(first.page, 'details', 'ArrowLeft', 16);
  const desk = { source: await width(first.page, 'source'), details: await width(first.page, 'details') };

  await first.page.keyboard.press('Alt+1');
  await first.page.getByRole('row').nth(3).waitFor();
  await drag(first.page, 'facets', 60, 60);
  await push(first.page, 'facets', 'ArrowLeft', -16);
  await drag(first.page, 'preview', -50, 50);
  await push(first.page, 'preview', 'ArrowLeft', 16);
  const library = { facets: await width(first.page, 'facets'), preview: await width(first.page, 'preview') };
  expect(first.complaints).toEqual([]);
  await first.quit();

  const again = await launch();
  await again.page.setViewportSize(WIDE);
  await again.page.getByRole('row').nth(3).waitFor();
  expect({ facets: await width(again.page, 'facets'), preview: await width(again.page, 'preview') }).toEqual(library);
  await openByKeys(again.page, HEADLINE);
  expect({ source: await width(again.page, 'source'), details: await width(again.page, 'details') }).toEqual(desk);

  await test.step('the text keeps room: no edge is pulled over it, and panes made wide give way in a smaller window', async () => {
    const text = () => again.page.locator('.desk-articles').evaluate((pane) => pane.getBoundingClientRect().width);
    for (const [of, far] of [['source', 600], ['details', -600]] as const) {
      const box = (await edge(again.page, of).boundingBox())!;
      await again.page.mouse.move(box.x, box.y + 200);
      await again.page.mouse.down();
      await again.page.mouse.move(box.x + far, box.y + 200);
      await again.page.mouse.up();
      await expect.poll(text).toBeCloseTo(400, 0);
    }
    expect(await width(again.page, 'source')).toBeGreaterThan(desk.source);
    expect(await width(again.page, 'details')).toBe(desk.details); // all the room there was is taken
    await again.page.setViewportSize({ width: 1120, height: 800 });
    await expect.poll(() => again.page.evaluate(() => innerWidth)).toBe(1120);
    expect(await text()).toBeGreaterThanOrEqual(400);
    expect(await again.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1120);
  });
  expect(again.complaints).toEqual([]);
});
