import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WORDS = '班长裴大勇';

test('the caret goes, selects and takes out by Chinese words, over struck text and after an input method', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
  await desk.writeBehind(WORDS);

  await test.step('selecting goes word by word, and back', async () => {
    const steps: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      await page.keyboard.press('Control+Shift+ArrowRight');
      steps.push(await selected());
    }
    expect(steps).toEqual(['先把', '先把气体', '先把气体检测', '先把气体检测仪', '先把气体检测仪放下']);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    expect(await selected()).toBe('先把气体检测仪');
  });

  await test.step('a word is struck on either side of the caret, and what is struck is passed over', async () => {
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Delete');
    await expect(desk.editor.locator('del')).toHaveText('气体');
    await page.keyboard.press('Control+Delete');
    await expect(desk.editor.locator('del')).toHaveText('气体检测');
    await page.keyboard.press('Control+Backspace');
    await expect(desk.editor.locator('del')).toHaveText('先把气体检测');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(desk.editor.locator('del')).toHaveCount(0);
  });

  await test.step('what an input method left is one word to take out', async () => {
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'guandao', selectionStart: 7, selectionEnd: 7 });
    await input.send('Input.insertText', { text: '管道' });
    await expect(desk.editor.locator('ins')).toHaveText('管道');
    await page.keyboard.press('Control+Backspace');
    await expect(desk.editor.locator('ins')).toHaveCount(0);
  });

  await test.step('a double click takes the word under it', async () => {
    const at = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('[contenteditable="true"]')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = (node.textContent ?? '').indexOf('安全绳');
        if (found < 0) continue;
        const range = document.createRange();
        range.setStart(node, found);
        range.setEnd(node, found + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error('not in the text');
    });
    await page.mouse.dblclick(at.x, at.y);
    expect(await selected()).toBe('安全');
  });
  expect(complaints).toEqual([]);
});
