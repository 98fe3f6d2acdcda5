import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Edit } from '#core/edits/edit.ts';
import type { Issue } from '#core/model/issue.ts';
import { housePage } from '#core/testing/house-pages.ts';
import { editsToTruth } from '#core/testing/make-true.ts';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { Library } from '../pages/library.ts';

// Learning takes as long as the machine needs for it.
const PATIENCE = { timeout: 400_000 };
const APPROVED = Array.from({ length: 10 }, (_, number) => number);
const OPEN = [20, 21, 22];
const NEW = 30;
const fileOf = (number: number) => `乡镇版_${String(number).padStart(2, '0')}.txt`;
const outline = ({ articles }: Pick<Issue, 'articles'>) => articles.map(({ passages }) => passages.map(({ role }) => role).join(' '));

async function edit(page: Page, file: string, editsFor: (issue: Issue) => readonly Edit[]): Promise<void> {
  const { issue, version, source, tree } = await new Desk(page).stored(file);
  const edits = JSON.parse(JSON.stringify(editsFor({ source, ...tree }))) as never;
  const saved = await page.evaluate(({ id, at, list }) => window.stet.calls['issue.edit']({ once: crypto.randomUUID(), issue: id, version: at, label: 'set-role', edits: list, confirmAside: true }), { id: issue, at: version, list: edits });
  if (!saved.ok) throw new Error(saved.error.code);
}

const learning = (page: Page) => page.evaluate(async () => {
  const state = await window.stet.calls['learning.state']({});
  if (!state.ok) throw new Error(state.error.code);
  return state.value;
});

/** A folder of pages of one paper, most of them brought in order and approved as an editor would; the last is left to the test. */
async function workedOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  await expect(page.getByText(`watching ${APPROVED.length + OPEN.length} files`)).toBeVisible();
  await expect.poll(() => page.evaluate(async () => {
    const files = await window.stet.calls['files.list']({ offset: 0, limit: 500, only: 'all' });
    return files.ok && files.value.files.every(({ issue }) => issue !== null);
  })).toBe(true);
  for (const number of APPROVED.slice(0, -1)) await edit(page, fileOf(number), (issue) => editsToTruth(issue, housePage(number), `${number}`));
}

async function folderOfPages(home: string): Promise<string> {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const number of [...APPROVED, ...OPEN]) await writeFile(join(folder, fileOf(number)), housePage(number).source);
  return folder;
}

async function goToLearning(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.insertText('Learn from approved');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Learn from your pages' })).toBeVisible();
}

test('Stet learns from approved pages, shows what improved, splits others anew with what was decided on them, and goes back', async ({ launch, home }) => {
  test.setTimeout(900_000);
  const folder = await folderOfPages(home);
  const first = await launch({ dialogs: [folder] });
  const { page } = first;
  const [desk, main] = [new Desk(page), page.getByRole('main')];
  await workedOn(page);
  const otherwise = main.getByRole('region').or(main.locator('section')).filter({ hasText: 'Pages that would now be split differently' }).getByRole('listitem');

  await test.step('approve the last page by hand', async () => {
    const last = APPROVED.at(-1)!;
    await edit(page, fileOf(last), (issue) => editsToTruth(issue, housePage(last), `${last}`).filter(({ kind }) => kind !== 'setStatus'));
    const { source, articles } = housePage(last);
    const [headline] = articles[0]!.passages[0]!.pieces;
    await new Library(page).open(headline?.kind === 'kept' ? source.slice(headline.range.from, headline.range.to) : '');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(async () => (await desk.stored(fileOf(last))).tree.articles.map(({ status }) => status)).toEqual(housePage(last).articles.map(() => 'approved'));
  });

  const mended = housePage(OPEN[0]!).source.indexOf('一早');
  await test.step('decide something on a page that is not approved', async () => {
    await edit(page, fileOf(OPEN[0]!), (issue) => {
      const passage = issue.articles.flatMap(({ passages }) => passages).find(({ pieces }) => pieces.some((piece) => piece.kind === 'kept' && piece.range.from <= mended && mended < piece.range.to))!;
      const piece = passage.pieces.find((each) => each.kind === 'kept' && each.range.from <= mended && mended < each.range.to)!;
      const before = passage.pieces.slice(0, passage.pieces.indexOf(piece)).reduce((sum, each) => sum + ('range' in each ? each.range.to - each.range.from : 0), 0);
      const at = before + mended - ('range' in piece ? piece.range.from : 0);
      return [{ kind: 'replaceText', passage: passage.id, from: at, to: at + 2, put: { text: '清早', why: { id: 'person' } } }];
    });
  });

  const before = await Promise.all(OPEN.map(async (number) => (await desk.stored(fileOf(number))).tree));

  await test.step('learn, while work goes on', async () => {
    await goToLearning(page);
    await expect(main.getByText(`${APPROVED.length} approved pages to learn from`)).toBeVisible();
    await main.getByRole('button', { name: `Learn from ${APPROVED.length} approved pages` }).click();
    await expect(main.getByRole('progressbar', { name: 'Learning' })).toBeVisible();
    await new Library(page).go();
    await expect(page.getByRole('row').nth(1)).toBeVisible(); // what was searched for may narrow the list still
    await goToLearning(page);
    await expect(main.getByText('Better: new pages are split the way it learned')).toBeVisible(PATIENCE);
    await expect(main.getByRole('row', { name: /^Boundaries right/ })).toBeVisible();
    await expect(main.getByText(`on ${APPROVED.length} pages you approved`)).toBeVisible();
    await expect(otherwise).toHaveCount(OPEN.length);
    expect(await Promise.all(OPEN.map(async (number) => (await desk.stored(fileOf(number))).tree))).toEqual(before);
  });

  await test.step('one page of the list is split anew by key, the keyboard stays in the list, and it is taken back', async () => {
    await page.keyboard.press('j');
    await expect(otherwise.first()).toBeFocused();
    await page.keyboard.press('Shift+S');
    await expect(page.getByText('1 page split anew')).toBeVisible();
    await expect(otherwise).toHaveCount(OPEN.length - 1);
    await expect(page.locator('.learning [data-spot]:focus')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(otherwise).toHaveCount(OPEN.length);
  });

  await test.step('split the others anew, take it back, do it again', async () => {
    await expect(main.getByRole('button', { name: `Split ${OPEN.length} pages anew` })).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByText(`${OPEN.length} pages split anew`)).toBeVisible();
    await expect(otherwise).toHaveCount(0);
    for (const number of OPEN) expect(outline((await desk.stored(fileOf(number))).tree)).toEqual(outline(housePage(number)));
    const corrected = await desk.stored(fileOf(OPEN[0]!));
    expect(JSON.stringify(corrected.tree)).toContain('"text":"清"');
    expect(corrected.unplaced).toEqual([]);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(otherwise).toHaveCount(OPEN.length);
    expect(await Promise.all(OPEN.map(async (number) => (await desk.stored(fileOf(number))).tree))).toEqual(before);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(otherwise).toHaveCount(0);
  });

  await test.step('a page that comes is split the way it was learned', async () => {
    await writeFile(join(folder, fileOf(NEW)), housePage(NEW).source);
    await expect(page.getByText(`watching ${APPROVED.length + OPEN.length + 1} files`)).toBeVisible();
    await expect.poll(async () => outline((await desk.stored(fileOf(NEW)).catch(() => ({ tree: { articles: [] } }))).tree)).toEqual(outline(housePage(NEW)));
  });

  await test.step('what is in use is remembered, and left again', async () => {
    const { inUse } = await learning(page);
    await first.quit();
    const again = await launch();
    await again.page.getByRole('button', { name: /pages/ }).first().click();
    await expect(again.page.getByText(`watching ${APPROVED.length + OPEN.length + 1} files`)).toBeVisible();
    expect((await learning(again.page)).inUse).toBe(inUse);
    await goToLearning(again.page);
    const own = again.page.locator('.weights-list li').filter({ hasText: 'As Stet came' });
    await expect(own).toBeVisible();
    for (let steps = 0; steps < 9 && !(await own.evaluate((line) => line === document.activeElement)); steps += 1) await again.page.keyboard.press('j');
    await again.page.keyboard.press('u');
    await expect(again.page.getByText('Another way of splitting is in use now.')).toBeVisible();
    await expect(own).toBeFocused();
    expect((await learning(again.page)).inUse).toBe(null);
    await again.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await learning(again.page)).inUse).toBe(inUse);
    expect(again.complaints).toEqual([]);
  });
  expect(first.complaints).toEqual([]);
});

test('an engine that dies while it learns loses nothing, and can begin again', async ({ launch, home }) => {
  test.setTimeout(300_000);
  const folder = await folderOfPages(home);
  const { page, engines } = await launch({ dialogs: [folder] });
  const main = page.getByRole('main');
  await workedOn(page);
  await goToLearning(page);
  await main.getByRole('button', { name: /^Learn from 9 approved pages/ }).click();
  await expect(main.getByRole('progressbar', { name: 'Learning' })).toBeVisible();
  const [engine] = await engines();
  process.kill(engine!, 'SIGKILL');
  await expect.poll(async () => (await engines()).filter((pid) => pid !== engine).length, PATIENCE).toBe(1);
  await expect(main.getByRole('button', { name: /^Learn from 9 approved pages/ })).toBeEnabled(PATIENCE);
  expect(await learning(page)).toMatchObject({ approved: 9, inUse: null, last: null, weights: [], running: null });
  await main.getByRole('button', { name: /^Learn from 9 approved pages/ }).click();
  await main.getByRole('button', { name: 'Cancel' }).click();
  await expect(main.getByRole('button', { name: /^Learn from 9 approved pages/ })).toBeEnabled();
});
