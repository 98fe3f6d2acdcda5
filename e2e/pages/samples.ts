import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Desk } from './desk.ts';

/** Opens the samples, and waits until all of their files are read. */
export async function openSamples(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await allRead(page);
}

/** Waits until all files of the project that is open are read. */
export async function allRead(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => {
    const files = await window.stet.calls['files.list']({ offset: 0, limit: 500, only: 'all' });
    return files.ok && files.value.files.length > 3 && files.value.files.every(({ issue, problem }) => issue !== null || problem !== null);
  })).toBe(true);
}

/** Opens the page that has a headline, without a mouse: the focus is where its article begins. */
export async function openByKeys(page: Page, headline: string): Promise<Desk> {
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText(headline);
  await expect(page.getByRole('option').filter({ hasText: headline }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const desk = new Desk(page);
  await expect(desk.passage(headline)).toBeVisible();
  await desk.isWhole();
  return desk;
}
