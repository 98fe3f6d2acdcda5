import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, type Task, nextArrangements } from './arrangement.ts';
import { clustersOf, withRunsAsOne } from './clusters.ts';
import { stepsOneByOne } from './one-by-one.ts';
import { shortestWay } from './search.ts';

/** `1 2|3` is an article of two units and one of one; `3:f` goes aside as f. */
const articles = (text: string): Arrangement => (text === '' ? [] : text.split('|').map((article) => article.split(' ').map(Number)));
const show = (arrangement: Arrangement) => arrangement.map((article) => article.join(' ')).join('|');
const asideOf = (text: string) => new Map(text.split(' ').filter((word) => word !== '').map((word) => [Number(word.split(':')[0]), word.split(':')[1]!] as const));
const task = (found: string, wanted: string, aside = ''): Task => ({ found: articles(found), wanted: articles(wanted), aside: asideOf(aside) });

describe('nextArrangements', () => {
  const made = (kind: string, found: string, aside = '') =>
    nextArrangements(articles(found), asideOf(aside)).flatMap(({ arrangement, step }) => (step.kind === kind ? [`${step.unit}: ${show(arrangement)}`] : []));

  it.each([
    ['mergeAbove', '1 2|3', '', ['3: 1 2 3']],
    ['splitBefore', '1 2 3', '', ['2: 1|2 3', '3: 1 2|3']],
    ['setAside', '1 2 3 4|5', '2:f 3:f 4:b 5:f', ['2: 1 4|5', '4: 1 2 3|5', '5: 1 2 3 4']],
    ['reorder', '1|2', '', ['1: 2|1', '2: 2|1']],
    ['movePassages', '1|2', '', ['1: 1 2', '1: 2 1', '2: 2 1', '2: 1 2']],
    ['movePassages', '1 2', '', ['1: 2 1', '1: 1|2', '1: 2|1', '2: 2 1', '2: 2|1', '2: 1|2']],
    ['movePassages', '1 2', '2:f', ['1: 2 1', '1: 1|2', '1: 2|1']],
  ])('%s of %s', (kind, found, aside, expected) => {
    expect(made(kind, found, aside)).toEqual(expected);
  });
});

it('takes runs that stay together as one', () => {
  const { found, wanted, aside } = withRunsAsOne(task('1 2 3 4 5|6', '1 2|3|6', '4:f 5:f'));
  expect([show(found), show(wanted), [...aside]]).toEqual(['1 3 4|6', '1|3|6', [[4, 'f']]]);
});

it.each([
  ['what stands is left out', task('1|2 3|4', '1|2|3|4'), ['2 3 > 2|3']],
  ['parts that hold the same', task('1|2|3 4', '1 2|3|4'), ['1|2 > 1 2', '3 4 > 3|4']],
  ['parts that cross', task('1 2|3 4', '1 3|2 4'), ['1 2|3 4 > 1 3|2 4']],
  ['what goes aside alone', task('1|2|3', '1|3', '2:f'), ['2 > ']],
  ['what goes aside alone, beside its like', task('1 2|3|4', '1|4', '2:f 3:f'), ['1 2|3 > 1']],
])('clusters: %s', (_what, whole, expected) => {
  expect(clustersOf(whole).map(({ found, wanted }) => `${show(found)} > ${show(wanted)}`)).toEqual(expected);
});

/** The fewest edits by trying all of them. */
function exhaustively({ found, wanted, aside }: Task): number {
  const goal = show(wanted);
  const seen = new Set([show(found)]);
  let border: readonly Arrangement[] = [found];
  for (let count = 0; border.length > 0; count += 1) {
    if (border.some((arrangement) => show(arrangement) === goal)) return count;
    border = border.flatMap((arrangement) =>
      nextArrangements(arrangement, aside).flatMap(({ arrangement: next }) => {
        const isNew = !seen.has(show(next));
        seen.add(show(next));
        return isNew ? [next] : [];
      }),
    );
  }
  throw new Error(`no edits lead to ${goal}`);
}

function arbitraryTask(count: number): fc.Arbitrary<Task> {
  const units = Array.from({ length: count }, (_, unit) => unit);
  const arrangement = fc.tuple(fc.shuffledSubarray(units, { minLength: count }), fc.array(fc.boolean(), { minLength: count, maxLength: count })).map(([order, cuts]) => {
    const made: number[][] = [];
    order.forEach((unit, index) => {
      if (index === 0 || cuts[index]) made.push([unit]);
      else made.at(-1)!.push(unit);
    });
    return made;
  });
  const inOrder = arrangement.map((made) => {
    let next = 0;
    return made.map((article) => article.map(() => next++));
  });
  return fc.tuple(fc.oneof(arrangement, inOrder), inOrder, fc.subarray(units, { maxLength: 2 })).map(([found, whole, gone]) => {
    const aside = new Map(gone.map((unit) => [unit, unit % 2 === 0 ? 'f' : 'b']));
    return { found, wanted: whole.map((article) => article.filter((unit) => !aside.has(unit))).filter(({ length }) => length > 0), aside };
  });
}

it.each([
  [3, 100],
  [4, 100],
  [5, 12],
])('clusters and lower bounds leave the fewest edits between arrangements of %i units', (count, numRuns) => {
  fc.assert(
    fc.property(arbitraryTask(count), (whole) => {
      const ways = clustersOf(withRunsAsOne(whole)).map((cluster) => ({ way: shortestWay(cluster, 100_000), known: stepsOneByOne(cluster) }));
      expect(ways.every(({ way, known }) => way.isShortest && way.steps.length <= known.length)).toBe(true);
      expect(ways.reduce((sum, { way }) => sum + way.steps.length, 0)).toBe(exhaustively(whole));
    }),
    { numRuns },
  );
});
