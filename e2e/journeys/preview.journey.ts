import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

test('what a split or merge results in is seen before it is done, and is what is then done', async ({ launch }) => {
  const { page, complaints } = await launch();
  const desk = new Desk(page);
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await page.keyboard.press('Alt+2');
  await desk.isWhole();
  const count = await desk.articles.count();
  const second = desk.articles.nth(1);
  const passages = (at: number) => desk.articles.nth(at).locator('[data-passage]').count();
  const [one, two] = [await passages(0), await passages(1)];
  const preview = page.locator('.act-preview');
  await second.locator('[data-passage]').first().click({ position: { x: 12, y: 12 } });

  await test.step('a merge: Alt+M shows it and changes nothing; Escape leaves it; any step away too', async () => {
    await page.keyboard.press('Alt+m');
    await expect(preview).toContainText(`${one + two} passages together`);
    await expect(desk.articles).toHaveCount(count);
    await page.keyboard.press('Escape');
    await expect(preview).toHaveCount(0);
    await page.keyboard.press('Alt+m');
    await expect(preview).toHaveCount(1);
    await page.keyboard.press('j');
    await expect(preview).toHaveCount(0);
    await expect(desk.articles).toHaveCount(count);
  });

  await test.step('Enter does what is shown', async () => {
    await page.keyboard.press('Alt+m');
    await page.keyboard.press('Enter');
    await expect(desk.articles).toHaveCount(count - 1);
    expect(await passages(0)).toBe(one + two);
    await expect(preview).toHaveCount(0);
    await expect(desk.editor).toHaveCount(0);
  });

  await test.step('a split: asked for twice, it is done', async () => {
    await page.keyboard.press('k');
    const id = await page.locator('[data-passage][aria-current="true"]').getAttribute('data-passage');
    const above = await desk.articles.first().locator('[data-passage]').evaluateAll((all, wanted) => all.findIndex((one) => one.getAttribute('data-passage') === wanted), id);
    await page.keyboard.press('Alt+s');
    await expect(preview.locator('p')).toHaveText([new RegExp(`Article 1 .*${above} passages?$`), new RegExp(`Article 2 .*${one + two - above} passages?$`)]);
    await page.keyboard.press('Alt+s');
    await expect(desk.articles).toHaveCount(count);
    expect([await passages(0), await passages(1)]).toEqual([above, one + two - above]);
  });

  await test.step('it costs no key to those who press M; each act is one step back', async () => {
    await page.keyboard.press('m');
    await expect(desk.articles).toHaveCount(count - 1);
    for (const left of [count, count - 1, count]) {
      await page.keyboard.press('Control+z');
      await expect(desk.articles).toHaveCount(left);
    }
    expect([await passages(0), await passages(1)]).toEqual([one, two]);
  });

  await test.step('the button of a rule shows what it would do while it is pointed at', async () => {
    await second.locator('.rule').hover();
    const button = second.locator('.rule').getByRole('button', { name: /merge|no/i }).first();
    await button.hover();
    await expect(preview).toContainText(`${one + two} passages together`);
    await page.mouse.move(5, 5);
    await expect(preview).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});
