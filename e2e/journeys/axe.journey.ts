import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pdfOf } from '../../electron/engine/companion/testing/picture-files.ts';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { writeLinkedPages } from '../pages/linked-pages.ts';
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
  await key('Alt+8');
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
  await page.locator('main [role=grid]').focus();
  await key('v');
  await page.locator('.preview-articles').waitFor();
  await judged.state('library pages');
  await key('v');
  await page.locator('main .data-cell.of-headline').first().waitFor();

  await key('Alt+2');
  await page.locator('[data-passage][tabindex="0"]').waitFor();
  for (const tab of ['w', 'h', 'n'] as const) {
    await page.locator('[data-passage][tabindex="0"]').focus();
    await key(tab);
    await judged.state(`desk ${tab}`);
  }
  await page.locator('[data-passage][tabindex="0"]').focus();
  await page.getByRole('tab', { name: 'Topics' }).click();
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

  for (const [name, keys, shown] of [['topics', 'Alt+4', '.page-screen, .topics'], ['accepted, empty', 'Alt+9', '.accepted .notice'], ['history, empty', 'Alt+6', '.notice'], ['export', 'Alt+5', '.page-screen'], ['learning', 'Alt+7', '.page-screen, .learning'], ['settings', 'Alt+0', '.page-screen']] as const) {
    await key(keys);
    await page.locator(shown).first().waitFor();
    await judged.state(name);
  }
  await key('Alt+9');
  await key('n');
  await page.keyboard.insertText('裴大勇');
  await key('Enter');
  await page.locator('.accepted [role=row]').nth(1).waitFor();
  await key('Escape');
  await key('j');
  await key('Space');
  await judged.state('accepted');
  await key('Enter');
  await judged.state('accepted, changing');
  await key('Escape');
  await key('Alt+n');
  await page.locator('.names [role=row], .names .notice').first().waitFor();
  await judged.state('names');
  await key('Alt+0');
  await page.locator('.page-screen').waitFor();

  expect(judged.states).toBeGreaterThan(29);
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

/** Two columns read across, with a word twice and a bracket that is not closed. Our own writing. */
const ACROSS = [
  '雨前清淤忙', '　　五月十六日清晨，石桥街道的清淤班长裴大勇带着队员们打开巷口的第一个井盖，先把井里的气体排',
  '义诊进社区', '　　本报讯（记者 温小棠）九点半，灯市社区的诊台前已经坐满了人，七位大夫从量血压做起，一个一个地',
  '　　干净，再让两名队员系好绳子下到井底，把积了一冬的淤泥一桶一桶地提上来。',
  '　　问病情、看化验单，还给每位老人写了一张用药的卡片。',
  '　　裴大勇说，井盖的的编号要重新刷一遍（年内完成。',
];

test('nor does any of what the Desk opens beside the text, nor the history, in both languages and every look', async ({ launch, home }) => {
  test.setTimeout(240_000);
  const folder = join(home, 'Documents', 'pages');
  await mkdir(folder);
  await writeFile(join(folder, '清河晚报_20240518_05.txt'), `${ACROSS.join('\n\n')}\n`);
  await writeFile(join(folder, '清河晚报_20240518_05.pdf'), pdfOf(595, 842, [[200, 190, 170], [30, 30, 200]]));
  const topics = join(home, 'waters.csv');
  await writeFile(topics, 'id,broader,label_zh,label_en,note_zh\nw,,水系,waters,\nw1,w,河道,rivers,清淤与护岸\nx,nowhere,无处,lost,\n');
  const stet = await launch({ dialogs: [folder, topics] });
  const { page } = stet;
  const desk = new Desk(page);
  const judged = new Judged(stet);
  await judged.begin();
  const key = (keys: string) => page.keyboard.press(keys);
  const onText = () => page.locator('[data-passage][tabindex="0"]').focus();

  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await page.getByRole('row').filter({ hasText: '雨前清淤忙' }).waitFor();
  await key('Alt+2');
  await desk.passage('义诊进社区').waitFor();
  const articleOf = (text: string) => desk.passage(text).locator('xpath=ancestor::section[@data-group]').getAttribute('data-group');
  if ((await articleOf('义诊进社区')) === (await articleOf('雨前清淤忙'))) {
    await desk.select('义诊进社区');
    await key('s');
  }
  await desk.select('义诊进社区');
  await key('Alt+m');
  await page.locator('.act-preview').waitFor();
  await judged.state('desk merge preview');
  await key('Escape');
  await key('j');
  await key('Alt+s');
  await page.locator('.act-preview').waitFor();
  await judged.state('desk split preview');
  await key('Escape');
  await key('Shift+L');
  await page.locator('.strand').first().waitFor();
  await key('j');
  await key('l');
  await judged.state('desk strands');
  await key('Escape');
  await onText();
  await key('Alt+f');
  await page.getByRole('tab', { name: /^Findings [1-9]/ }).waitFor();
  await judged.state('desk findings');
  await onText();
  await key('p');
  await page.locator('canvas.page-image').waitFor();
  await judged.state('desk blocks and picture');
  await key('Shift+P');
  await judged.state('desk picture');
  await onText();
  await key('p');
  await key('p');
  await desk.select('裴大勇');
  await key('u');
  await key('f');
  await page.getByRole('region', { name: 'Aside' }).waitFor();
  await judged.state('desk aside, not looked at');
  await key('u');
  await key('a');
  await judged.state('desk aside, looked at');
  await key('h');
  await page.locator('.entries .entry').first().focus();
  await key('Enter');
  await page.locator('.entry-look').waitFor();
  await judged.state('desk history, an entry open');

  await key('Alt+3');
  await page.locator('#search-text').waitFor();
  await judged.state('search, nothing asked');
  await page.locator('#search-text').fill('清淤');
  await page.locator('.hit-line mark').first().waitFor();
  await judged.state('search, hits');
  await page.locator('#search-text').fill('龘龘');
  await page.locator('.search .notice').waitFor();
  await judged.state('search, nothing found');
  await key('Alt+g');
  await page.locator('#search-text').fill('(');
  await page.locator('.search-fault').waitFor();
  await judged.state('search, an expression that cannot be read');
  await key('Alt+g');
  await page.locator('#search-text').fill('');

  await key('Alt+6');
  await page.locator('.history .data-row.current').waitFor();
  await page.locator('.history-entry .entry-look').waitFor();
  await judged.state('history');
  await key('Backspace');
  await page.locator('.history .tag').first().waitFor();
  await judged.state('history, taken back');
  await key('f');
  await page.keyboard.insertText('zzz');
  await page.locator('.history .notice').waitFor();
  await judged.state('history, narrowed to nothing');

  await key('Alt+4');
  await key('n');
  await page.keyboard.insertText('河流');
  await key('Tab');
  await page.keyboard.insertText('Rivers');
  await key('Enter');
  const own = page.locator('.topic-row').filter({ hasText: 'Rivers' });
  await own.waitFor();
  await judged.state('topics with one of one’s own');
  await own.getByRole('button', { name: 'Change' }).press('Enter');
  await page.locator('.topic-row.renaming').waitFor();
  await judged.state('topics, one being changed');
  await key('Escape');
  await page.locator('main').focus();
  await key('i');
  await page.getByRole('form', { name: 'Import topics' }).waitFor();
  await judged.state('topics, an import looked at');
  await key('Alt+3');
  await page.locator('#search-text').fill('清淤');
  await page.locator('.hit-line mark').first().waitFor();
  await page.keyboard.press('Enter');
  await key('e');
  await page.locator('#concordance-put').fill('疏浚');
  await page.locator('.place-line ins').first().waitFor();
  await judged.state('every place, to be changed');
  await page.locator('#concordance-put').press('Control+Enter');
  await page.locator('.concordance .notice').waitFor();
  await judged.state('every place, none left');
  await page.locator('.concordance .notice-actions button').first().click();
  await page.locator('.place-line.stands').first().waitFor();
  await judged.state('every place, changed');
  await key('Escape');
  await page.locator('.concordance .notice').waitFor();
  await key('m');
  await page.locator('.standing-rule').first().waitFor();
  await judged.state('rules');
  await key('Backspace');
  await page.locator('.rules .notice').waitFor();
  await judged.state('rules, none');
  expect(judged.states).toBe(24);
  expect(judged.found).toEqual([]);
});

test('nor does the picker of what an article goes on in and comes from, its links, nor what is kept for exports', async ({ launch, home }) => {
  test.setTimeout(240_000);
  const folder = join(home, 'pages');
  await writeLinkedPages(folder);
  const stet = await launch({ dialogs: [folder] });
  const { page } = stet;
  const desk = new Desk(page);
  const judged = new Judged(stet);
  await judged.begin();
  const key = (keys: string) => page.keyboard.press(keys);
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await page.getByRole('row').filter({ hasText: '书店的灯' }).waitFor();
  await key('Control+p');
  await page.keyboard.insertText('清河大堤');
  await key('Enter');
  await expect(desk.passage('清河大堤加高一米')).toHaveAttribute('aria-current', 'true');
  for (const keys of ['Shift+C', 'Shift+G']) {
    await key(keys);
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await judged.state(`desk link picker ${keys}`);
    await key('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await key('Shift+G');
  await expect(page.getByRole('option').first()).toContainText('大堤加高，村庄安心');
  await key('Enter');
  await expect(page.locator('.article-links')).toContainText('page 04');
  await judged.state('desk, goes on elsewhere');
  await key('>');
  await expect(desk.passage('大堤加高，村庄安心')).toHaveAttribute('aria-current', 'true');
  await judged.state('desk, comes from elsewhere');
  await key('Alt+0');
  await page.locator('.settings-kept').waitFor();
  await page.locator('.settings-kept').scrollIntoViewIfNeeded();
  await judged.state('settings, what is kept for exports');
  expect(judged.states).toBe(5);
  expect(judged.found).toEqual([]);
});

test('where the system sets the colours, what is chosen still shows, by lines', async ({ launch }) => {
  const { page } = await launch();
  const desk = await Desk.openSampleByKeys(page, '雨前清淤忙');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const line = (selector: string) => page.locator(selector).first().evaluate((one) => `${getComputedStyle(one).outlineStyle} ${getComputedStyle(one).outlineWidth}`);
  await page.keyboard.press('h');
  await desk.passage('雨前清淤忙').focus();
  for (const chosen of ['.rail-item[aria-current]', '.passage.focus .passage-text', '.block.at', '[role=tab][aria-selected=true]', '[role=radio][aria-checked=true]']) expect(await line(chosen), chosen).toMatch(/^solid [23]px$/);
  expect(await line('[role=tab][aria-selected=false]')).toMatch(/^none/);
  await page.screenshot({ path: test.info().outputPath('desk.png') });
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('j');
  expect(await line('.data-row.current')).toBe('solid 2px');
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  expect(await line('.picker li[aria-selected=true]')).toBe('solid 2px');
  await page.screenshot({ path: test.info().outputPath('palette.png') });
});
