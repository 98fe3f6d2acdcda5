import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import { hold } from '../pages/holder.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const t = createTranslator('en');

// What leaves the project, asks the system for a file or a sheet of paper, or is about how the window looks.
const NOT_TRIED = /^(?:project\.|app\.(?:theme|language|reading|keys\.|go\.)|learning\.go|library\.files$|(?:topics|export|accepted)\.(?:export|import|choose|folder|show))/;

// What has no screen of its own is tried on the first ones.
const ALSO = /^(?!(?:desk|library|search|topics|export|learning|accepted|names|rules)\.|history\.(?!undo|redo))/u;

const NAMES: Readonly<Record<string, string>> = { Esc: 'Escape', '⌫': 'Backspace', Del: 'Delete', PgUp: 'PageUp', PgDn: 'PageDown', '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight', Ctrl: 'Control', '⇧': 'Shift' };

/** A cap of the key sheet (`Ctrl+K`, `⇧A`, `↑`) as it is pressed. */
function pressOf(cap: string): string {
  const parts = cap.replace('⇧', 'Shift+').split(/\+(?=.)/u).map((part) => NAMES[part] ?? part);
  const last = parts.pop() ?? '';
  return [...parts, parts.includes('Shift') ? last : /^[A-Z]$/u.test(last) ? last.toLowerCase() : last].join('+');
}

/** Every command with the presses of its first way, as the key sheet shows them. */
async function commandsOf(page: Page): Promise<readonly { readonly id: string; readonly presses: readonly string[] }[]> {
  await page.keyboard.press('?');
  await expect(page.locator('.key-sheet [data-command]').first()).toBeVisible();
  const lines = await page.locator('.key-sheet [data-command]').evaluateAll((all) => all.map((line) => ({
    id: line.getAttribute('data-command') ?? '',
    caps: Array.from(line.querySelector('.key-ways')?.firstElementChild?.querySelectorAll('kbd') ?? [], ({ textContent }) => textContent),
  })));
  await page.keyboard.press('Escape');
  await expect(page.locator('.key-sheet')).toHaveCount(0);
  return lines.filter(({ id }) => !NOT_TRIED.test(id)).map(({ id, caps }) => ({ id, presses: caps.map(pressOf) }));
}

const head = (page: Page) => page.evaluate(async () => {
  const info = await window.stet.calls['project.info']({});
  return info.ok ? info.value.head : -1;
});

test('in a project that can only be looked at no command of any screen so much as tries to write: what decides is held back with its reason', async ({ launch, home }) => {
  test.setTimeout(400_000);
  const first = await launch();
  await openSamples(first.page);
  await openByKeys(first.page, '雨前清淤忙');
  await first.page.keyboard.press('1'); // something to take back, and a topic that was given
  await expect(first.page.locator('.saved')).toContainText('change 1');
  await first.quit();
  const projects = join(home, 'Documents', 'Stet');
  const project = (await readdir(projects)).find((name) => name.endsWith('.stet')) ?? '';
  const holder = await hold(join(projects, project, 'writer.lock'));

  const { page, complaints } = await launch();
  await expect(page.locator('.saved')).toHaveText('can only be looked at');
  const commands = await commandsOf(page);
  expect(commands.length).toBeGreaterThan(120);
  const before = await head(page);
  const [refused, notNow] = [t('error.read-only'), t('commands.not-now', { why: t('needs.writing.held') })];
  const told = new Set<string>();

  const isHere = async (digit: number | string, screen: string) => {
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape');
    // A place that a command opened may come into sight only now.
    await expect(async () => {
      await page.keyboard.press(`Alt+${digit}`);
      await expect(page.locator('.rail [aria-current=page]')).toContainText(screen, { timeout: 1_000 });
    }).toPass();
  };
  const places = [
    [1, 'Library', ['j'], ALSO], [2, 'Desk', ['j', 'j', 'f'], ALSO], [3, 'Search', ['清', 'Escape'], ALSO], [4, 'Topics', [], ALSO], [6, 'History', [], ALSO],
    [5, 'Export', [], null], [9, 'Accepted', [], null], ['n', 'Names', [], null], ['u', 'Rules', [], null],
  ] as const;
  for (const [digit, screen, ready, also] of places) {
    await test.step(screen, async () => {
      for (const { id, presses } of commands) {
        if (!id.startsWith(`${screen.toLowerCase()}.`) && !also?.test(id)) continue;
        await isHere(digit, screen);
        for (const press of ready) await (/^[\x20-\x7e]+$/u.test(press) ? page.keyboard.press(press) : page.keyboard.insertText(press));
        for (const press of presses) await page.keyboard.press(press);
        const open = await page.locator('dialog[open], .chooser, [role=dialog]').count();
        for (let n = 0; n < open; n += 1) await page.keyboard.press('Enter'); // what the command asks is answered with what is offered first
        const said = await page.locator('.toast').allTextContents();
        expect(said.filter((text) => text.includes(refused)), `${id} (${presses.join(' ')}) on ${screen}`).toEqual([]);
        expect(await page.locator('.desk .held').count(), `${id} on ${screen}`).toBe(0);
        if (said.some((text) => text.includes(notNow))) told.add(id);
        for (let n = 0; n < said.length; n += 1) await page.keyboard.press('Alt+x');
      }
    });
  }
  expect(await head(page)).toBe(before);
  expect(told.size).toBeGreaterThan(60);
  expect(complaints).toEqual([]);
  holder.stdin.end();
});
