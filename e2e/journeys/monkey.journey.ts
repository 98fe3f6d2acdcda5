import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkLedger } from '#core/model/ledger.ts';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const SEEDS = (process.env['MONKEY_SEEDS'] ?? '7,19').split(',').map(Number);
const STEPS = Number(process.env['MONKEY_STEPS'] ?? 120);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Where the desk and what lies over it are; what leaves the project, asks the system for a file, or is for the whole archive is not a monkey's.
const OURS = /^(?:desk|queue)\.|^app\.(?:palette|open|keys|pane|dismiss|back|forward)/;

/** The keys of the desk's commands as their registry has them, each as presses. */
async function keysOfDesk(): Promise<readonly (readonly string[])[]> {
  const folder = join(CHECKOUT, 'renderer');
  const files = (await readdir(folder, { recursive: true })).filter((name) => /commands?\.ts$/.test(name) || name.endsWith('commands/index.ts'));
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, id = '', keys = ''] of text.matchAll(/id: '([\w.]+)'.*?keys: \[((?:'[^']*'(?:, )?)+)\]/g)) if (OURS.test(id)) found.push(...[...keys.matchAll(/'([^']*)'/g)].map(([, one = '']) => one));
  }
  return [...new Set([...found, 'R H', 'R K', 'R T', 'R S', 'R B', 'R C', 'U B', 'U F', 'U D', '1', '4', 'Tab', 'Enter', 'Escape', 'Backspace', 'Delete'])].toSorted().map((notation) => notation.split(' ').map(press));
}

const press = (stroke: string): string => stroke.replace('Mod+', 'Control+').replace(/(^|\+)([A-Z])$/, (_, before: string, letter: string) => before + (stroke.includes('Shift+') ? letter : letter.toLowerCase()));

const TYPED = ['门', '的', '，', '（', '一二三', 'ab', '。”', ' '];

/** What the engine holds of all pages: the trees, and what was answered. */
async function held(page: Page) {
  return page.evaluate(async () => {
    const files = await window.stet.calls['files.list']({ offset: 0, limit: 500, only: 'all' });
    const issues = files.ok ? files.value.files.flatMap(({ issue }) => issue ?? []) : [];
    const opened = await Promise.all(issues.map(async (issue) => window.stet.calls['issue.open']({ issue })));
    return opened.flatMap((one) => (one.ok ? [one.value] : []));
  });
}

/** Takes back all that is live on every page, from the last act on. */
async function takeAllBack(page: Page): Promise<void> {
  for (const { issue } of await held(page)) {
    for (let steps = 0, done = false; !done; steps += 1) {
      expect(steps).toBeLessThan(2_000);
      const turned = await page.evaluate(async (id) => window.stet.calls['history.undo']({ once: crypto.randomUUID(), issue: id }), issue);
      if (!turned.ok) expect(turned.error.code).toBe('nothing-to-undo');
      done = !turned.ok;
    }
  }
}

for (const seed of SEEDS) {
  test(`whatever keys are pressed, nothing is lost or broken, and all of it can be taken back (seed ${seed})`, async ({ launch }) => {
    test.setTimeout(60_000 + STEPS * 1_500);
    const { page, complaints } = await launch();
    await openSamples(page);
    const before = await held(page);
    await openByKeys(page, '雨前清淤忙');
    const [next, keys] = [numbers(seed), await keysOfDesk()];
    const any = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const pressed: string[] = [];
    const give = async (...strokes: readonly string[]) => {
      pressed.push(strokes.join(' '));
      for (const stroke of strokes) await page.keyboard.press(stroke);
    };
    const isWell = async () => {
      const last = pressed.slice(-30).join(' | ');
      expect(complaints, last).toEqual([]);
      await expect(page.locator('.error-boundary'), last).toHaveCount(0);
      await expect(page.locator('.toast').filter({ hasText: /Something went wrong inside Stet|refused a request/ }), last).toHaveCount(0);
    };
    for (let step = 0; step < STEPS; step += 1) {
      const dice = next();
      const writes = await page.evaluate(() => document.activeElement?.matches('input, textarea, [contenteditable=true]') === true);
      if (writes && dice < 0.5) {
        const text = any(TYPED);
        pressed.push(`“${text}”`);
        await page.keyboard.insertText(text);
      } else if (dice < 0.6) await give(...any(keys));
      else if (dice < 0.7) await give(any(['j', 'k', 'ArrowDown', 'ArrowUp', 'Shift+J', 'd', 'f']));
      else if (dice < 0.76) await give('Escape', ...any(keys)); // right behind what closes
      else if (dice < 0.82) await give('Enter', ...any(keys));
      else if (dice < 0.88) await give('Control+z');
      else if (dice < 0.91) await give('Control+Shift+Z');
      else if (dice < 0.95) await give(any(['Control+PageDown', 'Control+PageUp', 'Alt+ArrowLeft']));
      else await give('Escape', 'Escape', 'Alt+2');
      if (step % 20 === 19) await isWell();
    }
    await give('Escape', 'Escape', 'Escape');
    await isWell();
    await expect(page.locator('.status-bar .saved')).toHaveText(/^\s*(?:saved|nothing)/);

    const after = await held(page);
    for (const { issue, source, tree } of after) expect(checkLedger({ source, ...tree }), `page ${issue}`).toMatchObject({ ok: true });
    expect(after.map(({ source }) => source)).toEqual(before.map(({ source }) => source));
    await takeAllBack(page);
    const state = (pages: typeof before) => pages.map(({ issue, tree, settled, asideConfirmed, metadata }) => ({ issue, tree, settled, asideConfirmed, metadata }));
    expect(state(await held(page)), pressed.join(' | ')).toEqual(state(before));
    expect(complaints).toEqual([]);
  });
}
