import type { Arrangement, Task, Unit } from './arrangement.ts';

/**
 * The same task with every run of units as one unit, its first, that stand behind each other in one article before and after, or go aside together as the
 * same. No fewer edits are needed for being able to part them: taking all but the first unit of a run out of a way that does leaves a way that does not.
 */
export function withRunsAsOne({ found, wanted, aside }: Task): Task {
  const behind = new Map<Unit, Unit>(wanted.flatMap((article) => article.slice(1).map((unit, index) => [unit, article[index]!] as const)));
  const absorbed = new Set<Unit>();
  for (const article of found) {
    article.slice(1).forEach((unit, index) => {
      const above = article[index]!;
      const as = aside.get(unit);
      if (as === undefined ? behind.get(unit) === above : aside.get(above) === as) absorbed.add(unit);
    });
  }
  const lead = (article: readonly Unit[]) => article.filter((unit) => !absorbed.has(unit));
  return { found: found.map(lead), wanted: wanted.map(lead), aside: new Map([...aside].filter(([unit]) => !absorbed.has(unit))) };
}

/**
 * The parts of a task that have nothing to do with each other, those that stand left out: top to bottom, the fewest articles that hold the same units before
 * and after. An article of nothing but what goes aside may take in what goes aside with it from a part next to it, and belongs to that.
 */
export function clustersOf(task: Task): readonly Task[] {
  const clusters: Task[] = [];
  for (const part of partsOf(task)) {
    const above = clusters.at(-1);
    const isGone = above?.wanted.length === 0 || part.wanted.length === 0;
    if (above !== undefined && isGone && [...above.aside.values()].some((as) => [...part.aside.values()].includes(as))) {
      clusters[clusters.length - 1] = { found: [...above.found, ...part.found], wanted: [...above.wanted, ...part.wanted], aside: new Map([...above.aside, ...part.aside]) };
    } else {
      clusters.push(part);
    }
  }
  return clusters.filter(({ found, wanted }) => !isSame(found, wanted));
}

function partsOf({ found, wanted, aside }: Task): readonly Task[] {
  const staying = (articles: Arrangement) => articles.flat().filter((unit) => !aside.has(unit));
  const parts: Task[] = [];
  let [foundFrom, wantedFrom, foundTo, wantedTo] = [0, 0, 0, 0];
  while (foundTo < found.length || wantedTo < wanted.length) {
    const [before, after] = [staying(found.slice(foundFrom, foundTo)), staying(wanted.slice(wantedFrom, wantedTo))];
    if (foundTo === found.length || before.length > after.length) wantedTo += 1;
    else foundTo += 1;
    const part = { found: found.slice(foundFrom, foundTo), wanted: wanted.slice(wantedFrom, wantedTo) };
    const [left, right] = [new Set(staying(part.found)), staying(part.wanted)];
    if (left.size !== right.length || !right.every((unit) => left.has(unit))) continue;
    parts.push({ ...part, aside: new Map(part.found.flat().flatMap((unit) => (aside.has(unit) ? [[unit, aside.get(unit)!] as const] : []))) });
    [foundFrom, wantedFrom] = [foundTo, wantedTo];
  }
  return parts;
}

const isSame = (a: Arrangement, b: Arrangement) => a.length === b.length && a.every((article, index) => article.length === b[index]!.length && article.every((unit, at) => unit === b[index]![at]));
