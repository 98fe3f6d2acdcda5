import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const fileOf = (day: string) => `清河晚报_202405${day}_03.txt`;
const textOf = (day: string) => `第${day}日东湖公园开门\n\n本报讯（记者 岑远）${day}日上午，东湖功园开了新门，沿线居民前来散步，大家都很高兴。\n`;

test('a change that was made everywhere becomes a rule: it suggests on a page that arrives later, is switched off, and is applied where that is asked for', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, fileOf('18')), textOf('18'));
  await writeFile(join(folder, fileOf('19')), textOf('19'));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.evaluate(() => window.stet.calls['project.openFolder']({}));
  const desk = new Desk(page);
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const rules = page.locator('.standing-rule');
  const isOn = page.locator('.standing-rule-on input');
  const printed = (day: string) => desk.stored(fileOf(day)).then(({ tree }) => tree.articles.flatMap(({ passages }) => passages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'added' ? [piece.text] : [])))));
  const found = () => page.evaluate(async () => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 50, filter: {}, sort: [{ column: 'file', descending: false }] });
    return rows.ok ? rows.value.rows.map((each) => each.findings) : [];
  });
  await expect(row('第19日')).toBeVisible();

  await test.step('a string that the search finds is changed everywhere, and the change is made a rule', async () => {
    await page.keyboard.press('Alt+3');
    await page.keyboard.insertText('功园');
    await expect(page.getByRole('grid', { name: 'What was found' }).locator('mark').first()).toHaveText('功园');
    await page.keyboard.press('Enter');
    await page.keyboard.press('e');
    await expect(page.locator('#concordance-put')).toBeFocused();
    await page.keyboard.insertText('公园');
    await expect(page.getByRole('button', { name: /^Change 2 ticked places/ })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'No place is left' })).toBeVisible();
    await page.keyboard.press('m'); // the field that was typed in has let go of the keys
    await expect(rules).toHaveCount(1);
    await expect(rules.first()).toContainText('功园');
    await expect(rules.first()).toContainText('suggests');
    await expect(isOn).toBeChecked();
  });

  await test.step('on a page that arrives it suggests: F goes there, A takes it', async () => {
    await writeFile(join(folder, fileOf('20')), textOf('20'));
    await page.keyboard.press('Alt+1');
    await expect(row('第20日')).toBeVisible();
    await expect.poll(found).toEqual([0, 0, 1]);
    await row('第20日').dblclick();
    await expect(desk.passage('东湖功园')).toBeVisible();
    await page.keyboard.press('f');
    await page.keyboard.press('Alt+f');
    await expect(page.locator('.findings .here')).toContainText('A standing rule: “功园” becomes “公园”');
    await page.keyboard.press('a');
    await expect.poll(() => printed('20')).toEqual(['公']);
    await page.keyboard.press('Control+z');
    await expect.poll(found).toEqual([0, 0, 1]);
  });

  await test.step('switched off, its suggestion goes from the desk and the lists', async () => {
    await page.keyboard.press('Alt+u');
    await expect(rules).toHaveCount(1);
    await page.keyboard.press('Space');
    await expect(isOn).not.toBeChecked();
    await expect.poll(found).toEqual([0, 0, 0]);
    await page.keyboard.press('Alt+2');
    await expect(desk.passage('东湖功园')).toBeVisible();
    await expect(page.locator('.finding')).toHaveCount(0);
    await page.keyboard.press('Alt+u');
    await page.keyboard.press('Space');
    await expect(isOn).toBeChecked();
    await expect.poll(found).toEqual([0, 0, 1]);
  });

  await test.step('where that is asked for it is applied to what arrives, marked as the rule’s work; what it did is listed and undone', async () => {
    await page.getByRole('checkbox', { name: /^Apply it to pages that arrive/ }).click();
    await expect(rules.first()).toContainText('applied to pages that arrive');
    await writeFile(join(folder, fileOf('21')), textOf('21'));
    await expect.poll(() => printed('21').catch(() => [])).toEqual(['公']);
    expect(await printed('20')).toEqual([]);
    await page.keyboard.press('Alt+6');
    await expect(row('Changed by a rule').locator('.machine')).toHaveText('rule');
    await page.keyboard.press('Alt+u');
    await writeFile(join(folder, fileOf('22')), textOf('22')); // which the rule has an entry of its own for
    await expect.poll(() => printed('22').catch(() => [])).toEqual(['公']);
    const undoAll = page.getByRole('button', { name: /^Undo what it changed: 2 places/ });
    await expect(undoAll).toBeVisible();
    await page.getByRole('button', { name: /^Show what it changed/ }).click();
    await expect(page.locator('.place-line.stands')).toHaveCount(2);
    await page.getByRole('button', { name: /^Take all back/ }).click();
    await expect(page.locator('.toast')).toContainText('2 places read as before again, on 2 pages');
    await expect.poll(async () => [await printed('21'), await printed('22')]).toEqual([[], []]);
    await expect(page.locator('.place-line.back')).toHaveCount(2);
    await page.keyboard.press('Control+z'); // one step, whatever it was of
    await expect.poll(async () => [await printed('21'), await printed('22')]).toEqual([['公'], ['公']]);
    await page.keyboard.press('Alt+u');
    await expect(undoAll).toBeVisible();
    await page.keyboard.press('Shift+Backspace');
    await expect.poll(async () => [await printed('21'), await printed('22')]).toEqual([[], []]);
    await expect(undoAll).toHaveCount(0);
  });

  await test.step('a place that is left as it is is listed with the rule, and by key it is suggested again there', async () => {
    const left = page.locator('.rule-left li');
    await page.keyboard.press('e');
    const list = page.getByRole('grid', { name: 'Every place' });
    await expect(list.locator('.data-body [role=row]')).toHaveCount(3);
    await list.focus();
    await page.keyboard.press('x');
    await expect(list.locator('.data-body [role=row]')).toHaveCount(2);
    await page.keyboard.press('Alt+u');
    await expect(left).toHaveCount(1);
    await expect(left).toContainText('东湖功园');
    await page.keyboard.press('u');
    await expect(left).toHaveCount(0);
    await expect(page.locator('.standing-rule-counts')).toContainText('3 places still to change');
    await page.keyboard.press('Control+z');
    await expect(left).toHaveCount(1);
  });
  expect(complaints).toEqual([]);
});
