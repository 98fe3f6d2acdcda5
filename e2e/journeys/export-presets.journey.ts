import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../pages/app.ts';
import type { LaunchOptions, Stet } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

/** The export screen of the samples, where the dialog for a folder answers the one for documents. */
async function exportScreen(launch: (options: Omit<LaunchOptions, 'home'>) => Promise<Stet>, home: string) {
  const out = join(home, 'Documents');
  const { page, complaints } = await launch({ dialogs: [out] });
  await openSamples(page);
  await page.keyboard.press('Alt+5');
  const form = page.getByRole('main');
  const format = (name: string) => form.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u') });
  const chooseFolder = async () => {
    await form.getByRole('button', { name: 'Choose a folder…' }).click();
    await form.getByRole('textbox', { name: /^Name of the new folder/ }).fill('corpus');
  };
  return { out, page, complaints, form, format, chooseFolder };
}

test('presets by keyboard: one is chosen, choices are saved as another, it is renamed, taken away and had back; what it asks for is what leaves', async ({ launch, home }) => {
  const { out, page, complaints, form, format, chooseFolder } = await exportScreen(launch, home);
  const presets = form.getByRole('group', { name: 'Presets' });
  const preset = (name: string) => presets.getByRole('button', { name: new RegExp(`^${name}`, 'u') });
  await expect(preset('For a language model')).toBeVisible();

  await test.step('one key to the presets, one to choose', async () => {
    await page.keyboard.press('p');
    await expect(preset('For a language model')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(preset('For reading')).toHaveAttribute('aria-pressed', 'true');
    await expect(format('Markdown')).toBeChecked();
    await expect(format('JSON Lines')).not.toBeChecked();
    await expect(form.locator('.export-estimate')).toContainText(/about [\d.]+ kB, a few seconds/u);
  });

  await test.step('choices of one’s own under a name', async () => {
    await format('Plain text, by page').check();
    await form.getByRole('radio', { name: 'Articles as printed' }).check();
    await expect(preset('For reading')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('s');
    await page.keyboard.insertText('年鉴');
    await page.keyboard.press('Enter');
    await expect(preset('年鉴')).toHaveAttribute('aria-pressed', 'true');
    await expect(preset('年鉴')).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.insertText('月报');
    await page.keyboard.press('Enter');
    await expect(preset('月报')).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.insertText('日报');
    await page.keyboard.press('Escape');
    await expect(preset('月报')).toBeFocused();
    await page.keyboard.press('Shift+Delete');
    await expect(preset('月报')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(preset('月报')).toBeVisible();
  });

  await test.step('what it asks for leaves', async () => {
    await format('CSV').check();
    await preset('月报').click();
    await expect(format('CSV')).not.toBeChecked();
    await chooseFolder();
    await page.keyboard.press('Control+Enter');
    await expect(form.getByRole('button', { name: 'Show the folder' })).toBeVisible();
    expect((await readdir(join(out, 'corpus'))).toSorted()).toEqual(['README.md', 'ledger.json', 'manifest.json', 'markdown', 'text-pages']);
    expect(JSON.parse(await readFile(join(out, 'corpus', 'manifest.json'), 'utf8'))).toMatchObject({ reading: 'printed', filter: {} });
  });
  expect(complaints).toEqual([]);
});

test('an export in the larger formats is cancelled, and nothing of it is left', async ({ launch, home }) => {
  const { out, page, complaints, form, format, chooseFolder } = await exportScreen(launch, home);
  for (const name of ['Hugging Face folder', 'TEI P5, documentary', 'TEI P5, PressMint']) await format(name).check();
  await chooseFolder();
  // The button is pressed as soon as it is there: the samples are soon written.
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector<HTMLButtonElement>('.export-run + button')?.click()).observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('heading', { name: /^(?:Export cancelled|Exported)$/u })).toBeVisible();
  const cancelled = await form.getByRole('heading', { name: 'Export cancelled' }).isVisible();
  expect(existsSync(join(out, 'corpus.partial'))).toBe(false);
  expect(existsSync(join(out, 'corpus'))).toBe(!cancelled);
  expect(complaints).toEqual([]);
});
