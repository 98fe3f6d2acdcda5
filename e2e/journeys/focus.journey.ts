import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';

// What asks the system for something, leaves the project or begins long work is walked by the journeys it belongs to.
const NOT_HERE = /^(?:project\.(?:open|close|rescan)|export\.start|learning\.(?:start|splitAnew)|app\.(?:language|keys\.))/;

/** What has the keyboard, in short; '' where nothing has. */
const holder = (page: Page) => page.evaluate(() => {
  const active = document.activeElement;
  return active === null || active === document.body ? '' : `${active.tagName} ${active.className} ${active.getAttribute('role') ?? ''}`;
});

async function openSamples(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(3).waitFor();
}

/** The commands of the palette that can be given now. */
async function possible(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('?');
  const ids = await page.locator('[data-command]').evaluateAll((all) => all.map((one) => one.getAttribute('data-command') ?? ''));
  await page.keyboard.press('Escape');
  return ids.filter((id) => !NOT_HERE.test(id));
}

for (const screen of ['Library', 'Desk'] as const) {
  test(`the keyboard is never nowhere: every command, ${screen}`, async ({ launch }) => {
    test.setTimeout(480_000); // some hundred commands, each begun from home
    const { page, complaints } = await launch();
    await openSamples(page);
    const home = screen === 'Library' ? page.getByRole('grid') : page.locator('[data-passage][tabindex="0"]');
    const begin = async () => {
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Escape');
      await page.keyboard.press(screen === 'Library' ? 'Alt+1' : 'Alt+2');
      await expect(home, `after ${last}`).toBeFocused();
    };
    let last = 'the start';
    await begin();
    const lost: string[] = [];
    let given = 0;
    for (const id of await possible(page)) {
      await begin();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(id);
      const first = page.getByRole('option').first();
      if ((await first.getAttribute('aria-disabled')) === 'true') {
        await page.keyboard.press('Escape');
        continue;
      }
      await page.keyboard.press('Enter');
      given += 1;
      last = id;
      // Two frames: one for what the command draws, one for the keyboard to find its place.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
      if ((await holder(page)) === '') lost.push(id);
    }
    expect(given).toBeGreaterThan(40);
    expect(lost).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('left with the mouse, the keyboard goes back to the screen; F6 goes through the panes and back', async ({ launch }) => {
  const { page } = await launch();
  await openSamples(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Topics' }).click();
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Desk' }).click();
  await expect(page.locator('[data-passage][tabindex="0"]')).toBeFocused();
  await page.locator('.title-bar .logo').click();
  await expect(page.locator('[data-passage][tabindex="0"]')).toBeFocused();

  const panes = ['.desk-details', '.status-bar', '.title-bar', '.rail', '.desk-source', '.desk-articles'];
  for (const pane of panes) {
    await page.keyboard.press('F6');
    await expect(page.locator(`${pane} :focus`), pane).toHaveCount(1);
  }
  for (const pane of panes.toReversed().slice(1)) {
    await page.keyboard.press('Shift+F6');
    await expect(page.locator(`${pane} :focus`), pane).toHaveCount(1);
  }
  await expect(page.locator('.desk-details :focus')).toHaveCount(1);
  await page.setViewportSize({ width: 1024, height: 700 }); // where the details have no room
  await expect(page.locator('[data-passage][tabindex="0"]')).toBeFocused();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('Alt+1');
  await expect(page.locator('main [role=grid]')).toBeFocused();
  for (const pane of ['.preview', '.status-bar', '.title-bar', '.rail', '.facets', '.library-main']) {
    await page.keyboard.press('F6');
    await expect(page.locator(`${pane} :focus`), pane).toHaveCount(1);
  }
});

test('the page’s text is set by keys and kept; high contrast follows the system', async ({ launch }) => {
  const first = await launch();
  await openSamples(first.page);
  await first.page.keyboard.press('Alt+2');
  const body = (page: Page) => page.locator('.column [data-role=body]').first();
  await expect(body(first.page)).toHaveCSS('font-size', '17px');
  const wide = await first.page.locator('.column').evaluate((one) => one.clientWidth);
  for (const key of ['ArrowUp', 'ArrowUp', 'PageUp', 'f', ...Array.from({ length: 10 }, () => 'ArrowLeft')]) {
    await first.page.keyboard.press('Alt+r');
    await first.page.keyboard.press(key);
  }
  await expect(body(first.page)).toHaveCSS('font-size', '19px');
  await expect(body(first.page)).toHaveCSS('line-height', '36.1px');
  await expect(body(first.page)).toHaveCSS('font-family', /Sans/);
  expect(await first.page.locator('.column').evaluate((one) => one.clientWidth)).toBeLessThan(wide);
  await first.page.emulateMedia({ contrast: 'more' });
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await first.page.emulateMedia({ contrast: null });
  await expect(first.page.locator('html')).not.toHaveAttribute('data-theme', 'contrast');
  await first.quit();

  const { page } = await launch(); // opens where it was left: at the Desk
  await expect(body(page)).toHaveCSS('font-size', '19px');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('0');
  await expect(body(page)).toHaveCSS('font-size', '17px');
});
