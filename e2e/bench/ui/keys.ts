import type { Page } from '@playwright/test';
import { paperPage } from '#core/testing/paper-page.ts';
import { openAtDesk, pageThat, rowsOf } from './pages.ts';
import { installProbe, keyToPaint, rest, wasWhole } from './probe.ts';
import { plainPage, stetWith } from './session.ts';
import type { Bench } from './session.ts';
import { median, p95 } from './statistics.ts';
import type { Figure } from './statistics.ts';

const ROUNDS = 120; // so that the p95 is that of six rounds and not of the two worst
const WARM = 5; // rounds that are not counted
const BOUND = 2;

/** What an editor does, and the keys of one round in which it is done: it ends as it began, so that rounds are alike. */
const WALK = ['accept-and-next', 'undo', 'split', 'merge', 'open an issue'] as const;
type Act = (typeof WALK)[number];
const ROUND: readonly (readonly [key: string, act: Act | null])[] = [
  ['d', null], ['a', 'accept-and-next'], ['Control+z', 'undo'],
  ['Shift+J', null], ['j', null], ['s', 'split'], ['m', 'merge'], ['Control+z', 'undo'], ['Control+z', 'undo'],
  ['Control+PageDown', 'open an issue'], ['Control+PageUp', 'open an issue'],
];

type Times = Readonly<Record<Act, number[]>>;
const noTimes = (): Times => ({ 'accept-and-next': [], undo: [], split: [], merge: [], 'open an issue': [] });

async function round(page: Page, times: Times | null): Promise<void> {
  for (const [key, act] of ROUND) {
    if (act === null) await page.keyboard.press(key);
    else {
      const time = await keyToPaint(page, key);
      times?.[act].push(time);
    }
    await rest(page);
    if (act !== null) await wasWhole(page, key);
  }
}

/** From the key to its painted result, beside the same keys on a plain React list of the same rows, by turns. */
export async function keys(bench: Bench): Promise<readonly Figure[]> {
  // From each doubt it is one key to the next article, which is split: behind the last one stands what is aside.
  const { number, page } = pageThat(({ doubts, lastDoubted, findings, length }) => doubts >= 3 && !lastDoubted && findings === 0 && length > 4_000);
  const stet = await stetWith(bench, 100_000);
  const plain = await plainPage();
  try {
    await openAtDesk(stet.page, page);
    await plain.page.evaluate((pages) => window.baseline.list(pages), [rowsOf(page), rowsOf(paperPage(number + 1, 11))]);
    const [ours, bare] = [noTimes(), noTimes()];
    for (const each of [stet.page, plain.page]) {
      await installProbe(each);
      await rest(each);
    }
    for (let n = 0; n < WARM + ROUNDS; n += 1) {
      const sides = [{ page: stet.page, times: ours }, { page: plain.page, times: bare }];
      for (const side of n % 2 === 0 ? sides : sides.toReversed()) await round(side.page, n < WARM ? null : side.times);
    }
    return WALK.flatMap((act) => [
      { name: `key to paint, ${act}, p95 of ${ours[act].length}`, unit: 'ms', ours: p95(ours[act]), baseline: p95(bare[act]), bound: BOUND },
      { name: '  the same, median', unit: 'ms', ours: median(ours[act]), baseline: median(bare[act]), bound: Number.POSITIVE_INFINITY },
    ]);
  } finally {
    await plain.quit();
    await stet.quit();
  }
}
