import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';
const FILE = '清河晚报_20240622_03.txt';

/** Drags by a handle to just above a passage, in small steps as a hand does. */
async function dragAbove(page: Page, handle: Locator, target: Locator): Promise<void> {
  await handle.hover();
  await page.mouse.down();
  const { x, y } = (await handle.boundingBox())!;
  await page.mouse.move(x + 12, y + 16, { steps: 4 });
  await expect(page.locator('.articles.dragging')).toBeVisible();
  const to = (await target.boundingBox())!;
  await page.mouse.move(to.x + 120, to.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 120, to.y + 4, { steps: 2 }); // the one that comes upon a row only enters it; a hand is never that still
  await page.mouse.move(to.x + 122, to.y + 4);
  await expect(target).toHaveClass(/drop-before/);
  await page.mouse.up();
  await expect(page.locator('.articles.dragging')).toHaveCount(0);
}

test('marked passages are dragged together by the handle of one: to another article, to what stands aside and out of it, each one step back', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 1150 });
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const tree = async () => (await desk.stored(FILE)).tree;
  const row = (id: string) => page.locator(`[data-passage="${id}"]`);
  const before = await tree();
  const [above, last] = before.articles.slice(-2);
  const [first, second, third] = last!.passages.map(({ id }) => id as string);
  const ids = [first!, third!];
  const [aside, target] = [row(before.aside[0]!.id), row(above!.passages.at(-1)!.id)];

  /** Marks two passages with another between them, and points at that one. What they are dragged to is in sight then. */
  const mark = async () => {
    await aside.scrollIntoViewIfNeeded();
    for (const id of ids) await row(id).locator('.passage-text').click({ modifiers: ['Control'], position: { x: 4, y: 8 } });
    await expect(page.locator('.passage.marked')).toHaveCount(2);
    for (let clicks = 0; clicks < 2; clicks += 1) await row(second!).locator('.passage-text').click({ modifiers: ['Control'], position: { x: 4, y: 8 } });
    await expect(row(second!)).toHaveClass(/focus/);
    await expect(page.locator('.passage.marked')).toHaveCount(2);
    await page.mouse.move(5, 5);
    await expect(row(first!).locator('.role')).toHaveCSS('opacity', '1');
    for (const one of [aside, target]) await expect(one).toBeInViewport();
  };
  const undone = async () => {
    await expect(page.locator('.passage.marked')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(tree).toEqual(before);
  };

  await test.step('to the article above', async () => {
    await mark();
    await dragAbove(page, row(first!).locator('.role'), target);
    await expect.poll(async () => (await tree()).articles.find(({ id }) => id === above!.id)?.passages.slice(-3, -1).map(({ id }) => id)).toEqual(ids);
    await undone();
  });

  await test.step('to what stands aside, and one of them from there to the article above', async () => {
    await mark();
    await dragAbove(page, row(first!).locator('.role'), aside);
    await expect.poll(async () => (await tree()).aside.slice(0, 2).map(({ id }) => id as string)).toEqual(ids);
    const there = await tree();
    await row(third!).click({ position: { x: 60, y: 10 } });
    await dragAbove(page, row(third!).locator('.role'), target);
    await expect.poll(async () => (await tree()).articles.find(({ id }) => id === above!.id)?.passages.at(-2)?.id).toBe(third);
    await page.keyboard.press('Control+z');
    await expect.poll(tree).toEqual(there);
    await undone();
  });
  expect(complaints).toEqual([]);
});
