import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, freshHome, launchStet } from '../../pages/app.ts';
import { fewestEdits } from './review/left.ts';
import { play, stored } from './review/play.ts';
import { reviewPages } from './review/pages.ts';
import type { Bench } from './session.ts';
import type { Figure } from './statistics.ts';

/**
 * Pages reviewed to their truth by keyboard alone, in the window: keys pressed for an article, beside the least there could be (one for an edit of the fewest
 * that lead to the truth, one approval for an article). Approving the last article of a page leads to the next page, as it does at the desk.
 */
export async function keystrokes({ tell }: Bench): Promise<readonly Figure[]> {
  const pages = reviewPages(process.env['STET_SHARED'] ?? join(CHECKOUT, '..', 'shared'));
  if (pages.length === 0) {
    tell('keystrokes: the measuring pages are not beside this checkout (STET_SHARED): nothing is played');
    return [];
  }
  const home = await freshHome();
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder, { recursive: true });
  for (const { path, name } of pages) copyFileSync(path, join(folder, `${name}.txt`));
  const stet = await launchStet({ home, dialogs: [folder] });
  const { page } = stet;
  try {
    await page.getByRole('button', { name: /^Open a folder/ }).click();
    await page.getByText(`watching ${pages.length} files`).waitFor();
    await page.getByRole('row').nth(5).waitFor();
    await page.keyboard.press('Alt+q'); // by pages: approving an article goes on to the next of its page, not to the riskiest of all
    const paths = await page.evaluate(async () => {
      const files = await window.stet.calls['files.list']({ offset: 0, limit: 100, only: 'all' });
      return files.ok ? files.value.files.flatMap(({ path, issue }) => (issue === null ? [] : [{ path, issue }])) : [];
    });
    const found = await Promise.all(pages.map(async ({ name, goal, articles }) => {
      const { issue } = paths.find(({ path }) => path === `${name}.txt`)!;
      const first = await stored(page, issue);
      return { name, goal, articles, issue, first: first.articles[0]!.passages[0]!.id, edits: fewestEdits(first, goal) };
    }));
    let [pressed, least, articles] = [1, 0, 0];
    await page.keyboard.press('Alt+2'); // the desk takes up the page that comes first; each page's last key leads to the next
    const todo = new Set(found);
    while (todo.size > 0) {
      await page.locator([...todo].map(({ first }) => `[data-passage="${first}"]`).join(', ')).waitFor();
      const shown = await page.locator('[data-passage]').first().getAttribute('data-passage');
      const at = [...todo].find(({ first }) => first === shown)!;
      todo.delete(at);
      const { keys, walked } = await play(page, at.issue, at.goal);
      tell(`${at.name}: ${keys.length} keys, ${walked} of them to get about; least ${at.edits + at.articles}: ${at.edits} edits, ${at.articles} articles`);
      if (process.env['STET_BENCH_KEYS']) tell(`  ${keys.join(' ')}`);
      pressed += keys.length;
      least += at.edits + at.articles;
      articles += at.articles;
    }
    return [{ name: `keystrokes an article, ${pages.length} pages reviewed to their truth`, unit: 'keys', ours: pressed / articles, baseline: least / articles, bound: 1.3 }];
  } finally {
    await stet.quit();
    rmSync(home, { recursive: true, force: true });
  }
}
