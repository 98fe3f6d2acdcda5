import { readFileSync, statSync } from 'node:fs';

/** How many times the cost of the baseline splitting may take: of all pages, and of one page held against its share of the bytes. */
export const LIMITS = { ratio: 25, slowest: 100 };

/** Splits one page. */
type SplitOne = (source: string, hash: string) => unknown;

/** Milliseconds for all pages, baseline and split, their ratio, and the page that took the most times its share of the baseline. */
export type Measured = {
  readonly baseline: number;
  readonly counting: number; // what the pages say of their language, before they are split
  readonly ours: number; // counting included
  readonly ratio: number;
  readonly slowest: { readonly path: string; readonly ratio: number };
};

const WARM_UP = 20; // until the code is compiled as it stays
const ROUNDS = 15;
const PASSES = 5; // of the baseline, which is short, a round

/** Times both on the same pages by turns, so that whatever else the machine does falls on both; medians over the rounds. `count` counts the pages and makes what splits one. */
export function measure(paths: readonly string[], count: (sources: readonly string[]) => SplitOne): Measured {
  const hash = '0'.repeat(64);
  const cut = (path: string) => readFileSync(path, 'utf8').split(/\n\s*\n/u);
  const bytes = paths.map((path) => statSync(path).size);
  const all = bytes.reduce((sum, each) => sum + each, 0);
  const rounds: { readonly baseline: number; readonly counting: number; readonly pages: readonly number[] }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const baseline = timed(() => {
      for (let pass = 0; pass < PASSES; pass += 1) for (const path of paths) cut(path);
    }) / PASSES;
    let split: SplitOne = () => null;
    const counting = timed(() => {
      split = count(paths.map((path) => readFileSync(path, 'utf8')));
    });
    const pages = paths.map((path) => timed(() => split(readFileSync(path, 'utf8'), hash)));
    if (round >= WARM_UP) rounds.push({ baseline, counting, pages });
  }
  const total = ({ counting, pages }: (typeof rounds)[number]) => pages.reduce((sum, each) => sum + each, counting);
  const baseline = median(rounds.map((each) => each.baseline));
  const slowest = paths
    .map((path, page) => ({ path, ratio: median(rounds.map(({ pages }) => pages[page]!)) / ((baseline * bytes[page]!) / all) }))
    .reduce((worst, each) => (each.ratio > worst.ratio ? each : worst));
  return {
    baseline,
    counting: median(rounds.map((each) => each.counting)),
    ours: median(rounds.map(total)),
    ratio: median(rounds.map((each) => total(each) / each.baseline)),
    slowest,
  };
}

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
