import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const FILE = '清河晚报_20240606_08.txt';
const LINES = ['糯米白，红枣红，', '外婆的手指是一只小船篷。', '一根线，绕三绕，', '把五月系在灶台东。'];

test('verse keeps its lines: at the Desk, while it is written in, and in the preview; prose is one paragraph', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, '粽叶谣');
  const verse = desk.passage(LINES[0]!);
  const shown = async () => (await verse.locator('.passage-text').innerText()).trim().split('\n');
  expect(await shown()).toEqual(LINES);
  await expect(verse.locator('.passage-text')).toHaveAttribute('data-verse', 'true');

  await test.step('lines stay lines while they are written in, and after', async () => {
    await desk.select(LINES[0]!);
    await page.keyboard.press('Enter');
    await expect(desk.editor.locator('.cm-line')).toHaveText(LINES);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('啊');
    await desk.leaveText();
    expect(await shown()).toEqual([...LINES.slice(0, -1), `${LINES.at(-1)!}啊`]);
    const { tree, source } = await desk.stored(FILE);
    const pieces = tree.articles.flatMap(({ passages }) => passages).find(({ pieces: [first] }) => first?.kind === 'kept' && source.slice(first.range.from).startsWith(LINES[0]!))!.pieces;
    expect(pieces.map(({ kind }) => kind)).toEqual(['kept', 'added']);
    await page.keyboard.press('Control+z');
    await expect.poll(shown).toEqual(LINES);
  });

  await test.step('a paragraph of the same page is one', async () => {
    const prose = desk.passage('外婆家在清河对岸').locator('.passage-text');
    await expect(prose).not.toHaveAttribute('data-verse', 'true');
    expect((await prose.innerText()).trim()).not.toContain('\n');
  });

  await page.keyboard.press('Alt+1');
  await page.keyboard.press('/');
  await page.keyboard.insertText('粽叶谣');
  const preview = page.locator('.preview [data-verse]').filter({ hasText: LINES[0]! });
  await expect(preview).toBeVisible();
  expect((await preview.innerText()).split('\n')).toEqual(LINES);
  expect(complaints).toEqual([]);
});
