import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

/** What covers the foot of the screen, or lies outside the window of it. */
function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foot = document.querySelector('.export-foot')!;
    return [...foot.querySelectorAll('button, p, [role=progressbar]')].flatMap((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      if (width === 0 || height === 0) return [];
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at !== null && foot.contains(at) ? [] : [`${part.textContent}: ${at === null ? 'out of sight' : `covered by ${at.className}`}`];
    });
  });
}

for (const [width, height] of [[1280, 800], [1920, 1200], [1024, 640]] as const) {
  test(`what starts an export is in sight wherever the screen is scrolled to, and while it runs what it does and Cancel are: ${width} × ${height}`, async ({ launch, home }) => {
    const { page, complaints } = await launch({ dialogs: [join(home, 'Documents')] });
    await page.setViewportSize({ width, height });
    await openSamples(page);
    await page.getByRole('row').nth(2).click();
    await page.keyboard.press('Shift+A');
    await expect(page.locator('.toast')).toBeVisible();
    await page.keyboard.press('Alt+5');
    const foot = page.getByRole('group', { name: 'Export' });
    await expect(foot.locator('.export-estimate')).toContainText(/about [\d.]+ kB/u);
    await expect(page.locator('.toast')).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await foot.getByRole('button', { name: 'Choose a folder first' }).click();
    await expect(foot.getByRole('button', { name: 'Choose a folder first' })).toHaveCount(0);

    for (const box of await page.locator('.export-formats input').all()) await box.check();
    await page.locator('.page-screen').evaluate((screen) => screen.scrollTo(0, screen.scrollHeight));
    expect(await faults(page)).toEqual([]);

    // From a field that is held while it runs: the keyboard stays with what started it.
    await page.getByRole('textbox', { name: /^Name of the new folder/ }).focus();
    const seen = page.evaluate(() => new Promise<readonly unknown[]>((done) => {
      new MutationObserver((_, observer) => {
        const run = document.querySelector('.export-foot .export-run');
        if (!run) return;
        observer.disconnect();
        const { bottom } = run.getBoundingClientRect();
        done([document.activeElement?.textContent, bottom < innerHeight, document.querySelector('.export-run + button')?.textContent, document.querySelector('.export-foot .main')?.getAttribute('aria-disabled')]);
      }).observe(document.body, { childList: true, subtree: true });
    }));
    await page.keyboard.press('Control+Enter');
    expect(await seen).toEqual(['ExportCtrl+Enter', true, 'CancelCtrl+.', 'true']);
    await expect(page.getByRole('heading', { name: 'Exported' })).toBeInViewport();
    await expect(foot.getByRole('button', { name: /^Export/u })).toBeFocused();
    expect(await faults(page)).toEqual([]);

    // Tab goes from the choices to the foot, and what has the keyboard is never below it.
    await page.keyboard.press('Shift+Tab');
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Shift+Tab');
      await expect(page.locator('.page-screen :focus')).toBeInViewport();
    }
    await page.keyboard.press('F6');
    await expect(foot.getByRole('button', { name: /^Export/u })).toBeFocused();
    expect(complaints).toEqual([]);
  });
}
