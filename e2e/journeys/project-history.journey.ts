import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const HEADLINE = '雨前清淤忙';

/** Writes at the beginning of the passage that is selected. */
async function write(page: Page, desk: Desk, text: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(desk.editor).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.insertText(text);
  await desk.leaveText();
}

test('by keys alone, the whole project’s history: what was done where, narrowed, looked at, gone to, and taken back one by one; what cannot be says why', async ({ launch }) => {
  const { page, complaints, engines } = await launch();
  const desk = await Desk.openSampleByKeys(page, HEADLINE);
  const headline = async () => {
    const { tree } = await desk.stored(FILE);
    return tree.articles.flatMap(({ passages }) => passages).find(({ pieces }) => pieces.some((piece) => piece.kind === 'added'))?.pieces.map((piece) => (piece.kind === 'added' ? piece.text : '')).join('') ?? '';
  };
  const history = page.getByRole('grid', { name: 'History' });
  const line = (text: string) => history.getByRole('row').filter({ hasText: text });
  const chosen = history.locator('[role=row][aria-selected=true]');
  const entry = page.getByRole('complementary', { name: 'Entry' });

  await test.step('three things are done: a word, a word that stands on it, a role', async () => {
    await write(page, desk, '今');
    await expect.poll(headline).toBe('今');
    await write(page, desk, '如');
    await expect.poll(headline).toBe('如今');
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.keyboard.press('s');
  });

  await test.step('Alt+6 shows them, newest first, with what was before and after', async () => {
    await page.keyboard.press('Alt+6');
    await expect(line('Role changed')).toBeVisible();
    await expect(chosen).toContainText('Role changed');
    await expect(line('Text edited')).toHaveCount(2);
    await expect(line('Text edited').last().locator('.brief')).toHaveText(/^雨前清淤忙 → 今雨前清淤忙$/);
    await expect(line('Text edited').first().locator('.brief')).toHaveText(/→ 如今雨前清淤/);
  });

  await test.step('T narrows to a kind, F to a file, Escape shows all again', async () => {
    await page.keyboard.press('j');
    await expect(chosen).toContainText('Text edited');
    await page.keyboard.press('t');
    await expect(line('Role changed')).toHaveCount(0);
    await expect(line('Text edited')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(line('Role changed')).toHaveCount(1);
    await page.keyboard.press('f');
    await page.keyboard.insertText('no such file');
    await expect(page.getByText('No entry is like that.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('20240518_03');
    await expect(line('Role changed')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(history).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('Backspace on what something depends on takes nothing back and shows what', async () => {
    await page.keyboard.press('End');
    await expect(chosen).toContainText('Text edited');
    await expect(entry.locator('.dependents li')).toHaveText(['Text edited']);
    await page.keyboard.press('Backspace');
    await expect(entry.getByRole('button', { name: 'Take back with the one that depends on it' })).toBeVisible();
    expect(await headline()).toBe('如今');
  });

  await test.step('one entry is taken back from the middle of the history, and the cursor stays on it', async () => {
    await page.keyboard.press('k');
    await page.keyboard.press('Backspace');
    await expect.poll(headline).toBe('今');
    await expect(chosen).toContainText('taken back');
    await expect(entry).toContainText('It was taken back already');
    await expect(line('Undo: Text edited')).toBeVisible();
    await expect(line('Role changed')).not.toContainText('taken back');
  });

  await test.step('what is taken back already, and an undo itself, say why they cannot be', async () => {
    await page.keyboard.press('Backspace');
    await expect(page.locator('.toast')).toContainText('It was taken back already');
    await page.keyboard.press('Home');
    await expect(chosen).toContainText('Undo: Text edited');
    await page.keyboard.press('Backspace');
    await expect(page.locator('.toast')).toContainText('This took another entry back');
    expect(await headline()).toBe('今');
  });

  await test.step('with what depends on it, from the entry’s pane, which F6 reaches', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('F6');
    const takeBack = entry.getByRole('button', { name: /^Take this back/ });
    for (let tabs = 0; tabs < 4 && !(await takeBack.evaluate((button) => button === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(headline).toBe('');
  });

  await test.step('Enter goes to where it was done', async () => {
    await page.keyboard.press('Alt+6');
    await page.keyboard.press('Home');
    await expect(chosen).toContainText('Undo: Text edited');
    await page.keyboard.press('Enter');
    await expect(desk.passage(HEADLINE)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(history).toBeFocused();
  });

  await test.step('Shift+H at the Desk shows the page in it', async () => {
    await page.keyboard.press('Alt+2');
    await expect(desk.passage(HEADLINE)).toBeVisible();
    await page.keyboard.press('Shift+H');
    await expect(page.getByRole('textbox', { name: 'File name or date' })).toHaveValue(/20240518_03\.txt$/);
    await expect(line('Undo: Text edited').first()).toBeVisible();
  });

  await test.step('the engine dies under it: what was asked for is there when it is back', async () => {
    await history.focus();
    await page.keyboard.press('Home');
    while (!((await chosen.textContent()) ?? '').includes('Role changed')) await page.keyboard.press('j');
    const [engine] = await engines();
    process.kill(engine!, 'SIGKILL');
    await page.keyboard.press('t');
    await expect(line('Text edited')).toHaveCount(0);
    await expect(line('Role changed')).toHaveCount(1);
  });
  expect(complaints).toEqual([]);
});
