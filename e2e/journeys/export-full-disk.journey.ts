import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator } from '#strings/index.ts';
import { expect, test } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

const t = createTranslator('en');

test('an export that the disk has no room for: it is said what to do, nothing of it is left, and with room it is made', async ({ launch, home }) => {
  const disk = join(home, 'Documents', 'disk');
  await mkdir(disk, { recursive: true });
  let mounted = true;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    mounted = false;
  }
  test.skip(!mounted, 'only root may mount a small disk here');
  try {
    const { page, complaints } = await launch({ dialogs: [disk] });
    await openSamples(page);
    await page.keyboard.press('Alt+5');
    const form = page.getByRole('main');
    for (const name of ['Hugging Face folder', 'TEI P5, documentary']) await form.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u') }).check();
    await form.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(form.getByText(disk, { exact: true })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('alert')).toContainText(t('export.no-room'));
    await expect(form.getByRole('alert')).toContainText(t('export.nothing-left'));
    expect(await readdir(disk)).toEqual([]);

    execFileSync('mount', ['-o', 'remount,size=64m', disk], { stdio: 'ignore' });
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('heading', { name: t('export.done') })).toBeVisible();
    await expect(form.getByRole('alert')).toHaveCount(0);
    const [made, ...others] = await readdir(disk);
    expect(others).toEqual([]);
    expect((await readdir(join(disk, made!))).toSorted()).toEqual(['README.md', 'huggingface', 'jsonl', 'ledger.json', 'manifest.json', 'tei-documentary']);
    expect(complaints).toEqual([]);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});
