import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, freshHome, launchStet } from '../../pages/app.ts';
import { leftToDo } from './review/plan.ts';
import { play, stored } from './review/play.ts';
import { reviewPages } from './review/pages.ts';
import type { Bench } from './session.ts';
import type { Figure } from './statistics.ts';

/**
 * Pages reviewed to their truth by keyboard alone, in the window: keys pressed for an article, beside the least there could be (one for an edit of the fewest
 * that lead to the truth, one approval for an article). The way from page to page is one key.
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
    const issues = await page.evaluate(async () => {
      const files = await window.stet.calls['files.list']({ offset: 0, limit: 100, only: 'all' });
      return files.ok ? files.value.files.map(({ path, issue }) => ({ path, issue })) : [];
    });
    let [pressed, least, articles] = [0, 0, 0];
    for (const { name, goal, articles: count } of pages) {
      const { issue } = issues.find(({ path }) => path === `${name}.txt`)!;
      const fewest = await stored(page, issue!);
      const edits = leftToDo(fewest, goal).length;
      await page.keyboard.press('Control+p');
      await page.keyboard.insertText(name);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`[data-passage="${fewest.articles[0]!.passages[0]!.id}"]`).waitFor();
      const { keys, walked } = await play(page, issue!, goal);
      tell(`${name}: ${keys.length + 1} keys, ${walked + 1} of them to get about; least ${edits + count}: ${edits} edits, ${count} articles`);
      if (process.env['STET_BENCH_KEYS']) tell(`  ${keys.join(' ')}`);
      pressed += keys.length + 1;
      least += edits + count;
      articles += count;
    }
    return [{ name: `keystrokes an article, ${pages.length} pages reviewed to their truth`, unit: 'keys', ours: pressed / articles, baseline: least / articles, bound: 1.3 }];
  } finally {
    await stet.quit();
    rmSync(home, { recursive: true, force: true });
  }
}
