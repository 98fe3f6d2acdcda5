import type { CDPSession } from '@playwright/test';
import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';

/** All that was added to the page, as the engine has it. */
async function added(desk: Desk): Promise<string> {
  const { tree } = await desk.stored(FILE);
  return tree.articles.flatMap(({ passages }) => passages).flatMap(({ pieces }) => pieces).map((piece) => (piece.kind === 'added' ? piece.text : '')).join('');
}

/** An input method begins a word, letter by letter. */
async function compose(input: CDPSession, letters: string): Promise<void> {
  for (let n = 1; n <= letters.length; n += 1) await input.send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
}

/** Chooses in the system's menu, which takes the keyboard from nothing. The heading and the item are named by their places: their words change with the language. */
const chooseLook = ({ app }: Stet, [submenu, item]: readonly [number, number]) => app.evaluate(({ Menu }, [which, at]) => {
  const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View' || label === '视图');
  view?.submenu?.items.filter(({ type }) => type === 'submenu')[which]?.submenu?.items[at]?.click();
}, [submenu, item] as const);
const LIGHT = [0, 1] as const;
const DARK = [0, 2] as const;
const ENGLISH = [1, 0] as const;
const CHINESE = [1, 1] as const;

const labelIn = (language: 'en' | 'zh-Hans'): string => {
  const t = createTranslator(language);
  return t('desk.editing', { role: t('desk.role.body') });
};

const isDark = ({ page }: Stet) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

/** Takes back what was added to the passage, step by step, until nothing of it is left. */
async function takeAllBack(desk: Desk): Promise<void> {
  for (let left = 5; await desk.editor.locator('ins').count() > 0; left -= 1) {
    expect(left).toBeGreaterThan(0);
    const shown = await desk.editor.locator('ins').textContent();
    await desk.page.keyboard.press('Control+z');
    await expect(desk.editor.locator('ins').filter({ hasText: new RegExp(`^${shown}$`) })).toHaveCount(0);
    await expect(desk.editor).toBeFocused();
  }
  await expect.poll(() => added(desk)).toBe('');
}

test('another language and another theme in the middle of a passage change neither what is typed nor where', async ({ launch }) => {
  const stet = await launch();
  const { page, complaints } = stet;
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  const input = await page.context().newCDPSession(page);
  const [engine = 0] = await stet.engines();

  await test.step('while what was typed is not saved yet', async () => {
    process.kill(engine, 'SIGSTOP'); // it saves nothing meanwhile
    await page.keyboard.insertText('甲');
    await page.keyboard.insertText('乙');
    await chooseLook(stet, CHINESE);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await chooseLook(stet, DARK);
    await expect.poll(() => isDark(stet)).toBe(true);
    await expect(desk.editor).toBeFocused();
    await expect(desk.editor).toHaveAttribute('aria-label', labelIn('zh-Hans'));
    await page.keyboard.insertText('丙');
    await expect(desk.editor.locator('ins')).toHaveText('甲乙丙');
    process.kill(engine, 'SIGCONT');
    await expect.poll(() => added(desk)).toBe('甲乙丙');
  });

  await test.step('while a word is being composed', async () => {
    await compose(input, 'ding');
    await expect(desk.editor).toContainText('甲乙丙ding');
    await chooseLook(stet, ENGLISH);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await chooseLook(stet, LIGHT);
    await expect.poll(() => isDark(stet)).toBe(false);
    await expect(desk.editor).toBeFocused();
    await expect(desk.editor).toContainText('甲乙丙ding');
    await compose(input, 'dingwu');
    await expect(desk.editor).toContainText('甲乙丙dingwu');
    await input.send('Input.insertText', { text: '丁戊' });
    await expect(desk.editor.locator('ins')).toHaveText('甲乙丙丁戊');
    await expect(desk.editor).toHaveAttribute('aria-label', labelIn('en'));
    await expect.poll(() => added(desk)).toBe('甲乙丙丁戊');
  });

  await test.step('it goes on where it was, and is taken back in the steps it was made', async () => {
    await page.keyboard.insertText('己');
    await expect(desk.editor.locator('ins')).toHaveText('甲乙丙丁戊己');
    await takeAllBack(desk);
  });
  expect(complaints).toEqual([]);
});

test('an engine that dies while a word is being composed loses nothing of what was typed; the word is ended, and all is taken back', async ({ launch }) => {
  const stet = await launch();
  const { page, engines } = stet;
  const desk = await Desk.openSample(page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  const input = await page.context().newCDPSession(page);
  const states = () => page.evaluate(() => (window as unknown as { readonly states: readonly string[] }).states);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { states: seen });
    window.stet.events['engine.state'](({ state }) => void seen.push(state));
  });

  await page.keyboard.insertText('子');
  await page.keyboard.insertText('丑');
  const [engine = 0] = await engines();
  await compose(input, 'yin');
  process.kill(engine, 'SIGKILL');
  await expect.poll(async () => (await states()).at(-1)).toBe('ready');
  await expect.poll(() => added(desk)).toContain('子丑'); // it has sent again what had no answer
  await expect(desk.editor).toBeFocused();
  await expect(desk.editor).toContainText('子丑yin');
  await input.send('Input.insertText', { text: '寅' });
  await expect(desk.editor.locator('ins')).toHaveText('子丑寅');
  await page.keyboard.insertText('卯');
  await expect(desk.editor.locator('ins')).toHaveText('子丑寅卯');
  await expect(desk.editor).toBeFocused();
  await expect.poll(() => added(desk)).toBe('子丑寅卯');

  await takeAllBack(desk);
});
