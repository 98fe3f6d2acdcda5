import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';

test('in a narrow window Ctrl+2 leaves the articles alone and brings the source back; what is remembered of the details stays as it is', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 800 });
  await openSamples(page);
  await openByKeys(page, HEADLINE);
  const details = page.locator('.desk-details');
  const source = page.locator('.desk-origin');
  await expect(details).toBeVisible();
  await expect(source).toBeVisible();
  const wide = async () => {
    await page.setViewportSize({ width: 1440, height: 800 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440);
  };
  const narrow = async () => {
    await page.setViewportSize({ width: 1024, height: 800 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
    await expect(details).toBeHidden();
  };

  await test.step('the source goes and comes back; in the wide window the details stand as they did', async () => {
    await narrow();
    await page.keyboard.press('Control+2');
    await expect(source).toBeHidden();
    await wide();
    await expect(details).toBeVisible();
    await expect(source).toBeHidden();
    await narrow();
    await page.keyboard.press('Control+2');
    await expect(source).toBeVisible();
    await wide();
    await expect(details).toBeVisible();
    await expect(source).toBeVisible();
  });

  await test.step('with the drawer open it is shut too; alone beside the articles, it is all that goes', async () => {
    await narrow();
    await page.keyboard.press('Control+3');
    await expect(details).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(details).toBeHidden();
    await expect(source).toBeHidden();
    await page.keyboard.press('Control+3');
    await expect(details).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(details).toBeHidden();
    await expect(source).toBeHidden();
    await page.keyboard.press('Control+2');
    await expect(source).toBeVisible();
  });

  await test.step('details that were hidden stay so', async () => {
    await wide();
    await page.keyboard.press('Control+3');
    await expect(details).toBeHidden();
    await narrow();
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+2');
    await expect(source).toBeVisible();
    await wide();
    await expect(details).toBeHidden();
    await page.keyboard.press('Control+3');
    await expect(details).toBeVisible();
  });

  await test.step('in the wide window both go and both come back', async () => {
    await page.keyboard.press('Control+2');
    await expect(details).toBeHidden();
    await expect(source).toBeHidden();
    await page.keyboard.press('Control+2');
    await expect(details).toBeVisible();
    await expect(source).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test('in a narrow window the key of the details opens and shuts their drawer, a doubt beside it can be answered, and a wide window is as it was', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 800 });
  await openSamples(page);
  await openByKeys(page, HEADLINE);
  const details = page.locator('.desk-details');
  await expect(details).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 800 });
  await expect(details).toBeHidden();

  await test.step('Ctrl+3 opens it, and shuts it', async () => {
    await page.keyboard.press('Control+3');
    await expect(details).toBeVisible();
    await page.keyboard.press('Control+3');
    await expect(details).toBeHidden();
    await page.keyboard.press('Control+3');
    await expect(details).toBeVisible();
  });

  await test.step('no question, no answer and no line of the text is under it', async () => {
    await page.keyboard.press('d');
    await expect(page.locator('.rule.doubt, .questions').first()).toBeVisible();
    await page.keyboard.press('w');
    await expect(details).toBeVisible();
    const edge = (await details.boundingBox())!.x;
    const reach = () => page.locator('.rule, .questions .answers, .passage-text').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    await expect.poll(reach).toBeLessThanOrEqual(edge);
    await expect(page.locator('[data-passage][aria-current="true"]')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect.poll(reach).toBeGreaterThan(edge);
  });

  await page.setViewportSize({ width: 1440, height: 800 });
  await expect(details).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(details).toBeHidden();
  await page.keyboard.press('w');
  await expect(details).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a window that becomes wider or narrower keeps what has the focus in sight; what was scrolled away from stays so', async ({ launch }) => {
  const { page, complaints } = await launch();
  await page.setViewportSize({ width: 1440, height: 800 });
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const resize = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  for (let articles = 0; articles < 5; articles += 1) await page.keyboard.press('Shift+J');
  const focused = page.locator('[data-passage][aria-current=true]');
  await expect(focused).toBeInViewport();
  for (const width of [1024, 1920, 1280, 1024, 1440]) {
    await resize(width);
    await expect(focused, `${width}`).toBeInViewport();
  }
  await page.locator('.articles').evaluate((pane) => new Promise<void>((done) => {
    pane.addEventListener('scrollend', () => requestAnimationFrame(() => done()), { once: true });
    pane.scrollTo(0, 0);
  }));
  await expect(focused).not.toBeInViewport();
  await resize(1280);
  await expect(focused).not.toBeInViewport();
  await expect(desk.articles.first()).toBeInViewport();
  expect(complaints).toEqual([]);
});
