import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { OpenIssue } from '#contract/schemas/desk.ts';

/** The desk, as someone who works at it sees it. Its words are the English ones. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the samples, and in them the page that has an article of the headline and a passage with the words. */
  static async openSample(page: Page, headline: string, words: string): Promise<Desk> {
    const desk = await Desk.#lookUp(page, headline);
    await page.getByRole('option').filter({ hasText: headline }).first().click();
    await expect(desk.passage(words)).toBeVisible();
    await desk.isWhole();
    return desk;
  }

  /** The same without a mouse: its headline is selected. */
  static async openSampleByKeys(page: Page, headline: string): Promise<Desk> {
    const desk = await Desk.#lookUp(page, headline);
    await page.keyboard.press('Enter');
    await expect(desk.passage(headline)).toHaveAttribute('aria-current', 'true');
    await desk.isWhole();
    return desk;
  }

  static async #lookUp(page: Page, headline: string): Promise<Desk> {
    await page.evaluate(() => window.stet.calls['project.openSamples']({}));
    const desk = new Desk(page);
    const isRead = () => page.evaluate(async (text) => {
      const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: { text }, sort: [] });
      return rows.ok && rows.value.total > 0;
    }, headline);
    await expect.poll(isRead).toBe(true);
    await page.keyboard.press('Control+p');
    await page.keyboard.insertText(headline);
    await expect(page.getByRole('option').filter({ hasText: headline }).first()).toBeVisible();
    return desk;
  }

  /** Waits until all of the page is drawn: what is not in sight follows a frame or two behind the rest. */
  async isWhole(): Promise<void> {
    await expect(this.page.locator('.articles [data-passage]').first()).toBeVisible();
    await expect(this.page.locator('.articles .unseen')).toHaveCount(0);
  }

  get articles(): Locator {
    return this.page.getByRole('region', { name: /^Article \d+/ });
  }

  /** The passage that holds a text. */
  passage(text: string): Locator {
    return this.page.locator('[data-passage]').filter({ hasText: text }).first();
  }

  /** Points at the passage that holds a text. */
  async select(text: string): Promise<void> {
    await this.passage(text).click({ position: { x: 12, y: 12 } });
    await expect(this.passage(text)).toHaveAttribute('aria-current', 'true');
  }

  /** Opens the text of a passage with the caret behind `before`. Without struck text, and `before` stands once in it. */
  async writeBehind(before: string): Promise<void> {
    await this.select(before);
    const text = await this.passage(before).locator('.passage-text').textContent();
    await this.page.keyboard.press('Enter');
    await expect(this.editor).toBeFocused();
    const at = (text ?? '').replaceAll('⌇', '').indexOf(before) + before.length;
    for (let i = 0; i < at; i += 1) await this.page.keyboard.press('ArrowRight');
  }

  get editor(): Locator {
    return this.page.locator('[contenteditable="true"]');
  }

  async leaveText(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.editor).toHaveCount(0);
  }

  /** What the engine holds of the page whose file is named. */
  async stored(file: string): Promise<OpenIssue> {
    return this.page.evaluate(async (name) => {
      const files = await window.stet.calls['files.list']({ offset: 0, limit: 500, only: 'all' });
      const issue = files.ok ? files.value.files.find(({ path }) => path.endsWith(name))?.issue : undefined;
      const opened = issue === null || issue === undefined ? null : await window.stet.calls['issue.open']({ issue });
      if (!opened?.ok) throw new Error(`${name} cannot be opened`);
      return opened.value;
    }, file);
  }
}
