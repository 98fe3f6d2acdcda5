import { LINKED, type Model, STEPS } from './model.ts';
import { STATES } from './states.ts';

/*
 * The grammar's steps made ready to be walked at every position of a page. States of one phase and kind differ in how far above the last body block is;
 * mostly they lead to the same states with the same weight. Then they are one source together, numbered after the states: a quarter of the steps less.
 */

export const COUNT = STATES.length;

/** The states of every source that is several. */
export const GROUPS: readonly (readonly number[])[] = STATES.flatMap(({ phase, kind }, first) => {
  const same = STATES.flatMap((state, index) => (state.phase === phase && state.kind === kind ? [index] : []));
  return same.length > 1 && same[0] === first ? [same] : [];
});

/** States, and after them groups. */
export const SOURCES = COUNT + GROUPS.length;

/** Steps (places in `STEPS`) by which one goes from a source to a state; `link`: which of a position's links they make, if any. */
export type Walk = { readonly steps: Int32Array; readonly from: Int32Array; readonly to: Int32Array; readonly link: Int32Array };

type Way = { readonly step: number; readonly from: number; readonly to: number };

function walk(ways: readonly Way[]): Walk {
  return {
    steps: Int32Array.from(ways, ({ step }) => step),
    from: Int32Array.from(ways, ({ from }) => from),
    to: Int32Array.from(ways, ({ to }) => to),
    link: Int32Array.from(ways, ({ step }) => STEPS[step]!.since * LINKED.length + STEPS[step]!.linked),
  };
}

const all = STEPS.map(({ from, to }, step): Way => ({ step, from, to }));
const plain = all.filter(({ step, from }) => from >= 0 && STEPS[step]!.linked < 0);

/** The steps of `plain` with those taken together that all states of a group make alike. */
function together(): readonly Way[] {
  const taken = new Set<number>();
  const joint = GROUPS.flatMap((states, group) =>
    STATES.flatMap((_, to): readonly Way[] => {
      const ways = plain.filter((way) => way.to === to && states.includes(way.from));
      if (ways.length < states.length || ways.some(({ step }) => STEPS[step]!.weight !== STEPS[ways[0]!.step]!.weight)) return [];
      for (const { step } of ways) taken.add(step);
      return [{ step: ways[0]!.step, from: COUNT + group, to }];
    }),
  );
  return [...plain.filter(({ step }) => !taken.has(step)), ...joint];
}

/** The steps onto a page, those inside it that make a link, and those that make none, one by one. */
export const OPENING = walk(all.filter(({ from }) => from < 0));
export const LINKING = walk(all.filter(({ step }) => STEPS[step]!.linked >= 0));
export const PLAIN = walk(plain);

/** Those that make none, from sources, sorted by the state they lead to, and by the source they come from. */
export const INTO = walk(together().toSorted((a, b) => a.to - b.to || a.from - b.from));
export const OUT_OF = walk(together().toSorted((a, b) => a.from - b.from || a.to - b.to));

/** Where the steps of each state, or source, begin in a walk that is sorted by it, and after the last where they end. */
function startsOf(sorted: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const each of sorted) starts[each + 1]! += 1;
  for (let each = 0; each < count; each += 1) starts[each + 1]! += starts[each]!;
  return starts;
}

export const INTO_STARTS = startsOf(INTO.to, COUNT);
export const OUT_OF_STARTS = startsOf(OUT_OF.from, SOURCES);

/** The weights of a walk's steps. */
export function weightsOf({ weights }: Model, { steps }: Walk): Float64Array {
  const found = new Float64Array(steps.length);
  for (let k = 0; k < found.length; k += 1) found[k] = weights[STEPS[steps[k]!]!.weight]!;
  return found;
}

/** What they multiply the odds by. */
export function oddsOf(model: Model, steps: Walk): Float64Array {
  const found = weightsOf(model, steps);
  for (let k = 0; k < found.length; k += 1) found[k] = Math.exp(found[k]!);
  return found;
}
