import type { Page } from '@playwright/test';
import { readPieces } from '#core/model/reading.ts';
import type { PaperPage } from '#core/testing/paper-page.ts';
import { openAtDesk, pageThat } from './pages.ts';
import type { Traits } from './pages.ts';
import { installProbe, keyToPaint, rest } from './probe.ts';
import { plainPage, stetWith } from './session.ts';
import type { Bench } from './session.ts';
import { median, p95 } from './statistics.ts';
import type { Figure } from './statistics.ts';

const RUNS = 14; // by turns
const STROKES = 20; // in one run
const WARM = 2; // runs that are not counted
const LENGTH = 6_000; // characters of the page
export const PAUSE = 30; // milliseconds between strokes, as fast typing has

/** A page of 6,000 characters with findings. */
export const longPage = ({ length, findings }: Traits): boolean => findings >= 2 && Math.abs(length - LENGTH) < 300;

/** Types a run of letters. Returns the milliseconds from each to the frame that shows it. */
export async function run(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < STROKES; n += 1) {
    times.push(await keyToPaint(page, 'x'));
    await page.waitForTimeout(PAUSE);
  }
  await rest(page);
  return times;
}

/** Has a page open at the desk, and the same text in the bare editor, with the caret in its longest passage; both ready to be measured. */
export async function beginTyping(stet: Page, plain: Page, page: PaperPage): Promise<void> {
  const { source, tree } = page;
  const passages = tree.articles.flatMap((article) => article.passages);
  const longest = passages.reduce((most, each) => (readPieces(source, each.pieces, 'emended').length > readPieces(source, most.pieces, 'emended').length ? each : most));
  const texts = passages.map(({ pieces }) => readPieces(source, pieces, 'emended'));
  const caret = texts.slice(0, passages.indexOf(longest)).reduce((sum, text) => sum + text.length + 1, 0);
  await openAtDesk(stet, page);
  await stet.locator(`[data-passage="${longest.id}"]`).click({ position: { x: 90, y: 8 } });
  await stet.keyboard.press('Enter');
  await stet.locator('.cm-content').waitFor();
  await plain.evaluate(({ text, at }) => window.baseline.editor(text, at), { text: texts.join('\n'), at: caret });
  for (const each of [stet, plain]) {
    await installProbe(each);
    await rest(each);
  }
}

/** From a typed key to the frame that shows it, in a page of 6,000 characters with findings, beside the bare editor with the same text, by turns. */
export async function typing(bench: Bench): Promise<readonly Figure[]> {
  const { page } = pageThat(longPage);
  const stet = await stetWith(bench, 100_000);
  const plain = await plainPage();
  try {
    const [ours, bare]: [number[], number[]] = [[], []];
    await beginTyping(stet.page, plain.page, page);
    for (let n = 0; n < WARM + RUNS; n += 1) {
      const sides = [{ page: stet.page, times: ours }, { page: plain.page, times: bare }];
      for (const side of n % 2 === 0 ? sides : sides.toReversed()) {
        const times = await run(side.page);
        if (n >= WARM) side.times.push(...times);
      }
    }
    return [
      { name: `typing, p95 of ${ours.length}`, unit: 'ms', ours: p95(ours), baseline: p95(bare), bound: 1.5 },
      { name: '  the same, median', unit: 'ms', ours: median(ours), baseline: median(bare), bound: Number.POSITIVE_INFINITY },
    ];
  } finally {
    await plain.quit();
    await stet.quit();
  }
}
