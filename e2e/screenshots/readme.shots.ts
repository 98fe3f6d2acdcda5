import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import { Desk } from '../pages/desk.ts';

const folder = join(CHECKOUT, 'resources', 'screenshots');
const HEADLINE = '雨前清淤忙 管网“体检”早';

for (const language of ['en', 'zh-Hans'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${language} ${theme}`, async ({ launch }) => {
      const { page, app } = await launch({ language });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
      await page.evaluate((wanted) => window.stet.calls['app.setTheme']({ theme: wanted }), theme);
      const shot = async (name: string) => {
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`), animations: 'disabled', caret: 'hide' });
      };
      await shot('start');
      await library(page);
      await shot('library');
      await desk(page);
      await shot('desk');
      await exportScreen(page, language);
      await shot('export');
    });
  }
}

/** The library of the samples, with some work done. */
async function library(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();
  for (const [n, keys] of [[2, ['1', 'Shift+A']], [4, ['3', 'Shift+A']], [5, ['6']], [7, ['2', 'Shift+A']], [3, []]] as const) {
    await page.getByRole('row').nth(n).click();
    for (const key of keys) await page.keyboard.press(key);
  }
  await page.locator('.toast-close').click();
  await page.locator('.toast').waitFor({ state: 'detached' });
}

/** The desk with a correction made and a passage in focus. */
async function desk(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  await page.keyboard.insertText(HEADLINE.slice(0, 5));
  await page.keyboard.press('Enter');
  const at = new Desk(page);
  await at.writeBehind('雨量到了');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.insertText('预');
  await at.leaveText();
  await page.keyboard.press('7');
  await expect(at.passage('雨量到了').locator('del')).toBeVisible();
  await page.mouse.move(5, 600);
}

async function exportScreen(page: Page, language: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: language === 'en' ? 'Export' : '导出' }).click();
  await page.locator('.export-estimate').filter({ hasText: /\d/ }).waitFor();
}
