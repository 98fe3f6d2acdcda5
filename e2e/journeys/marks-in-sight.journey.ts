import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

test('of many marks on a page those in sight and near it are drawn; scrolling draws the others, and lets go of those it leaves', async ({ launch }) => {
  const { app, page, complaints } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 620));
  await Desk.openSample(page, '雨前清淤忙', '班长裴大勇');
  /** Of the marked commas: how many are drawn, and whether some are in sight, and whether all that are in sight are drawn. */
  const marks = () => page.evaluate(() => {
    const pane = document.querySelector('.articles')!.getBoundingClientRect();
    const ranges = [...(CSS.highlights.get('found') ?? [])].filter((range) => range instanceof Range);
    const isIn = ({ top, bottom }: DOMRect) => top >= pane.top && bottom <= pane.bottom;
    const drawn = ranges.filter((range) => isIn(range.getBoundingClientRect())).length;
    let inSight = 0;
    for (const text of document.querySelectorAll('.articles .passage-text [data-from]')) {
      for (const { index } of (text.textContent ?? '').matchAll(/，/gu)) {
        const range = document.createRange();
        range.setStart(text.firstChild!, index);
        range.setEnd(text.firstChild!, index + 1);
        if (isIn(range.getBoundingClientRect())) inSight += 1;
      }
    }
    return { all: ranges.length, some: inSight > 0, missing: inSight - drawn };
  });
  const scrollTo = (end: 'top' | 'foot') => page.evaluate((to) => {
    const pane = document.querySelector('.articles')!;
    pane.scrollTop = to === 'top' ? 0 : pane.scrollHeight;
  }, end);

  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('，');
  const total = Number((await page.locator('.find-count > [aria-hidden]').textContent())?.split('/')[1]);
  for (const end of ['top', 'foot', 'top'] as const) {
    await scrollTo(end);
    await expect.poll(marks).toMatchObject({ some: true, missing: 0 });
    expect((await marks()).all).toBeLessThan(total);
  }
  expect(complaints).toEqual([]);
});
