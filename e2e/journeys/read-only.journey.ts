import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { hold } from '../pages/holder.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const toasts = (page: Page) => page.locator('.toast');
const NOT_NOW = 'Not now: another Stet works on this project.';

// Not a mock of Stet: the command line holds a project in the same way, but for as long as its work takes.
test('a project that another process writes to is looked at: what decides is held back with its reason, said once; when that process ends, one works on where one is', async ({ launch, home }) => {
  const first = await launch();
  await openSamples(first.page);
  await first.quit();
  const projects = join(home, 'Documents', 'Stet');
  const project = (await readdir(projects)).find((name) => name.endsWith('.stet')) ?? '';
  const holder = await hold(join(projects, project, 'writer.lock'));

  const { page, complaints } = await launch();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  const desk = await openByKeys(page, '雨前清淤忙');
  await expect(page.locator('.banner')).toContainText('Another Stet, in a window or on the command line, is working on this project');
  await expect(page.locator('.saved')).toHaveText('can only be looked at');

  await test.step('keys say why, once however often they are pressed', async () => {
    for (const key of ['a', 'Shift+A', 's', 'Control+Enter', 'Enter', '1', 't', 'Control+z']) await page.keyboard.press(key);
    await expect(toasts(page)).toHaveCount(1);
    await expect(toasts(page)).toHaveText(new RegExp(NOT_NOW));
    await expect(desk.editor).toHaveCount(0);
    await page.keyboard.press('Alt+x');
    await expect(toasts(page)).toHaveCount(0);
    await page.keyboard.press('j'); // what only looks goes on
    await page.keyboard.press('w');
    await expect(toasts(page)).toHaveCount(0);
  });

  await test.step('controls bear the reason, and say it when they are pressed all the same', async () => {
    const approve = page.getByRole('button', { name: /Approve page/ }).first();
    await expect(approve).toHaveAttribute('aria-disabled', 'true');
    await expect(approve).toHaveAttribute('title', NOT_NOW);
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('Approve the article');
    await expect(page.getByRole('option', { name: /Approve the article/ }).first()).toContainText('another Stet works on this project');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+4');
    await expect(page.locator('fieldset.deciding').first()).toHaveAttribute('title', NOT_NOW);
    await page.keyboard.press('Alt+2');
    await expect(page.locator('[data-passage][aria-current=true]')).toBeFocused();
  });

  await test.step('the other process ends: the same place can be worked on', async () => {
    const at = await page.locator('[data-passage][aria-current=true]').getAttribute('data-passage');
    holder.stdin.end();
    await expect(toasts(page)).toContainText('The project is free: you can work here now.');
    await expect(page.locator('.banner')).toHaveCount(0);
    await expect(page.locator('[data-passage][aria-current=true]')).toHaveAttribute('data-passage', at ?? '');
    await page.keyboard.press('Shift+X');
    await expect(page.locator('.saved')).toContainText('change 1');
  });
  expect(complaints).toEqual([]);
});
