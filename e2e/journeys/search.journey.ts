import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { openSamples } from '../pages/samples.ts';

test('by keys: the archive is searched, one character and forms of all kinds, a hit opens its place on the page, and back leads to where one was', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const field = page.locator('#search-text');
  const list = page.getByRole('grid', { name: 'What was found' });
  const chosen = list.locator('[role=row][aria-selected=true]');
  const found = page.locator('.search-bar [role=status]');

  await test.step('Alt+3 goes there; the field has the keyboard and says what it does', async () => {
    await page.keyboard.press('Alt+3');
    await expect(field).toBeFocused();
    await expect(page.getByRole('heading', { name: /^Search \d+ articles$/ })).toBeVisible();
  });

  await test.step('a word, in its traditional form, is found; Enter leads into the hits', async () => {
    await page.keyboard.insertText('裴大勇');
    await expect(found).toHaveText(/^\d+ hits? in \d+ articles?$/);
    await expect(list.locator('mark').first()).toHaveText('裴大勇');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('班長裴大勇');
    await expect(list.locator('mark').first()).toHaveText('班长裴大勇');
    await page.keyboard.press('Enter');
    await expect(list).toBeFocused();
    await expect(chosen.locator('mark')).toHaveText('班长裴大勇');
  });

  await test.step('Enter opens the page there, with the hit marked; back is the same list at the same hit', async () => {
    await page.keyboard.press('Enter');
    const desk = new Desk(page);
    await expect(desk.passage('班长裴大勇')).toBeVisible();
    await expect(desk.passage('班长裴大勇')).toBeFocused();
    await expect(page.locator('.find-bar input')).toHaveValue('班长裴大勇');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(chosen.locator('mark')).toHaveText('班长裴大勇');
    await expect(field).toHaveValue('班長裴大勇');
  });

  await test.step('one character; Shift+J goes from article to article, and roles narrow', async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.insertText('河');
    await expect(list.locator('mark').first()).toHaveText('河');
    await page.keyboard.press('Enter');
    const first = await chosen.locator('.hit-article').textContent();
    await page.keyboard.press('Shift+J');
    await expect(chosen.locator('.hit-article')).not.toHaveText(first ?? '');
    const all = await found.textContent();
    await page.getByRole('button', { name: /^Headline/ }).click();
    await expect(found).not.toHaveText(all ?? '');
    await list.focus();
    await page.keyboard.press('Escape');
    await expect(found).toHaveText(all ?? '');
  });

  await test.step('an expression that cannot be read says why; one that can is found', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Alt+g');
    await page.keyboard.insertText('(记者');
    await expect(page.getByRole('alert')).toHaveText(/round bracket/);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('本报讯（记者\\s.{2,3}）');
    await expect(list.locator('mark').first()).toHaveText(/^本报讯（记者\s.{2,3}）$/);
  });

  await test.step('it is saved, and chosen again in one click; what is nowhere says so', async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await page.getByRole('textbox', { name: 'Name' }).fill('署名');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('button', { name: /^署名/ });
    await expect(saved).toHaveAttribute('aria-pressed', 'true');
    await field.fill('龘');
    await expect(page.getByRole('heading', { name: '“龘” is nowhere' })).toBeVisible();
    await saved.click();
    await expect(list.locator('mark').first()).toHaveText(/^本报讯/);
  });

  await test.step('saved searches have digits; G leads to them, where Delete removes one', async () => {
    await field.fill('龘');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('1'); // in the field it is a character
    await expect(field).toHaveValue('1');
    const saved = page.locator('.saved-searches .facet');
    await saved.first().focus();
    await page.keyboard.press('1');
    await expect(saved.first()).toHaveAttribute('aria-pressed', 'true');
    await expect(list.locator('mark').first()).toHaveText(/^本报讯/);
    await list.focus();
    await page.keyboard.press('g');
    await expect(saved.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Kicker', exact: false }).first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await expect(saved).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(saved).toHaveCount(1);
  });

  await test.step('roles, status, dates and topics narrow by key, as they do by click', async () => {
    const all = (await found.textContent()) ?? '';
    const role = page.getByRole('button', { name: /^Headline/ });
    await page.keyboard.press('r');
    await page.keyboard.press('h');
    await expect(role).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('r');
    await page.keyboard.press('h');
    await expect(role).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('y');
    await page.keyboard.press('p');
    await expect(page.getByRole('heading', { name: /is nowhere/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(found).toHaveText(all);
    await page.keyboard.press('Shift+T');
    await expect(page.getByRole('button', { name: /^Untagged/ })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Shift+T');
    await page.keyboard.press('d');
    await expect(page.locator('.facet-dates input').first()).toBeFocused();
    await page.keyboard.press('Escape');
  });
  expect(complaints).toEqual([]);
});

test('what is corrected at the desk is found as emended at once, and as printed no longer there but where it stood', async ({ launch }) => {
  const { page } = await launch();
  const desk = await Desk.openSample(page, '雨前清淤忙', '班长裴大勇');
  await desk.writeBehind('班长裴大勇');
  await page.keyboard.insertText('老');
  await desk.leaveText();
  await page.keyboard.press('Control+Shift+F');
  const field = page.locator('#search-text');
  const mark = page.getByRole('grid', { name: 'What was found' }).locator('mark').first();
  await field.fill('班长裴大勇老');
  await expect(mark).toHaveText('班长裴大勇老');
  await page.getByRole('radio', { name: 'As printed' }).click();
  await expect(page.getByRole('heading', { name: '“班长裴大勇老” is nowhere' })).toBeVisible();
  await page.getByRole('button', { name: 'Search as emended' }).click();
  await expect(mark).toHaveText('班长裴大勇老');
  await page.getByRole('grid', { name: 'What was found' }).focus();
  await page.keyboard.press('v'); // the Library's V, which shows its other list, is not for here
  await expect(page.getByRole('heading', { name: '“班长裴大勇老” is nowhere' })).toBeVisible();
});
