import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What every state is judged in: the looks there are, and the schemes a high-contrast one follows. */
const LOOKS = [['light', 'light'], ['dark', 'dark'], ['contrast', 'light'], ['contrast', 'dark']] as const;
const LANGUAGES = ['en', 'zh-Hans'] as const;

type Found = { readonly state: string; readonly rule: string; readonly impact: string; readonly nodes: readonly string[] };
type Axe = { run: (context: Document, options: object) => Promise<{ violations: readonly { id: string; impact: string | null; nodes: readonly { target: readonly unknown[]; failureSummary?: string }[] }[] }> };

/** Judges the page as it is. Colours depend on the look alone, structure on neither: all rules once a language, contrast once a look. */
async function judge(page: Page, state: string, only: 'all' | 'contrast'): Promise<readonly Found[]> {
  const violations = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: Axe };
    const options = rules === 'contrast' ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {};
    const result = await axe.run(document, { ...options, resultTypes: ['violations'] });
    return result.violations.map(({ id, impact, nodes }) => ({ rule: id, impact: impact ?? '', nodes: nodes.slice(0, 4).map(({ target, failureSummary }) => `${target.join(' ')} ${(failureSummary ?? '').split('\n')[1] ?? ''}`) }));
  }, only);
  return violations.map((violation) => ({ state, ...violation }));
}

/** A window with axe in it, in which states are judged one after the other in every look and language. */
class Judged {
  readonly stet: Stet;
  readonly found: Found[] = [];
  states = 0;

  constructor(stet: Stet) {
    this.stet = stet;
  }

  async begin(): Promise<void> {
    // Evaluated, not added as a script: the page's own policy lets no other script in, and is not loosened for this.
    await this.stet.page.evaluate(AXE);
  }

  async state(name: string): Promise<void> {
    const { page } = this.stet;
    this.states += 1;
    for (const language of LANGUAGES) {
      await page.evaluate((wanted) => window.stet.calls['app.setLanguage']({ language: wanted }), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const [at, [theme, scheme]] of LOOKS.entries()) {
        if (language !== 'en' && at > 0) continue;
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.evaluate((wanted) => window.stet.calls['app.setTheme']({ theme: wanted }), theme);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        this.found.push(...(await judge(page, `${name} ${language} ${theme} ${scheme}`, at === 0 ? 'all' : 'contrast')));
      }
    }
    await page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'en' }));
  }
}

test('no screen in any state breaks a rule of axe, in both languages and every look', async ({ launch, home }) => {
  test.setTimeout(240_000);
  const empty = join(home, 'empty');
  await mkdir(empty);
  const broken = join(home, 'broken');
  await mkdir(broken);
  await writeFile(join(broken, 'a.txt'), new Uint8Array([0xff, 0xfe, 0x00, 0x01, 0x00]));
  const stet = await launch({ dialogs: [empty, broken] });
  const { page } = stet;
  const judged = new Judged(stet);
  await judged.begin();
  const key = (keys: string) => page.keyboard.press(keys);
  const gone = (selector: string) => expect(page.locator(selector)).toHaveCount(0);

  await judged.state('start');
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await page.locator('.notice').waitFor();
  await judged.state('library empty');
  await rm(empty, { recursive: true });
  await key('o');
  await key('r');
  await page.locator('.notice').filter({ hasText: 'The folder could not be read' }).waitFor();
  await judged.state('library failed');
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await page.locator('.facets').waitFor();
  await key('Alt+7');
  await page.getByRole('grid').waitFor();
  await judged.state('files with problems');
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();
  await judged.state('library full');
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.locator('[popover]').waitFor();
  await judged.state('project menu');
  await key('Escape');
  await gone('[popover]');
  await page.locator('main [role=grid]').focus();
  await key('Space');
  await key('f');
  await judged.state('library ticked, with filters');
  await key('Escape');
  await page.locator('main [role=grid]').focus();
  await key('t');
  await page.locator('[popover]').waitFor();
  await judged.state('library tag panel');
  await key('Escape');
  await key('d');
  await page.locator('[popover]').waitFor();
  await judged.state('library metadata panel');
  await key('Escape');
  await gone('[popover]');
  await page.locator('#library-search').fill('没有这样的词');
  await page.locator('.notice').waitFor();
  await judged.state('library filtered to nothing');
  await page.locator('#library-search').fill('');
  await page.getByRole('row').nth(3).waitFor();

  await key('Alt+2');
  await page.locator('[data-passage][tabindex="0"]').waitFor();
  for (const tab of ['w', 'h', 'n'] as const) {
    await page.locator('[data-passage][tabindex="0"]').focus();
    await key(tab);
    await judged.state(`desk ${tab}`);
  }
  await page.locator('[data-passage][tabindex="0"]').focus();
  await page.getByRole('tab').nth(1).click();
  await judged.state('desk topics tab');
  await page.locator('[data-passage][tabindex="0"]').focus();
  for (const chooser of ['g', 't'] as const) {
    await key(chooser);
    await page.locator('[popover]').waitFor();
    await judged.state(`desk chooser ${chooser}`);
    await key('Escape');
    await gone('[popover]');
  }
  await key('Control+f');
  await page.locator('.find-bar input').first().waitFor();
  await page.keyboard.insertText('的');
  await judged.state('desk find');
  await key('Escape');
  await page.locator('[data-passage][tabindex="0"]').focus();
  await key('Enter');
  await page.locator('[contenteditable=true]').waitFor();
  await judged.state('desk editing');
  await key('Escape');
  await key('r');
  await page.locator('.sequence-hint').waitFor();
  await judged.state('desk sequence');
  await key('Escape');

  for (const [name, keys] of [['palette', 'Control+k'], ['quick open', 'Control+p']] as const) {
    await key(keys);
    await page.getByRole('option').first().waitFor();
    await judged.state(name);
    await key('Escape');
  }
  await key('?');
  await page.locator('[data-command]').nth(5).waitFor();
  await judged.state('key sheet');
  await page.locator('[data-command]').nth(5).click();
  await key('j');
  await judged.state('key sheet, changing');
  await key('Escape');
  await key('Escape');
  await gone('dialog');

  for (const [name, keys, shown] of [['topics', 'Alt+3', '.page-screen, .topics'], ['export', 'Alt+4', '.page-screen'], ['learning', 'Alt+6', '.page-screen, .learning'], ['settings', 'Alt+0', '.page-screen']] as const) {
    await key(keys);
    await page.locator(shown).first().waitFor();
    await judged.state(name);
  }

  expect(judged.states).toBeGreaterThan(26);
  // That a fault would be seen: one of structure, one of colour.
  await page.locator('.page-screen').evaluate((screen) => screen.scrollTo(0, 0));
  await page.evaluate(() => {
    const field = document.createElement('input');
    const pale = Object.assign(document.createElement('p'), { textContent: 'pale' });
    pale.style.cssText = 'color: #777777; background: #888888';
    document.querySelector('.page-column')?.prepend(field, pale); // in sight: what is out of sight has no colour to judge
  });
  expect((await judge(page, 'faulty', 'all')).map(({ rule }) => rule).toSorted()).toEqual(['color-contrast', 'label']);
  expect((await judge(page, 'faulty', 'contrast')).map(({ rule }) => rule)).toEqual(['color-contrast']);
  expect(judged.found).toEqual([]);
});
