import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';
const FILE = '清河晚报_20240622_03.txt';

test('a body paragraph that is pointed at has a handle to drag it by, and none once the pointer is gone', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const { tree } = await desk.stored(FILE);
  const article = tree.articles.find(({ passages }) => passages.filter(({ role }) => role === 'body').length >= 3)!;
  const [, body] = article.passages.filter(({ role }) => role === 'body').map(({ id }) => page.locator(`[data-passage="${id}"]`));
  await expect(body!.locator('.role')).toHaveCount(0);
  await body!.scrollIntoViewIfNeeded();
  await body!.locator('.passage-text').hover();
  await expect(body!.locator('.role')).toHaveCSS('opacity', '1');
  await page.mouse.move(5, 5);
  await expect(body!.locator('.role')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
