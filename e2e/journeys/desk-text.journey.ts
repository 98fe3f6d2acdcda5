import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

/** The pieces of the passage that holds the words, as the engine has them. */
async function pieces(desk: Desk, id: string) {
  const { tree } = await desk.stored(FILE);
  return tree.articles.flatMap(({ passages }) => passages).find((passage) => passage.id === id)?.pieces.map((piece) => (piece.kind === 'added' ? `+${piece.text}` : piece.kind));
}

test('text is struck and added, never overwritten; a composition is one change; each run of typing is one step back', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const untouched = await desk.stored(FILE);
  const id = (await desk.passage(WORDS).getAttribute('data-passage')) ?? '';
  const before = await pieces(desk, id);
  await desk.writeBehind(WORDS);

  await test.step('an input method composes in steps, and its word is one change', async () => {
    const input = await page.context().newCDPSession(page);
    for (const text of ['q', 'qi', 'qing']) await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(desk.editor).toContainText(`${WORDS}qing`);
    await input.send('Input.insertText', { text: '清' });
    await expect(desk.editor.locator('ins')).toHaveText('清');
    await expect.poll(() => pieces(desk, id)).toEqual(['kept', '+清', ...(before ?? [])]);
  });

  await test.step('what is taken out is struck; typed again, it stands', async () => {
    await page.keyboard.press('Backspace');
    await expect(desk.editor.locator('ins')).toHaveCount(0);
    await page.keyboard.press('Backspace');
    await expect(desk.editor.locator('del')).toHaveText('勇');
    await page.keyboard.press('Backspace');
    await expect(desk.editor.locator('del')).toHaveText('大勇');
    await page.keyboard.insertText('大');
    await page.keyboard.insertText('勇');
    await expect(desk.editor.locator('del, ins')).toHaveCount(0);
    await expect.poll(() => pieces(desk, id)).toEqual(before);
  });

  await test.step('the text editor takes no letter for a command, and Undo there is the journal’s', async () => {
    await desk.leaveText(); // the run of typing ends with it
    await desk.writeBehind(WORDS);
    await page.keyboard.insertText('sm');
    await expect(desk.editor.locator('ins')).toHaveText('sm');
    await page.keyboard.press('Control+z');
    await expect(desk.editor.locator('ins')).toHaveCount(0);
    await expect(desk.editor).toBeFocused();
  });

  await test.step('a paragraph is broken at the caret, and the text goes on in the new one', async () => {
    await page.keyboard.press('Enter');
    await expect(desk.editor).toBeFocused();
    await page.keyboard.insertText('新');
    await desk.leaveText();
    await expect(desk.passage('新先把气体')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('and all of it is taken back', async () => {
    for (let step = 0; (await desk.stored(FILE)).canUndo; step += 1) {
      expect(step).toBeLessThan(12);
      const { version } = await desk.stored(FILE);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await desk.stored(FILE)).version).toBeGreaterThan(version);
    }
    expect((await desk.stored(FILE)).tree).toEqual(untouched.tree);
  });
  expect(complaints).toEqual([]);
});

test('an engine that dies while text is typed loses none of it, and makes none of it twice', async ({ launch }) => {
  const { page, engines } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  const [engine] = await engines();
  for (const [at, character] of [...'一二三四五六七八'].entries()) {
    await page.keyboard.insertText(character);
    if (at === 3 && engine !== undefined) process.kill(engine, 'SIGKILL');
  }
  await expect(desk.editor.locator('ins')).toHaveText('一二三四五六七八');
  // The engine may still be on its way back: then it does not answer, which is no fault.
  await expect(async () => expect(JSON.stringify((await desk.stored(FILE)).tree)).toContain('"text":"一二三四五六七八"')).toPass({ timeout: 30_000 });
});

test('between a key and the frame that shows its character nothing else on the page changes; then the page follows', async ({ launch }) => {
  const { page } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  // Listening before the key is pressed: what is asked of a page and what is typed in it may come in either order.
  await page.evaluate(() => void Object.assign(window, { changed: new Promise<readonly string[]>((resolve) => {
    const seen: string[] = [];
    const note = (records: readonly MutationRecord[]) => seen.push(...records.map(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest('.cm-content') ? 'editor' : `${element?.tagName} ${element?.className}`;
    }));
    const observer = new MutationObserver(note);
    window.addEventListener('keydown', () => {
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      requestAnimationFrame(() => {
        note(observer.takeRecords());
        observer.disconnect();
        resolve([...new Set(seen)]);
      });
    }, { capture: true, once: true });
  }) }));
  await page.keyboard.press('x');
  expect(await page.evaluate(() => (window as unknown as { readonly changed: Promise<readonly string[]> }).changed)).toEqual(['editor']);
  await expect(desk.editor.locator('ins')).toHaveText('x');
  await expect.poll(async () => JSON.stringify((await desk.stored(FILE)).tree)).toContain('"text":"x"');
  await expect(page.locator('.saved')).toContainText(/change [1-9]/);
});

test('a dialog for another project that is left without a choice leaves the caret, what is marked and the run of typing as they were', async ({ launch }) => {
  const { page, answerDialogs, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  await page.keyboard.insertText('前');
  for (const keys of ['Control+o', 'Control+Shift+O']) {
    await answerDialogs(null);
    await page.keyboard.press(keys);
    await expect(desk.editor).toBeFocused();
    await page.keyboard.insertText('后');
  }
  await expect(desk.editor.locator('ins')).toHaveText('前后后');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await answerDialogs(null);
  await page.keyboard.press('Control+o');
  await page.keyboard.insertText('中'); // in the place of what is marked
  await expect(desk.editor.locator('ins')).toHaveText('前中');
  await expect.poll(async () => JSON.stringify((await desk.stored(FILE)).tree)).toContain('"text":"前中"');
  expect(complaints).toEqual([]);
});
