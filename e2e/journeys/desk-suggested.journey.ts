import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const WATER = ['河道清淤完工', '水库河道巡查', '河道护岸加固', '河道又见清水'];
const SCHOOL = ['学校开学迎新', '学校食堂开放', '学校操场翻新'];
const text = (headline: string) => `${headline}\n\n本报讯（记者 周允）${headline}，群众拍手叫好，记者昨天在现场看到这样的情景。\n`;

test('topics that were given before are suggested where topics are, with the reason by a key, and taken by one', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const headline of [...WATER, ...SCHOOL]) await writeFile(join(folder, `${headline}.txt`), text(headline));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await expect(page.getByRole('button', { name: /^Open a folder/ })).toBeVisible(); // from then on keys are heard
  await page.keyboard.press('ControlOrMeta+o');
  const tag = (headlines: readonly string[], id: string) => page.evaluate(async ([names, topic]) => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 50, filter: {}, sort: [] });
    const articles = rows.ok ? rows.value.rows.filter(({ headline }) => names.includes(headline)).map(({ article }) => article) : [];
    const done = await window.stet.calls['library.setTopics']({ once: `tag-${topic}-${articles.length}`, selection: { articles }, add: [{ scheme: 'medtop', id: topic }], remove: [] });
    return done.ok ? done.value.articles : 0;
  }, [headlines, id] as const);
  await expect.poll(() => tag(WATER.slice(0, 3), 'medtop:06000000')).toBe(3);
  expect(await tag(SCHOOL, 'medtop:05000000')).toBe(3);

  await page.keyboard.press('ControlOrMeta+p');
  await page.keyboard.insertText('河道又见清水');
  await expect(page.getByRole('option').filter({ hasText: '河道又见清水' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const desk = new Desk(page);
  await expect(desk.passage('河道又见清水')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Shift+T');
  const tab = page.getByRole('tabpanel');
  const suggested = tab.locator('.suggested');
  await expect(suggested.getByRole('button').first()).toContainText('environment');
  await page.keyboard.press('w');
  await expect(suggested).toContainText('“河道” in 3 of 3 with this topic');
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(async () => (await desk.stored('河道又见清水.txt')).tree.articles[0]?.topics).toEqual([{ scheme: 'medtop', id: 'medtop:06000000' }]);
  await expect(suggested.filter({ hasText: 'environment' })).toHaveCount(0); // it has it now
  await page.keyboard.press('ControlOrMeta+z');
  await expect(suggested.getByRole('button').first()).toContainText('environment');
  expect(complaints).toEqual([]);
});
