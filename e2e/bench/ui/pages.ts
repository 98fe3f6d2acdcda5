import type { Page } from '@playwright/test';
import { openFindings } from '#core/checks/run.ts';
import { paperPage } from '#core/testing/paper-page.ts';
import type { PaperPage } from '#core/testing/paper-page.ts';
import { readPieces } from '#core/model/reading.ts';
import { SURE } from '#core/risk/risk.ts';
import type { ListRow } from './baseline/rows.ts';

const ON_A_PAGE = 11;

/** What is looked for in a generated page. */
export type Traits = { readonly number: number; readonly page: PaperPage; readonly doubts: number; readonly lastDoubted: boolean; readonly findings: number; readonly length: number };

function traitsOf(number: number): Traits {
  const page = paperPage(number, ON_A_PAGE);
  const { source, tree, decisions } = page;
  const later = new Set<string>(tree.articles.slice(1).map(({ id }) => id));
  const last = tree.articles.at(-1)?.id;
  const doubted = decisions.filter(({ kind, subject, confidence }) => kind === 'boundary' && later.has(subject) && confidence < SURE);
  return {
    number, page,
    doubts: doubted.length,
    lastDoubted: doubted.some(({ subject }) => subject === last),
    findings: tree.articles.reduce((sum, article) => sum + openFindings(source, article, decisions, new Map()).length, 0),
    length: source.length,
  };
}

/** The first generated page, not approved, that is as wanted. */
export function pageThat(wanted: (traits: Traits) => boolean): Traits {
  for (let number = 0; number < 9_000; number += 1) {
    if (number % 5 === 4) continue;
    const traits = traitsOf(number);
    if (wanted(traits)) return traits;
  }
  throw new Error('no generated page is like that');
}

/** The same page as rows of a plain list. */
export function rowsOf({ source, tree, decisions }: PaperPage): readonly ListRow[] {
  const unsure = new Set<string>(decisions.filter(({ kind, confidence }) => kind === 'boundary' && confidence < SURE).map(({ subject }) => subject));
  return tree.articles.flatMap(({ id, passages }, position) => passages.map((passage, index) => ({
    id: passage.id, text: readPieces(source, passage.pieces, 'emended'), begins: index === 0, doubt: index === 0 && position > 0 && unsure.has(id),
  })));
}

/** Opens a generated page at the desk, by its file's name. */
export async function openAtDesk(page: Page, { path, tree }: PaperPage): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1).replace('.txt', '');
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText(name);
  await page.getByRole('option').filter({ hasText: name.slice(0, 4) }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[data-passage="${tree.articles[0]!.passages[0]!.id}"]`).waitFor();
}
