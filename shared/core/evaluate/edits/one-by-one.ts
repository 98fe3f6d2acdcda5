import type { Step } from './act.ts';
import { type Arrangement, type Task, type Unit, runsAside } from './arrangement.ts';

/**
 * Edits that make the wanted arrangement of what was found, at most one a unit; not always the fewest. What goes aside is set aside; then the wanted articles
 * are made top to bottom, unit by unit: with an edit that brings all that follows along where there is one, else by moving the unit to its place.
 */
export function stepsOneByOne({ found, wanted, aside }: Task): readonly Step<Unit>[] {
  const steps: Step<Unit>[] = found.flatMap((article) => runsAside(article, aside).map(({ from }): Step<Unit> => ({ kind: 'setAside', unit: article[from]! })));
  let now: Arrangement = found.map((article) => article.filter((unit) => !aside.has(unit))).filter(({ length }) => length > 0);
  const take = (unit: Unit): Arrangement => now.map((article) => article.filter((each) => each !== unit));
  wanted.forEach((article, index) => {
    article.forEach((unit, place) => {
      if (now[index]?.[place] === unit) return;
      const heads = now.findIndex(([first]) => first === unit);
      const above = now[index - 1] ?? [];
      if (place > 0 && heads === index + 1 && now[index]!.length === place) {
        steps.push({ kind: 'mergeAbove', unit });
        now = now.toSpliced(index, 2, [...now[index]!, ...now[heads]!]);
      } else if (place === 0 && heads > index) {
        steps.push({ kind: 'reorder', unit });
        now = now.toSpliced(heads, 1).toSpliced(index, 0, now[heads]!);
      } else if (place === 0 && above[wanted[index - 1]?.length ?? 0] === unit) {
        steps.push({ kind: 'splitBefore', unit });
        const cut = wanted[index - 1]!.length;
        now = now.toSpliced(index - 1, 1, above.slice(0, cut), above.slice(cut));
      } else {
        steps.push({ kind: 'movePassages', unit });
        const left = take(unit);
        now = (place === 0 ? left.toSpliced(index, 0, [unit]) : left.with(index, left[index]!.toSpliced(place, 0, unit))).filter(({ length }) => length > 0);
      }
    });
  });
  return steps;
}
