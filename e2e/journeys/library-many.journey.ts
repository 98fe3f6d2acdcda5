import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Stet } from '../pages/app.ts';
import { expect, test } from '../pages/app.ts';

const PAGES = 700;
const text = (n: number) => `第${n}号渡口明起停航\n\n本报讯（记者 何青）第${n}号渡口明起停航检修，过河请走大桥。\n\n\n第${n}间书屋今天开门\n\n本报讯（记者 周允）第${n}间书屋今天上午开门迎客，门口排起了队。\n`;

/** Opens a folder of many small pages by its key, and waits until all are in the list. Each is split into two articles. */
async function openMany(home: string, launch: (options: { dialogs: string[] }) => Promise<Stet>): Promise<Stet> {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await Promise.all(Array.from({ length: PAGES }, (_, n) => writeFile(join(folder, `${String(n).padStart(3, '0')}.txt`), text(n))));
  const stet = await launch({ dialogs: [folder] });
  await expect(stet.page.getByRole('button', { name: /^Open a folder/ })).toBeVisible(); // from then on keys are heard
  await stet.page.keyboard.press('ControlOrMeta+o');
  await expect(stet.page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(2 * PAGES + 1), { timeout: 60_000 });
  return stet;
}

const tagged = (page: Page) => page.evaluate(async () => {
  const told = await window.stet.calls['library.tagged']({ selection: { filter: {} } });
  return told.ok ? told.value.topics.map(({ have }) => have) : null;
});

/** The next time long work is told of, Control and full stop are pressed at once: by hand it may be over before. */
const cancelWhenTold = (page: Page) => page.evaluate(() => {
  const stop = window.stet.events['job.progress'](({ state }) => {
    if (state !== 'running') return;
    stop();
    setTimeout(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '.', code: 'Period', ctrlKey: true, bubbles: true, cancelable: true })));
  });
});

test('all rows are tagged without a mouse: cancelled, nothing is changed; done, it is one step to take back', async ({ launch, home }) => {
  const { page, complaints } = await openMany(home, launch);
  const articles = 2 * PAGES;
  const all = articles.toLocaleString('en');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('toolbar')).toContainText(all);
  await page.keyboard.press('t');
  const panel = page.getByRole('dialog', { name: 'Tag…' });
  await page.keyboard.insertText('jy'); // 教育, by its initials
  await expect(panel.getByRole('option').first()).toContainText('education');
  await expect(panel.getByRole('status')).toHaveText(`Of ${all}: ${all} will change, 0 have it already; 0 have a narrower one`);

  await cancelWhenTold(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(await tagged(page)).toEqual([]);
  expect(await page.evaluate(async () => window.stet.calls['history.list']({ issue: null, before: null, limit: 10 }))).toEqual({ ok: true, value: [] });

  await page.keyboard.insertText('jy');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${all} articles tagged.`)).toBeVisible();
  expect(await tagged(page)).toEqual([articles]);
  await page.keyboard.insertText('jy'); // still open, for the next: and it says so of every article, at hand or not
  await expect(panel.getByRole('option').first()).toContainText('all have it');
  await expect(panel.getByRole('status')).toHaveText(`All ${all} have it: it is taken off`);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Taken back: Topics set for many')).toBeVisible();
  expect(await tagged(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
