import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';
import { Library } from '../pages/library.ts';

/** A page with one fault for each check whose suggestion can be taken, and what each paragraph reads when all are. */
const HEADLINE = '老河堤加固今天完工';
const FAULTS: readonly (readonly [string, string])[] = [
  [
    '本报讯（记者 沈若川）清河老堤的加固工程在2O24年5月完工。施工队从去年冬天开始清淤，前后用了半年时间，全长三公里的堤岸都换上了新石料。',
    '本报讯（记者 沈若川）清河老堤的加固工程在2024年5月完工。施工队从去年冬天开始清淤，前后用了半年时间，全长三公里的堤岸都换上了新石料。',
  ],
  ['记者记者在堤上看到,新栽的柳树已经发芽，水边的⻓廊也修好了，散步的人一直走到渡口才回头。', '记者在堤上看到，新栽的柳树已经发芽，水边的长廊也修好了，散步的人一直走到渡口才回头。'],
  ['工程师裴大勇说：“今年的水位比往年低了3..5%，正是修堤的好时候。', '工程师裴大勇说：“今年的水位比往年低了3.5%，正是修堤的好时候。”'],
  ['河边新开的『清河书屋』每天从早上开到晚上，门口摆着两排长椅，坐满了歇脚的老人和放学的孩子。', '河边新开的“清河书屋”每天从早上开到晚上，门口摆着两排长椅，坐满了歇脚的老人和放学的孩子。'],
  ['这段堤修了又修，老人们记得的的就有五回，如今总算可以放心地过一个汛期了。（下转第三版）', '这段堤修了又修，老人们记得的就有五回，如今总算可以放心地过一个汛期了。'],
];
const JUMP = '（下转第三版）';
const LAST = '施工队长石磊说，冬天水浅，石料可以直接从河滩上运进来，一船一船地卸，一层一层地砌，比夏天省一半的工夫。';

test('what each check suggests is taken by one key, one after the other: text is mended, what belongs to the page is set aside', async ({ launch, home }) => {
  const folder = join(home, 'pages');
  await mkdir(folder);
  await writeFile(join(folder, '清河晚报_20240520_01.txt'), [HEADLINE, ...FAULTS.map(([printed]) => printed), JUMP, LAST].join('\n\n'));
  const { page, complaints } = await launch({ dialogs: [folder] });
  await page.getByRole('button', { name: /^Open a folder/ }).click();
  await new Library(page).row(HEADLINE).dblclick();
  const desk = new Desk(page);
  await desk.isWhole();
  await desk.select(HEADLINE);
  await page.keyboard.press('f');
  await page.keyboard.press('w');
  const here = page.locator('.findings .here');
  const rows = page.locator('.findings > li');
  for (let left = 10; left > 0; left -= 1) {
    await expect(rows).toHaveCount(left);
    await expect(here).toHaveCount(1);
    await page.keyboard.press('a');
  }
  await expect(page.getByText('No check finds anything on this page.')).toBeVisible();
  await page.getByRole('radio', { name: 'Emended' }).click();
  for (const [, emended] of FAULTS) await expect(page.locator('.articles').getByText(emended, { exact: true })).toBeVisible();
  await expect(desk.articles.getByText(JUMP)).toHaveCount(0); // it stands below them, in the aside
  const stored = await desk.stored('清河晚报_20240520_01.txt');
  expect(stored.tree.aside.map(({ role }) => role)).toEqual(['furniture']);
  expect(complaints).toEqual([]);
});
