import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createTranslator } from '#strings/index.ts';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import type { LaunchOptions, Stet } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { folderOfFerries } from '../pages/ferry-pages.ts';

const FILE = '渡口_3.txt';
const COPY = '渡口_3 再读.txt';
const WORDS = '两岸居民都说方便多了';
const HEADLINE = '清河渡口第四班船今早开航';
const OTHER = '清河渡口第一班船今早开航';

type Launch = (options?: Omit<LaunchOptions, 'home'>) => Promise<Stet>;

/** Writes into a page, has its file read in another version, so that the journal alone does not lead to its tree, and quits. Gives the folder and the project's. */
async function workedOn(launch: Launch, home: string): Promise<{ readonly folder: string; readonly project: string }> {
  const folder = await folderOfFerries(home);
  const { page, documents, quit } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await expect(page.getByRole('row').nth(10)).toBeVisible();
  await page.getByRole('row').filter({ hasText: HEADLINE }).dblclick();
  const desk = new Desk(page);
  await expect(desk.passage(WORDS)).toBeVisible();
  await desk.writeBehind(WORDS);
  await page.keyboard.insertText('未');
  await desk.leaveText();
  await expect(page.locator('.status-bar .saved')).toContainText('saved ');
  const path = join(folder, FILE);
  await writeFile(path, `${await readFile(path, 'utf8')}\n另有三艘新船正在建造，明年春天下水。\n`);
  await expect(desk.passage('另有三艘新船')).toBeVisible();
  await expect(desk.passage(`${WORDS}未`)).toBeVisible();
  await quit();
  const projects = join(documents, 'Stet');
  return { folder, project: join(projects, (await readdir(projects)).find((name) => name.endsWith('.stet'))!) };
}

/** Overwrites a few bytes of the page's tree, as a disk does that forgets; of the machine's too, if that is asked for. */
function hurtTree(project: string, { machine }: { readonly machine: boolean }): void {
  const db = new DatabaseSync(join(project, 'project.db'));
  const { issue } = db.prepare('SELECT id AS issue FROM issue WHERE tree IS NOT NULL').get() as { readonly issue: number };
  const hurt = (table: string, key: string) => {
    for (const { id, tree } of db.prepare(`SELECT id, tree FROM ${table} WHERE ${key} = ?`).all(issue) as unknown as readonly { readonly id: number; readonly tree: Uint8Array }[]) {
      db.prepare(`UPDATE ${table} SET tree = ? WHERE id = ?`).run(Buffer.from(tree).fill(0xa5, 12, 20), id);
    }
  };
  hurt('issue', 'id');
  if (machine) hurt('reading', 'issue');
  db.close();
}

test('a page whose tree was damaged says so, and one key closes and opens the project: what was written stands on it again', async ({ launch, home }) => {
  const { project } = await workedOn(launch, home);
  hurtTree(project, { machine: false });

  const { page, complaints } = await launch();
  const desk = new Desk(page);
  const notice = page.locator('.notice').filter({ hasText: 'The page cannot be shown' });
  await expect(notice).toContainText('“project.db”');
  await expect(notice.getByRole('button', { name: /^Close and open again/ })).toBeVisible();
  await page.keyboard.press('o');
  await page.keyboard.press('a');
  await expect(desk.passage(`${WORDS}未`)).toBeVisible();
  await expect(desk.passage('另有三艘新船')).toBeVisible();
  await expect(notice).toHaveCount(0);

  await desk.writeBehind('另有三艘');
  await page.keyboard.insertText('大');
  await desk.leaveText();
  await expect(desk.passage('另有三艘大新船')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(desk.passage('另有三艘新船')).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const language of ['en', 'zh-Hans'] as const) {
  test(`where it can be made of nothing any more the window says which file it is and what helps, that helps, and the other pages are as they were: ${language}`, async ({ launch, home }) => {
    const t = createTranslator(language);
    const { folder, project } = await workedOn(launch, home);
    hurtTree(project, { machine: true });

    const { page, complaints } = await launch({ dialogs: [home] });
    await page.evaluate((wanted) => window.stet.calls['app.setLanguage']({ language: wanted }), language);
    const desk = new Desk(page);
    const notice = page.locator('.notice').filter({ hasText: t('error.page-tree-lost', { path: FILE }) });
    await expect(notice).toBeVisible();
    await page.screenshot({ path: test.info().outputPath(`lost-${language}.png`) });

    await test.step('another page is opened and worked on', async () => {
      await page.keyboard.press('Alt+1');
      await page.getByRole('row').filter({ hasText: OTHER }).dblclick();
      await desk.writeBehind(WORDS);
      await page.keyboard.insertText('甲');
      await desk.leaveText();
      await expect(desk.passage(`${WORDS}甲`)).toBeVisible();
    });

    await test.step('what the sentence advises: a copy under another name, with an empty line at its end, is a page one works on', async () => {
      await writeFile(join(folder, COPY), `${await readFile(join(folder, FILE), 'utf8')}\n`);
      await page.keyboard.press('Alt+1');
      await expect(page.getByRole('row').filter({ hasText: HEADLINE })).toHaveCount(2);
      await page.getByRole('row').filter({ hasText: HEADLINE }).filter({ hasText: t('status.new') }).dblclick();
      await desk.writeBehind(WORDS);
      await page.keyboard.insertText('乙');
      await desk.leaveText();
      await expect(async () => expect(JSON.stringify((await desk.stored(COPY)).tree)).toContain('乙')).toPass();
    });

    await test.step('an export names the page that keeps it from being made, and is made without it if one says so', async () => {
      await page.keyboard.press('Alt+5');
      await page.getByRole('button', { name: t('export.choose') }).click();
      await expect(page.getByText(home, { exact: true })).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.outcome.problem')).toContainText(t('error.pages-lost', { count: 1 }));
      await expect(page.locator('.lost-pages li')).toHaveText([`${FILE}${t('export.lost.tree')}`]);
      const before = await readdir(home);
      expect(before.filter((name) => name.endsWith('.partial'))).toEqual([]);

      await page.keyboard.press('Alt+Enter');
      await expect(page.locator('.outcome.done')).toContainText(t('export.lost-left-out', { count: 1 }));
      const made = (await readdir(home)).filter((name) => !before.includes(name));
      expect(made).toHaveLength(1);
      const corpus = join(home, made[0]!);
      const ledger = JSON.parse(await readFile(join(corpus, 'ledger.json'), 'utf8')) as { readonly left_out: unknown; readonly totals: unknown };
      const characters = [...await readFile(join(folder, FILE), 'utf8')].filter((character) => character.trim() !== '').length;
      expect(ledger).toMatchObject({ left_out: [{ source_file: FILE, why: 'tree', source: characters }], totals: { left_out: { pages: 1, source: characters, unknown: 0 } } });
      expect(execFileSync(process.execPath, [join(CHECKOUT, 'dist', 'cli', 'cli.js'), 'verify', '--export', corpus], { encoding: 'utf8' })).toContain(' 1 left out as they could not be read, 0 faults');
    });
    expect(complaints).toEqual([]);
  });
}
