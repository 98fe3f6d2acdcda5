import type { Page } from '@playwright/test';
import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

/** What moves, or would: elements and what is drawn before and behind them that take time to become another, scroll gliding, or are on their way now. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
    const nameOf = (element: Element) => `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')}`;
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      for (const part of [null, '::before', '::after', '::backdrop']) {
        const style = getComputedStyle(element, part);
        const name = `${nameOf(element)}${part ?? ''}`;
        if (longest(style.transitionDuration) > 0) found.push(`${name} changes in ${style.transitionDuration}`);
        if (style.animationName !== 'none' && longest(style.animationDuration) > 0) found.push(`${name} is animated for ${style.animationDuration}`);
        if (style.scrollBehavior !== 'auto') found.push(`${name} scrolls ${style.scrollBehavior}`);
      }
    }
    for (const animation of document.getAnimations()) if (Number(animation.effect?.getComputedTiming().activeDuration ?? 0) > 0) found.push(`an animation of ${String(animation.effect?.getComputedTiming().activeDuration)} ms runs`);
    return [...new Set(found)];
  });
}

test('where the system asks for no motion nothing moves, on any screen', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  let states = 0;
  const look = async (state: string) => {
    states += 1;
    found.push(...(await moving(page)).map((what) => `${state}: ${what}`));
  };
  const key = (keys: string) => page.keyboard.press(keys);
  const gone = (selector: string) => expect(page.locator(selector)).toHaveCount(0);

  await page.locator('button').first().waitFor();
  await look('start');
  await openSamples(page);
  await page.getByRole('row').nth(12).waitFor();
  await look('library');
  for (const [state, keys] of [['tag panel', 't'], ['metadata panel', 'd']] as const) {
    await page.locator('main [role=grid]').focus();
    await key(keys);
    await page.locator('[popover]').waitFor();
    await look(state);
    await key('Escape');
    await gone('[popover]');
  }
  await page.locator('main [role=grid]').focus();
  await key('v');
  await page.locator('.preview-articles').waitFor();
  await look('library, pages');
  await key('Alt+8');
  await page.getByRole('grid').waitFor();
  await look('files');

  await openByKeys(page, '雨前清淤忙');
  for (const tab of ['w', 'h', 'n', 'Shift+T', 'Alt+f']) {
    await page.locator('[data-passage][tabindex="0"]').focus();
    await key(tab);
    await look(`desk, ${tab}`);
  }
  await page.locator('[data-passage][tabindex="0"]').focus();
  await key('g');
  await page.locator('[popover]').waitFor();
  await look('desk, chooser');
  await key('Escape');
  await gone('[popover]');
  await page.locator('[data-passage][tabindex="0"]').focus();
  await key('j');
  await key('s');
  await page.locator('.toast').first().waitFor();
  await look('desk, a message');
  await key('Alt+m');
  await page.locator('.act-preview').waitFor();
  await look('desk, preview');
  await key('Escape');
  await key('Control+f');
  await page.locator('.find-bar input').first().waitFor();
  await look('desk, find');
  await key('Escape');
  await page.locator('[data-passage][tabindex="0"]').focus();
  await key('Enter');
  await page.locator('[contenteditable=true]').waitFor();
  await look('desk, writing');
  await key('Escape');
  for (const [state, keys] of [['palette', 'Control+k'], ['quick open', 'Control+p']] as const) {
    await key(keys);
    await page.getByRole('option').first().waitFor();
    await look(state);
    await key('Escape');
  }
  await key('?');
  await page.locator('[data-command]').nth(5).waitFor();
  await look('key sheet');
  await key('Escape');
  await gone('dialog');
  for (const [state, keys] of [['topics', 'Alt+4'], ['export', 'Alt+5'], ['history', 'Alt+6'], ['learning', 'Alt+7'], ['settings', 'Alt+0']] as const) {
    await key(keys);
    await page.locator('main').waitFor();
    await look(state);
  }
  expect(states).toBe(24);
  expect(found).toEqual([]);

  // What the style sheet has that moves is stilled, whatever it is; and where the system does not ask for that, it would be seen.
  await page.evaluate(() => {
    const moves = document.createElement('p');
    moves.className = 'moves';
    moves.style.cssText = 'animation: waiting-line-shows 1s; scroll-behavior: smooth; transition: opacity 1s';
    document.body.append(moves);
  });
  expect(await moving(page)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect((await moving(page)).map((what) => what.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(['an animation', 'p.moves changes', 'p.moves is', 'p.moves scrolls']);
  expect(complaints).toEqual([]);
});
