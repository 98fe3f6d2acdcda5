import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isArticleRole } from '#core/model/role.ts';
import { readLesson } from '#core/split/train/lesson-page.ts';
import { doubtAt, questionsOn } from '../../renderer/state/desk-doubts.ts';
import type { Doubt, DoubtKind } from '../../renderer/state/desk-doubts.ts';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import { allRead, openByKeys, openSamples } from '../pages/samples.ts';

type Asked = { readonly file: string; readonly headline: string; readonly doubt: Doubt };

/** A page of the project on which a doubt of a kind that fits is the first that is asked of its passage. */
async function pageAsking(page: Page, kind: DoubtKind, fits: (doubt: Doubt, below: readonly Doubt[]) => boolean = () => true): Promise<Asked> {
  const files = await page.evaluate(async () => {
    const listed = await window.stet.calls['files.list']({ offset: 0, limit: 500, only: 'all' });
    const read = (listed.ok ? listed.value.files : []).map(async ({ issue, path }) => {
      const opened = issue === null ? null : await window.stet.calls['issue.open']({ issue });
      return opened?.ok ? [{ file: path.split('/').at(-1) ?? '', ...opened.value }] : [];
    });
    return (await Promise.all(read)).flat();
  });
  for (const { file, tree, decisions, source } of files) {
    const doubts = questionsOn(tree, decisions, { near: true, roles: true });
    const doubt = doubts.find((one, at) => one.kind === kind && doubtAt(doubts, one.passage) === one && fits(one, doubts.slice(at + 1)));
    const first = tree.articles.flatMap(({ passages }) => passages).find(({ role }) => role === 'headline')?.pieces[0];
    if (doubt && first?.kind === 'kept') return { file, headline: source.slice(first.range.from, first.range.to), doubt };
  }
  throw new Error(`on no page is a ${kind} asked`);
}

/** Whether X leaves its passage in an article and goes on to another. */
const staysAndGoesOn = ({ passage, instead }: Doubt, below: readonly Doubt[]): boolean => instead !== null && isArticleRole(instead) && below.some((other) => other.passage !== passage && other.kind !== 'duplicate');

/** Presses D until a doubt is the one the keys answer. */
async function walkTo(page: Page, { kind, passage }: Doubt): Promise<void> {
  const asked = page.locator(`#question-${passage} .question.asked.ask-${kind}`);
  for (let i = 0; i < 60 && (await asked.count()) === 0; i += 1) await page.keyboard.press('d');
  await expect(asked).toBeVisible();
  await expect(page.locator(`[data-passage="${passage}"]`)).toHaveAttribute('aria-current', 'true');
}

test('what the machine nearly joined is asked in place, answered by A or X, turned round by X, and can be left unasked: by keys alone', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const { file, headline, doubt } = await pageAsking(page, 'no-join');
  const { subject } = doubt;
  const desk = await openByKeys(page, headline);
  const line = page.locator(`#question-${subject} .ask-no-join`);
  const said = async () => (await desk.stored(file)).settled.find((one) => one.kind === 'no-join' && one.subject === subject)?.verdict ?? null;
  const stands = async () => (await desk.stored(file)).tree.articles.some(({ passages }) => passages.some(({ id }) => id === subject));
  const passage = page.locator(`[data-passage="${subject}"]`);

  await test.step('D walks to it; W says what speaks for it', async () => {
    await walkTo(page, doubt);
    await expect(page.locator('.question.asked')).toContainText(/Goes on from the paragraph above\? 0\.\d\d ?yes ?A ?no ?X ?why ?W/);
    await expect(passage).toHaveAttribute('aria-describedby', new RegExp(`question-${subject}`));
    await page.keyboard.press('w');
    await expect(page.locator('.why').filter({ hasText: 'That it goes on with the paragraph above' })).toBeVisible();
  });

  await test.step('A joins it, as one step', async () => {
    await page.keyboard.press('a');
    await expect.poll(said).toBe('wrong');
    expect(await stands()).toBe(false);
    await page.keyboard.press('Control+z');
    await expect.poll(said).toBe(null);
    expect(await stands()).toBe(true);
    await expect(line).toHaveCount(1);
  });

  await test.step('X lets it be; X there again turns the answer round', async () => {
    const blocks = page.locator('.source-block, [data-block]');
    await walkTo(page, doubt);
    const numbers = await page.locator('.from-blocks').textContent();
    expect(await blocks.count()).toBeGreaterThan(0);
    await page.keyboard.press('x');
    await expect.poll(said).toBe('right');
    await expect(line).toHaveCount(0);
    await page.keyboard.press(':');
    await page.keyboard.insertText(/\d+/.exec(numbers ?? '')![0]);
    await page.keyboard.press('Enter');
    await expect(passage).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('x');
    await expect.poll(said).toBe('wrong');
    expect(await stands()).toBe(false);
    await page.keyboard.press('Control+z');
    await expect.poll(said).toBe('right');
    await page.keyboard.press('Control+z');
    await expect.poll(said).toBe(null);
  });

  await test.step('Z N leaves near misses unasked, and that is kept', async () => {
    await expect(line).toHaveCount(1);
    await page.keyboard.press('z');
    await page.keyboard.press('n');
    await expect(page.locator('.ask-no-join')).toHaveCount(0);
    await page.keyboard.press('Control+,');
    const box = page.getByRole('checkbox', { name: /^Near misses/ });
    await expect(box).not.toBeChecked();
    await box.press('Space');
    await expect(box).toBeChecked();
    await page.keyboard.press('Alt+2');
    await expect(line).toHaveCount(1);
  });
  expect(complaints).toEqual([]);
});

test('a repaired order is looked at with both columns in sight; kept, it is asked no more', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const { file, headline, doubt } = await pageAsking(page, 'order');
  const desk = await openByKeys(page, headline);
  const line = page.locator(`#question-${doubt.passage} .ask-order`);
  const said = async () => (await desk.stored(file)).settled.find((one) => one.kind === 'order' && one.subject === doubt.subject)?.verdict ?? null;
  const list = page.getByRole('listbox', { name: 'Fragments of both articles' });

  await test.step('while the keys answer a finding of its passage, the question draws none', async () => {
    await walkTo(page, doubt);
    const keys = page.locator('.question.ask-order.asked .kbd-group').first();
    await expect(keys).toBeVisible();
    await page.locator('[data-passage][aria-current=true] .passage-text').dblclick(); // Enter looks at both columns here
    await expect(desk.editor).toBeFocused();
    await page.keyboard.insertText('，，');
    await desk.leaveText();
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('finding-here') ?? [])].map(String))).toEqual(['，，']);
    await expect(keys).toBeHidden();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(keys).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(desk.passage('，，')).toHaveCount(0);
  });
  await walkTo(page, doubt);
  await page.keyboard.press('a');
  await expect(list).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  expect(await said()).toBe(null);
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(said).toBe('right');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(line).toHaveCount(1);
  await walkTo(page, doubt);
  await page.keyboard.press('a');
  await expect(list).toBeFocused();
  await page.keyboard.press('a');
  await expect.poll(said).toBe('right');
  expect(complaints).toEqual([]);
});

test('a doubtful role is asked in a line; X gives the next likely, back in one step', async ({ launch, home }) => {
  const folder = join(home, 'Documents', 'pages');
  mkdirSync(folder);
  const lessons = join(CHECKOUT, 'resources', 'lessons', 'unseen');
  for (const name of readdirSync(lessons)) {
    const lesson = readLesson(readFileSync(join(lessons, name), 'utf8'));
    if (!lesson.ok) throw new Error(lesson.error.code);
    writeFileSync(join(folder, `${name}.txt`), lesson.value.source);
  }
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  await allRead(page);
  const { file, headline, doubt } = await pageAsking(page, 'role', staysAndGoesOn);
  const { subject } = doubt;
  const desk = await openByKeys(page, headline);
  const decided = (await desk.stored(file)).decisions.find((one) => one.kind === 'role' && one.subject === subject)!.roles!;
  const roleNow = async () => {
    const { tree } = await desk.stored(file);
    return [...tree.articles.flatMap(({ passages }) => passages), ...tree.aside].find(({ id }) => id === subject)?.role;
  };
  await walkTo(page, doubt);
  await page.keyboard.press('x');
  await expect.poll(roleNow).toBe(decided[1]);
  await page.keyboard.press('Control+z');
  await expect.poll(roleNow).toBe(decided[0]);

  await test.step('X there again takes that answer back alone, whatever was done since, and it is asked again', async () => {
    const tagged = async () => (await desk.stored(file)).tree.articles.some(({ topics }) => topics.length > 0);
    await walkTo(page, doubt);
    const asked = page.locator(`[data-passage="${subject}"]`);
    await page.keyboard.press('x');
    await expect(asked).not.toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('1');
    await expect.poll(tagged).toBe(true);
    await page.keyboard.press('Backspace');
    await expect(asked).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('x');
    await expect.poll(roleNow).toBe(decided[0]);
    expect(await tagged()).toBe(true);
    await expect(page.locator(`#question-${subject}`)).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
