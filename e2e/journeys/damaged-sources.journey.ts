import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WORDS = '班长裴大勇';
const FILE = '清河晚报_20240518_03.txt';

/** Works on a page of the samples, so that the next start opens on it, and quits. Gives the project's folder. */
async function workedOn(launch: () => Promise<Stet>): Promise<string> {
  const { page, documents, quit } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  await page.keyboard.insertText('未');
  await desk.leaveText();
  await expect(page.locator('.status-bar .saved')).toContainText('saved ');
  await quit();
  const projects = join(documents, 'Stet');
  return join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!);
}

/** Overwrites bytes of a file where it lies. */
async function overwrite(path: string, at: number, length: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(length, 0xa5), 0, length, at);
  await file.close();
}

/** Overwrites a few bytes of what a database holds of every file, as a disk does that forgets; the database itself hangs together as before. */
async function hurtContents(path: string): Promise<void> {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare('SELECT bytes FROM source').all() as unknown as readonly { readonly bytes: Uint8Array }[];
  db.close();
  const stored = await readFile(path);
  for (const { bytes } of rows) {
    const begins = bytes.subarray(0, 24);
    // What SQLite moved about while it wrote may stand in the file twice.
    for (let at = stored.indexOf(begins); at >= 0; at = stored.indexOf(begins, at + 1)) await overwrite(path, at + 12, 8);
  }
}

test('a page whose text was damaged on the disk says so, and one key closes and opens the project: it is there again with what was written in it', async ({ launch }) => {
  const project = await workedOn(launch);
  await hurtContents(join(project, 'sources.db'));

  const { page, complaints } = await launch();
  const desk = new Desk(page);
  const notice = page.locator('.notice').filter({ hasText: 'The page cannot be shown' });
  await expect(notice).toContainText('“sources.db”');
  await expect(notice.getByRole('button', { name: /^Close and open again/ })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('damaged.png') });
  await page.keyboard.press('o');
  await page.keyboard.press('a');

  await expect(desk.passage(`${WORDS}未`)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(page.locator('.toast')).toContainText('closed and opened again');
  expect(await readdir(join(project, 'damaged'))).toHaveLength(1);

  await test.step('and it can be worked on', async () => {
    await desk.writeBehind(`${WORDS}未`);
    await page.keyboard.insertText('完');
    await desk.leaveText();
    await expect(page.locator('.status-bar .saved')).toContainText('saved ');
    expect(JSON.stringify((await desk.stored(FILE)).tree)).toContain('未完');
  });
  expect(complaints).toEqual([]);
});

test('a sources.db whose structure is hurt is noticed behind the open project, and the page comes back by itself', async ({ launch }) => {
  const project = await workedOn(launch);
  const path = join(project, 'sources.db');
  const db = new DatabaseSync(path, { readOnly: true });
  const { rootpage } = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'source'").get() as { readonly rootpage: number };
  db.close();
  await overwrite(path, (rootpage - 1) * 4096, 4096);

  const { page } = await launch();
  await expect(new Desk(page).passage(`${WORDS}未`)).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
  expect(await readdir(join(project, 'damaged'))).toHaveLength(1);
});
