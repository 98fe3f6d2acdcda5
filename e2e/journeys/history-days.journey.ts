import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { folderOfPlaces } from '../pages/places.ts';

const FILE = '城东.txt';
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-07'] as const;
const MANY = 150; // more lines than the history fetches at a time

/** Makes as many changes to the page as asked, each an entry of the history: a passage is a credit and body text by turns. */
const change = (page: Page, issue: number, times: number): Promise<void> => page.evaluate(async ([which, count]) => {
  for (let n = 0; n < count; n += 1) {
    const opened = await window.stet.calls['issue.open']({ issue: which });
    if (!opened.ok) throw new Error('the page cannot be opened');
    const { id, role } = opened.value.tree.articles[0]!.passages.at(-1)!;
    const edits = [{ kind: 'setRole' as const, passage: id, role: role === 'body' ? 'credit' as const : 'body' as const }];
    const done = await window.stet.calls['issue.edit']({ once: crypto.randomUUID(), issue: which, version: opened.value.version, label: 'set-role', edits });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
}, [issue, times] as const);

/** Gives all articles a topic, as one entry. */
const tag = (page: Page, topic: string): Promise<void> => page.evaluate(async (id) => {
  const done = await window.stet.calls['library.setTopics']({ once: id, selection: { filter: {} }, add: [{ scheme: 'medtop', id }], remove: [] });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}, topic);

/** Puts the entries of a project that is not open on days: each day holds from the nth entry on. The journal refuses to be changed, so what refuses is put away and back. */
function putOnDays(project: string, from: readonly (readonly [nth: number, day: string])[]): void {
  const db = new DatabaseSync(project);
  try {
    const guard = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'entry_is_fixed'").get() as { readonly sql: string };
    db.exec('BEGIN; DROP TRIGGER entry_is_fixed');
    const entries = db.prepare('SELECT id FROM entry ORDER BY id').all() as { readonly id: number }[];
    const put = db.prepare('UPDATE entry SET at = ? WHERE id = ?');
    entries.forEach(({ id }, n) => put.run(`${from.findLast(([nth]) => n >= nth)![1]}T12:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`, id));
    db.exec(`${guard.sql}; COMMIT`);
  } finally {
    db.close();
  }
}

test('by keys alone, the history goes from day to day, over days that are not at hand, and among what it is narrowed to', async ({ launch, home }) => {
  const folder = await folderOfPlaces(home);
  const first = await launch({ dialogs: [folder] });
  await expect(first.page.getByRole('button', { name: /^Open a folder/ })).toBeVisible();
  await first.page.keyboard.press('ControlOrMeta+o');
  const desk = new Desk(first.page);
  await expect(async () => void (await desk.stored(FILE))).toPass();
  const issue = await first.page.evaluate(async () => {
    const files = await window.stet.calls['files.list']({ offset: 0, limit: 10, only: 'all' });
    return files.ok ? files.value.files.find(({ path }) => path.endsWith('城东.txt'))!.issue! : 0;
  });
  await change(first.page, issue, 1);
  await tag(first.page, 'medtop:06000000');
  await change(first.page, issue, MANY);
  await tag(first.page, 'medtop:05000000');
  await first.quit();
  const project = (await readdir(join(home, 'Documents', 'Stet'))).find((name) => name.endsWith('.stet')) ?? '';
  putOnDays(join(home, 'Documents', 'Stet', project, 'project.db'), [[0, DAYS[0]], [2, DAYS[1]], [2 + MANY, DAYS[2]]]);

  const { page, complaints } = await launch();
  const history = page.getByRole('grid', { name: 'History' });
  const chosen = history.locator('[role=row][aria-selected=true]');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Alt+6');
  const at = async (line: number, day: string) => {
    await expect(chosen).toHaveAttribute('aria-rowindex', `${line + 1}`); // the head is a row, too
    await expect(chosen.locator('.starts-day')).toHaveText(new RegExp(`\\b${day}\\b`));
  };

  await test.step('D goes to the first line of the day before, as the days stand beside the lines', async () => {
    await at(1, 'Mar 7');
    await page.keyboard.press('d');
    await at(2, 'Mar 3');
    await expect(chosen).toContainText('Role changed');
    await page.keyboard.press('d');
    await at(2 + MANY, 'Mar 2');
    await expect(chosen).toContainText('Topics set');
    await expect(chosen).toBeInViewport();
  });

  await test.step('on the oldest day it stays; Shift+D goes to the beginning of the day one is in, then to newer ones', async () => {
    await page.keyboard.press('d');
    await at(2 + MANY, 'Mar 2');
    await page.keyboard.press('j');
    await expect(chosen).toHaveAttribute('aria-rowindex', `${2 + MANY + 2}`);
    await expect(chosen.locator('.same-day')).toBeAttached();
    await page.keyboard.press('Shift+D');
    await at(2 + MANY, 'Mar 2');
    await page.keyboard.press('Shift+D');
    await at(2, 'Mar 3');
    await page.keyboard.press('Shift+D');
    await at(1, 'Mar 7');
    await page.keyboard.press('Shift+D');
    await at(1, 'Mar 7');
  });

  await test.step('narrowed to a kind, only days with that kind are gone to', async () => {
    await expect(chosen).toContainText('Topics set');
    await page.keyboard.press('t');
    await expect(history).toHaveAttribute('aria-rowcount', '3');
    await page.keyboard.press('d');
    await at(2, 'Mar 2');
    await page.keyboard.press('Escape');
  });
  expect(complaints).toEqual([]);
});
