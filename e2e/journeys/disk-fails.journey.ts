import { execFileSync } from 'node:child_process';
import { mkdir, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const FILE = '清河晚报_20240518_03.txt';
const WORDS = '班长裴大勇';
const t = createTranslator('en');

/** Whether the system does what it is asked: what a journey here needs of it not every one gives. */
function did(command: string, ...parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** From now on (`bytes`), or no longer (`unlimited`), every write of the engine's beyond that place of a file fails: for SQLite, a disk that does not write. */
async function limitEngine({ engines }: Stet, bytes: string): Promise<boolean> {
  const [engine] = await engines();
  return did('prlimit', '--pid', String(engine), `--fsize=${bytes}:unlimited`);
}

/** Types where nothing can be written, sees that it is said and that all of it stays, and types on; then lets it be written. */
async function typedOn(stet: Stet, sentence: string, mend: () => Promise<void>): Promise<void> {
  const { page } = stet;
  const desk = new Desk(page);
  const [held, saved] = [page.locator('.held'), page.locator('.status-bar .saved')];
  await page.keyboard.insertText('未');
  await expect(held).toContainText(sentence);
  await expect(saved).toHaveText('not saved');
  await page.keyboard.insertText('竟'); // the caret is where it was
  await desk.leaveText();
  await expect(desk.passage(`${WORDS}未竟`)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('held.png') });
  await page.keyboard.press('Shift+A'); // goes on to another page only when this one is written
  await expect(desk.passage(`${WORDS}未竟`)).toBeVisible();
  await expect(held).toBeVisible();

  await expect(held.getByRole('button', { name: /^Try again/ })).toBeVisible();

  await mend();
  await expect(held).toHaveCount(0, { timeout: 30_000 });
  await expect(saved).toContainText('saved ');
  await expect(page.locator('.toast.problem')).toHaveCount(0);
  expect(JSON.stringify((await desk.stored(FILE)).tree)).toContain('未竟');
  expect((await stet.engines()).length).toBe(1);
}

test('a disk that fails while something is written: it is said, nothing typed is lost, and all is written when it works again', async ({ launch }) => {
  const stet = await launch();
  const desk = await Desk.openSample(stet.page, '雨前清淤忙', WORDS);
  await desk.writeBehind(WORDS);
  const [before] = await stet.engines();
  const limited = await limitEngine(stet, '4096');
  test.skip(!limited, 'this system has no prlimit: a disk that fails cannot be arranged');
  await typedOn(stet, t('error.disk-error'), async () => {
    await limitEngine(stet, 'unlimited');
    await stet.page.keyboard.press('Control+s');
  });
  expect(await stet.engines()).toEqual([before]); // it did not die of it
});

test('a full disk: it is said, nothing typed is lost, and all is written when there is room', async ({ launch, home }) => {
  const disk = join(home, 'Documents', 'Stet');
  await mkdir(disk, { recursive: true });
  test.skip(!did('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk), 'only root may mount a small disk here');
  try {
    const stet = await launch();
    const desk = await Desk.openSample(stet.page, '雨前清淤忙', WORDS);
    await desk.writeBehind(WORDS);
    const filler = join(disk, 'filler');
    const { bavail, bsize } = await statfs(disk);
    await writeFile(filler, Buffer.alloc(bavail * bsize));
    await typedOn(stet, t('error.disk-full'), async () => {
      await truncate(filler);
      await rm(filler); // and nothing is pressed: it is tried again by itself
    });
    await stet.quit();
  } finally {
    did('umount', '-l', disk);
  }
});
