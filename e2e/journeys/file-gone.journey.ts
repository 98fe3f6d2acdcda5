import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const page = (headline: string, place: string) => `${headline}\n\n本报讯（记者 岑远）昨日上午，${place}的步道全线贯通，沿线居民前来散步。\n`;
const GONE = '清河晚报_20240518_03.txt';
const STAYS = '清河晚报_20240518_04.txt';

test('a page whose file is taken out of the folder says so and loses nothing: it is found, reviewed, approved, and exported', async ({ launch, home }) => {
  const [folder, away, out] = [join(home, 'pages'), join(home, 'away.txt'), join(home, 'out')];
  await mkdir(folder);
  await mkdir(out);
  await writeFile(join(folder, GONE), page('清河两岸换新颜', '清河两岸'));
  await writeFile(join(folder, STAYS), page('东湖公园开新门', '东湖公园'));
  const { page: app, answerDialogs, complaints } = await launch({ dialogs: [folder] });
  await app.evaluate(() => window.stet.calls['project.openFolder']({}));
  const desk = new Desk(app);
  const row = (text: string) => app.getByRole('row').filter({ hasText: text });
  const mark = app.locator('.gone-mark');
  const line = app.locator('.gone-file');
  await expect(row('清河两岸')).toBeVisible();
  await expect(row('东湖公园')).toBeVisible();

  await test.step('the desk says it while the page stands there, and the work goes on', async () => {
    await row('清河两岸').dblclick();
    await expect(desk.passage('沿线居民')).toBeVisible();
    await expect(line).toHaveCount(0);
    await rename(join(folder, GONE), away);
    await expect(line).toContainText(`${GONE} is no longer in the folder. Its text and all work on it are kept`);
    await desk.writeBehind('沿线居民');
    await app.keyboard.insertText('都');
    await desk.leaveText();
    await app.keyboard.press('Control+Enter');
    await expect.poll(async () => (await desk.stored(GONE)).tree.articles.map(({ status }) => status)).toEqual(['approved']);
  });

  await test.step('the Library marks it in both lists, and shows such pages alone', async () => {
    await app.keyboard.press('Alt+1');
    await app.keyboard.press('Alt+1');
    const facet = app.getByRole('button', { name: /^File no longer there/ });
    await expect(facet).toContainText('1');
    await facet.click();
    await expect(row('清河两岸')).toBeVisible();
    await expect(row('东湖公园')).toHaveCount(0);
    await expect(app.locator('.filter-chip').filter({ hasText: 'file gone' })).toBeVisible();
    await app.keyboard.press('v');
    await expect(row(GONE).locator('.gone-mark')).toHaveText('file gone');
    await expect(row(STAYS)).toHaveCount(0);
  });

  await test.step('the list of files says it, and opens the page', async () => {
    await app.getByRole('button', { name: 'All files' }).click();
    await expect(row(GONE)).toContainText('No longer there; text and work are kept');
    await row(GONE).getByRole('button', { name: 'Open' }).click();
    await expect(line).toBeVisible();
  });

  await test.step('an export holds it', async () => {
    await answerDialogs(out);
    await app.evaluate(async () => {
      const chosen = await window.stet.calls['export.chooseFolder']({});
      if (chosen.ok && chosen.value) await window.stet.calls['export.start']({ formats: ['jsonl'], filter: { status: ['approved'] }, grant: chosen.value.grant, folderName: 'corpus' });
    });
    await expect.poll(async () => (await readdir(out)).filter((name) => name === 'corpus')).toHaveLength(1);
    const files = await readdir(join(out, 'corpus'), { recursive: true });
    const corpus = await readFile(join(out, 'corpus', files.find((name) => name.endsWith('.jsonl')) ?? ''), 'utf8');
    expect(corpus).toContain('清河两岸换新颜');
    expect(corpus).not.toContain('东湖公园开新门'); // is not approved
  });

  await test.step('when the file is back, nothing speaks of it any more, and the work is there', async () => {
    await rename(away, join(folder, GONE));
    await expect(line).toHaveCount(0);
    await expect(desk.passage('沿线居民').locator('ins')).toHaveText('都');
    await expect(mark).toHaveCount(0);
  });

  await test.step('where the whole folder is away, that is said once, and not of every page', async () => {
    await rename(folder, `${folder}-away`);
    await expect(app.locator('.banner')).toContainText('The watched folder is not there');
    await expect(line).toHaveCount(0);
    await rename(`${folder}-away`, folder);
    await expect(app.locator('.banner')).toHaveCount(0);
    await rm(join(folder, GONE));
    await expect(line).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
