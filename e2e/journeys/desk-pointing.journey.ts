import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const HEADLINE = '雨前清淤忙';

/** The blocks that are marked as pointed at (`near`) or as selected (`at`), by their numbers. */
const blocks = (page: Page, mark: 'near' | 'at') => page.locator(`.block.${mark}`).evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-block'))));
/** The passages that are. */
const passages = (page: Page, mark: 'near' | 'selected') => page.locator(`.passage.${mark}`).evaluateAll((all) => all.map((one) => one.getAttribute('data-passage') ?? one.querySelector('[data-passage]')?.getAttribute('data-passage')));

/** Where each passage comes from, by the blocks of the source that the window shows for it. */
const ofPassage = (page: Page, passage: string) => page.locator(`.block[data-owner~="${passage}"]`).evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-block'))));

test('what is pointed at shows where it stands in the source, and a block of the source which passage it went to; so does what has the focus', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 700 });
  const desk = await Desk.openSampleByKeys(page, HEADLINE);
  const here = (await desk.passage(HEADLINE).getAttribute('data-passage'))!;
  const source = page.locator('.blocks');

  await test.step('the focus, by keys', async () => {
    await expect.poll(() => blocks(page, 'at')).toEqual(await ofPassage(page, here));
    await page.keyboard.press('j');
    const next = (await page.locator('[data-passage][aria-current=true]').getAttribute('data-passage'))!;
    expect(next).not.toBe(here);
    await expect.poll(() => blocks(page, 'at')).toEqual(await ofPassage(page, next));
    await expect(page.locator('.block.at').first()).toBeInViewport();
    await page.keyboard.press('k');
    await expect.poll(() => blocks(page, 'at')).toEqual(await ofPassage(page, here));
  });

  await test.step('a passage that was put together of several blocks, by the pointer: all of them, and not by colour alone', async () => {
    const joined = await page.locator('.articles [data-passage]').evaluateAll((all) => {
      const ids = all.map((one) => one.getAttribute('data-passage') ?? '');
      return ids.find((id) => document.querySelectorAll(`.block[data-owner~="${id}"]`).length > 1);
    });
    expect(joined).toBeDefined();
    await page.locator(`.articles [data-passage="${joined}"]`).hover();
    await expect.poll(() => blocks(page, 'near')).toEqual(await ofPassage(page, joined!));
    expect((await ofPassage(page, joined!)).length).toBeGreaterThan(1);
    expect(await page.locator('.block.near').first().evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('dotted');
  });

  await test.step('out of sight in the source, it is brought when the pointer rests; when it leaves, the focus is back', async () => {
    const last = page.locator('.articles [data-passage]').last();
    await page.keyboard.press('g');
    await page.keyboard.press('Escape');
    const far = (await last.getAttribute('data-passage'))!;
    await page.locator('.articles').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await expect(last).toBeInViewport();
    await expect(page.locator(`.block[data-owner~="${far}"]`).first()).not.toBeInViewport();
    await last.hover();
    await expect(page.locator(`.block[data-owner~="${far}"]`).first()).toBeInViewport();
    await page.locator('.title-bar').hover();
    await expect(page.locator('.block.at').first()).toBeInViewport();
    await expect.poll(() => blocks(page, 'near')).toEqual([]);
  });

  await test.step('a block shows its passage, by the pointer; the blocks do not move under it', async () => {
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    const row = page.locator('.block.at').first();
    await expect(row).toBeInViewport();
    const near = source.locator('.block[data-owner]:not([data-owner=""])').filter({ visible: true }).nth(2);
    await near.scrollIntoViewIfNeeded();
    const [owner] = ((await near.getAttribute('data-owner')) ?? '').split(' ');
    const at = await source.evaluate((pane) => pane.scrollTop);
    await near.hover();
    await expect.poll(() => passages(page, 'near')).toEqual([owner]);
    expect(await page.locator('.passage.near .passage-text').first().evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('dotted');
    expect(await source.evaluate((pane) => pane.scrollTop)).toBe(at);
    await near.click();
    await expect(page.locator(`[data-passage="${owner}"]`)).toHaveAttribute('aria-current', 'true');
    await expect(page.locator(`[data-passage="${owner}"]`)).toBeInViewport();
  });
  expect(complaints).toEqual([]);
});
