import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WORDS = '班长裴大勇';
const FILE = '清河晚报_20240518_03.txt';

/** Marks a place as lost, as the splitter does at a column break. */
async function lose(page: Page, desk: Desk, words: string, data: Record<string, string | number>): Promise<void> {
  const id = (await desk.passage(words).getAttribute('data-passage'))!;
  const { issue, version } = await desk.stored(FILE);
  const answer = await page.evaluate(async ([at, version, passage, why]) => {
    const gap = { kind: 'gap' as const, extent: 1, why };
    const edit = { kind: 'replaceText' as const, passage: passage as never, from: 3, to: 3, put: { pieces: [gap] } };
    return window.stet.calls['issue.edit']({ once: crypto.randomUUID(), issue: at, version, label: 'type', edits: [edit] });
  }, [issue, version, id, { id: 'likely' in data ? 'flow.reason.lost-likely' : 'flow.reason.lost-character', data }] as const);
  expect(answer.ok).toBe(true);
  await expect(page.locator(`[data-passage="${id}"] .gap`)).toBeVisible();
}

test('gaps are gone through by key; what fits best is one key away, and what is typed stays', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await lose(page, desk, WORDS, { likely: '济', sure: 81 });
  await lose(page, desk, '今年全市要疏通', { sure: 70 });
  const field = page.getByRole('textbox', { name: 'Text lost here' });
  const place = () => field.evaluate((one) => one.closest('[data-passage]')?.textContent?.slice(2, 12) ?? '');
  await desk.select('本报讯（记者 沈若川）');

  await test.step('I opens the next one, with what would fit marked in it, and says what it is for', async () => {
    await page.keyboard.press('i');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('济');
    await expect(field).toHaveAccessibleDescription(/“济” would fit/);
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue('');
    await page.keyboard.insertText('暂');
    await desk.passage('一张圆桌').click();
    await expect(field).toHaveCount(0);
  });

  await test.step('from elsewhere and back: what was typed is there', async () => {
    await page.keyboard.press('Shift+I');
    await expect(field).toHaveValue('暂');
    await page.keyboard.press('Shift+Tab');
    await expect(field).toHaveValue('济');
    await page.locator('.desk-articles .desk-bar h2').first().click();
    await expect(field).toHaveValue('济');
    expect(await place()).not.toBe('');
  });

  await test.step('Enter puts it in', async () => {
    await field.focus();
    await page.keyboard.press('Enter');
    await expect(desk.passage(WORDS).locator('ins')).toHaveText('济');
    await page.keyboard.press('i');
    await expect(field).toHaveValue('暂');
  });

  await test.step('nothing was lost: the gap is gone', async () => {
    await page.keyboard.press('Shift+Enter');
    await expect(page.locator('.gap')).toHaveCount(0);
    await page.keyboard.press('i');
    await expect(field).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});

test('text is written in as emended too, and a double click puts the caret where it was in any view', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('何小波');
  await desk.leaveText();
  const click = async (words: string) => {
    const at = await page.evaluate((text) => {
      const walker = document.createTreeWalker(document.querySelector('.articles')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = (node.textContent ?? '').indexOf(text);
        if (found < 0) continue;
        const range = document.createRange();
        range.setStart(node, found);
        range.setEnd(node, found + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      }
      throw new Error('not on the page');
    }, words);
    await page.mouse.dblclick(at.x, at.y);
    await expect(desk.editor).toBeFocused();
  };

  await test.step('in the emended view what was struck stays out of sight', async () => {
    await page.keyboard.press('v');
    await page.keyboard.press('v');
    await expect(page.getByRole('radio', { name: 'Emended' })).toBeChecked();
    await click('先把气体');
    await expect(desk.editor).toContainText('班长何小波先把气体');
    await expect(desk.editor.locator('del, ins')).toHaveCount(0);
    await page.keyboard.insertText('就');
    await expect(desk.editor).toContainText('何小波就先把气体');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(desk.editor).toContainText('班长何小先把气体');
    await desk.leaveText();
  });

  await test.step('in the printed view the caret is where the click was, and corrections are seen while writing', async () => {
    await page.getByRole('radio', { name: 'As printed' }).click();
    await expect(desk.passage('裴大勇先把')).toBeVisible();
    await click('测仪放下去');
    await page.keyboard.insertText('甲');
    await expect(desk.editor).toContainText('气体检甲测仪');
    await expect(desk.editor.locator('del')).toHaveText('裴大勇');
    await page.keyboard.press('Control+z');
  });

  await test.step('changing the view does not end the writing, and it is in sight in a narrow pane', async () => {
    await page.getByRole('radio', { name: 'Marked-up' }).click();
    await expect(desk.editor).toHaveCount(1);
    await page.setViewportSize({ width: 640, height: 700 });
    await expect(page.getByRole('radio', { checked: true })).toBeInViewport({ ratio: 1 });
  });
  expect(complaints).toEqual([]);
});
