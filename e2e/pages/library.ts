import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The library, as someone who looks for an article sees it. Its words are the English ones. */
export class Library {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  row(headline: string): Locator {
    return this.page.getByRole('row').filter({ hasText: headline });
  }

  async go(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'Library' }).click();
  }

  /** Opens the page of an article at the desk, found by its headline however long the list is. */
  async open(headline: string): Promise<void> {
    await this.go();
    await this.page.getByRole('searchbox').or(this.page.getByRole('textbox', { name: /search/i })).first().fill(headline);
    const articles = this.page.getByRole('region', { name: 'Articles' });
    // The list may become narrower between the two clicks, so that the second meets another row, or none.
    await expect(async () => {
      if (!(await articles.isVisible())) await this.row(headline).first().dblclick({ timeout: 2000 });
      await expect(articles).toBeVisible({ timeout: 5000 });
    }).toPass({ timeout: 30_000 });
  }
}
