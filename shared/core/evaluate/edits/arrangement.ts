import type { Step } from './act.ts';

/** Something that is only moved as a whole. */
export type Unit = number;

/** Articles, top to bottom, as the units that stand in them. None is empty. */
export type Arrangement = readonly (readonly Unit[])[];

/** An arrangement to be changed into another. `aside`: of the units that have to go, what they are then; all others stand in both. */
export type Task = { readonly found: Arrangement; readonly wanted: Arrangement; readonly aside: ReadonlyMap<Unit, string> };

/** An arrangement that one edit makes of another. */
export type Next = { readonly arrangement: Arrangement; readonly step: Step<Unit> };

/**
 * All that one edit may make of an arrangement, plainer edits first:
 * two neighbouring articles become one; a run of units of one article that become the same is set aside; an article is cut in two; a run of units of one
 * article moves to one place, keeping its order, in the same article, in another, or in one of its own; an article changes its place on the page.
 * Runs that go aside go whole, and are not moved about before: that is never fewer edits.
 */
export function nextArrangements(now: Arrangement, aside: ReadonlyMap<Unit, string>): readonly Next[] {
  return [merged, setAside, split, moved, reordered].flatMap((edits) => now.flatMap((article, index) => edits(now, article, index, aside)));
}

type Edits = (now: Arrangement, article: readonly Unit[], index: number, aside: ReadonlyMap<Unit, string>) => readonly Next[];

/** An article with other units; it is gone if there are none. */
const withArticle = (now: Arrangement, index: number, article: readonly Unit[]): Arrangement => (article.length === 0 ? now.toSpliced(index, 1) : now.with(index, article));

const merged: Edits = (now, article, index) =>
  index === 0 ? [] : [{ arrangement: now.toSpliced(index - 1, 2, [...now[index - 1]!, ...article]), step: { kind: 'mergeAbove', unit: article[0]! } }];

const split: Edits = (now, article, index) =>
  article.slice(1).map((unit, above) => ({ arrangement: now.toSpliced(index, 1, article.slice(0, above + 1), article.slice(above + 1)), step: { kind: 'splitBefore', unit } }));

const setAside: Edits = (now, article, index, aside) =>
  runsAside(article, aside).map(({ from, to }) => ({ arrangement: withArticle(now, index, article.toSpliced(from, to - from)), step: { kind: 'setAside', unit: article[from]! } }));

const reordered: Edits = (now, article, index) =>
  now.flatMap((_, to): readonly Next[] => (to === index ? [] : [{ arrangement: now.toSpliced(index, 1).toSpliced(to, 0, article), step: { kind: 'reorder', unit: article[0]! } }]));

const moved: Edits = (now, article, index, aside) => {
  const out: Next[] = [];
  for (let from = 0; from < article.length; from += 1) {
    for (let to = from + 1; to <= article.length; to += 1) {
      const run = article.slice(from, to);
      if (run.every((unit) => aside.has(unit))) continue;
      const step = { kind: 'movePassages', unit: run[0]! } as const;
      const whole = run.length === article.length;
      const left = withArticle(now, index, article.toSpliced(from, to - from));
      left.forEach((other, at) => {
        for (let place = 0; place <= other.length; place += 1) {
          if (whole || at !== index || place !== from) out.push({ arrangement: left.with(at, other.toSpliced(place, 0, ...run)), step });
        }
      });
      if (!whole) for (let at = 0; at <= left.length; at += 1) out.push({ arrangement: left.toSpliced(at, 0, run), step });
    }
  }
  return out;
};

/** The longest runs of an article's units that go aside as the same. */
export function runsAside(article: readonly Unit[], aside: ReadonlyMap<Unit, string>): readonly { readonly from: number; readonly to: number }[] {
  const runs: { readonly from: number; to: number }[] = [];
  article.forEach((unit, index) => {
    const as = aside.get(unit);
    const last = runs.at(-1);
    if (as === undefined) return;
    if (last?.to === index && aside.get(article[index - 1]!) === as) last.to += 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}
