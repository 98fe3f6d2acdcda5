import type { CDPSession, Page } from '@playwright/test';
import { rest } from './probe.ts';
import { stetWith } from './session.ts';
import type { Bench } from './session.ts';
import { median } from './statistics.ts';
import type { Figure } from './statistics.ts';

const TURNS = 10; // by turns, each side
const WARM = 2;
const FRAMES = 90; // of one turn
const STEP = 120; // pixels a frame: a notch of the wheel

type Turn = { readonly perFrame: number; readonly longest: number; readonly nodes: number };

/**
 * Scrolls the table frame by frame, up and down again where it ends. Main-thread milliseconds a frame are Chromium's own account of its tasks
 * (TaskDuration), not the wall clock: what other processes do does not count.
 */
async function turn(page: Page, devtools: CDPSession): Promise<Turn> {
  const spent = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  const before = await spent();
  const seen = await page.evaluate(({ frames, step }) => {
    const scroller = document.querySelector('[role="grid"]')!;
    return new Promise<{ longest: number; nodes: number }>((resolve) => {
      let [left, nodes, longest, direction] = [frames, 0, 0, 1];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      observer.observe({ type: 'longtask' });
      const frame = () => {
        const was = scroller.scrollTop;
        scroller.dispatchEvent(new WheelEvent('wheel', { bubbles: true })); // as in life: what waits for idleness hears that somebody is there
        scroller.scrollTop = was + step * direction;
        if (scroller.scrollTop === was) direction = -direction;
        if (left % 10 === 0) nodes = Math.max(nodes, scroller.querySelectorAll('*').length);
        left -= 1;
        if (left > 0) requestAnimationFrame(frame);
        else setTimeout(() => {
          observer.disconnect();
          resolve({ longest, nodes });
        }, 50);
      };
      requestAnimationFrame(frame);
    });
  }, { frames: FRAMES, step: STEP });
  return { ...seen, perFrame: ((await spent()) - before) / FRAMES };
}

/** Scrolling the Library of 100,000 articles, beside that of 100, by turns. */
export async function scroll(bench: Bench): Promise<readonly Figure[]> {
  const many = await stetWith(bench, 100_000);
  const few = await stetWith(bench, 100);
  try {
    const [ours, bare]: [Turn[], Turn[]] = [[], []];
    const sides = await Promise.all([{ page: many.page, turns: ours }, { page: few.page, turns: bare }].map(async (side) => {
      const devtools = await side.page.context().newCDPSession(side.page);
      await devtools.send('Performance.enable');
      return { ...side, devtools };
    }));
    for (let n = 0; n < WARM + TURNS; n += 1) {
      for (const { page, turns, devtools } of n % 2 === 0 ? sides : sides.toReversed()) {
        const done = await turn(page, devtools);
        if (n >= WARM) turns.push(done);
        await rest(page);
      }
    }
    const of = (turns: readonly Turn[], read: (turn: Turn) => number) => turns.map(read);
    return [
      { name: `scrolling the Library, main thread a frame, median of ${TURNS}`, unit: 'ms', ours: median(of(ours, (each) => each.perFrame)), baseline: median(of(bare, (each) => each.perFrame)), bound: 1.1 },
      { name: '  longest task (50 ms at most)', unit: 'ms', ours: Math.max(...of(ours, (each) => each.longest)), baseline: 50, bound: 1 },
      { name: '  DOM nodes (a tagged row has some more)', unit: '', ours: Math.max(...of(ours, (each) => each.nodes)), baseline: Math.max(...of(bare, (each) => each.nodes)), bound: 1.02 },
    ];
  } finally {
    await few.quit();
    await many.quit();
  }
}
