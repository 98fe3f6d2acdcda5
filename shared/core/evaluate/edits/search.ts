import type { Step } from './act.ts';
import { stepsOneByOne } from './one-by-one.ts';
import { type Arrangement, type Task, type Unit, nextArrangements } from './arrangement.ts';

const EDGE = -1; // stands before the first unit and after the last

/**
 * No fewer edits than these are needed. An edit brings at most three units to stand behind the right one (where a run is taken out, and at its ends where it
 * is put), or parts one article more or less, or sets aside what becomes one thing; those that set aside are not among the others.
 */
function leastOf({ wanted, aside }: Task): (now: Arrangement) => number {
  const junctions = junctionsOf(wanted);
  return (now) => {
    const staying = now.map((article) => article.filter((unit) => !aside.has(unit))).filter(({ length }) => length > 0);
    let missing = junctions.size;
    for (const junction of junctionsOf(staying)) if (junctions.has(junction)) missing -= 1;
    const kinds = new Set(now.flatMap((article) => article.flatMap((unit) => aside.get(unit) ?? [])));
    return Math.max(Math.ceil(missing / 3), Math.abs(staying.length - wanted.length)) + kinds.size;
  };
}

/** Which unit stands behind which, and whether an article begins between them. */
function junctionsOf(articles: Arrangement): ReadonlySet<string> {
  const out = new Set<string>();
  let above: Unit = EDGE;
  for (const article of articles) {
    article.forEach((unit, index) => {
      out.add(`${above}${index === 0 ? '|' : ' '}${unit}`);
      above = unit;
    });
  }
  out.add(`${above}|${EDGE}`);
  return out;
}

const keyOf = (arrangement: Arrangement) => arrangement.map((article) => article.join(' ')).join('|');

type Node = { readonly arrangement: Arrangement; readonly done: number; readonly step: Step<Unit> | null; readonly parent: Node | null };

/** The steps of a way, and whether it is known that none is shorter. */
export type Way = { readonly steps: readonly Step<Unit>[]; readonly isShortest: boolean };

/**
 * The fewest edits that make the wanted arrangement of what was found: A* over all arrangements that edits can make, for a way that is shorter than one
 * that is known to work. Ends with that one if there is none, or if finding out takes looking at more than `budget` arrangements.
 */
export function shortestWay(task: Task, budget: number): Way {
  const known = stepsOneByOne(task);
  const least = leastOf(task);
  const goal = keyOf(task.wanted);
  const best = new Map<string, number>([[keyOf(task.found), 0]]);
  // By what they come to at least; among equals the last comes first, so that a way once found is followed to its end.
  const waiting: Node[][] = Array.from({ length: known.length }, () => []);
  const wait = (node: Node) => void waiting[node.done + least(node.arrangement)]?.push(node);
  wait({ arrangement: task.found, done: 0, step: null, parent: null });
  for (let looked = 0; looked < budget; ) {
    const node = waiting.find(({ length }) => length > 0)?.pop();
    if (node === undefined) return { steps: known, isShortest: true };
    const key = keyOf(node.arrangement);
    if (key === goal) return { steps: stepsTo(node), isShortest: true };
    if (best.get(key)! < node.done) continue;
    looked += 1;
    const nodes: Node[] = [];
    for (const { arrangement, step } of nextArrangements(node.arrangement, task.aside)) {
      const next = keyOf(arrangement);
      const done = node.done + 1;
      if (done >= (best.get(next) ?? Infinity)) continue;
      best.set(next, done);
      nodes.push({ arrangement, done, step, parent: node });
    }
    // What waits last comes first: of ways that are equally short, the one with the plainer edits.
    for (const each of nodes.reverse()) wait(each);
  }
  return { steps: known, isShortest: false };
}

function stepsTo(node: Node): readonly Step<Unit>[] {
  const steps: Step<Unit>[] = [];
  for (let at: Node | null = node; at?.step; at = at.parent) steps.push(at.step);
  return steps.reverse();
}
