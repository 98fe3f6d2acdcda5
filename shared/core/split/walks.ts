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

/** Those that make none, sorted by the state they lead to. */
export const INTO = walk(plain.toSorted((a, b) => a.to - b.to || a.from - b.from));

/** Where the steps of each state begin in it, and after the last where they end. */
export const INTO_STARTS = startsOf(INTO.to);

function startsOf(sorted: Int32Array): Int32Array {
  const starts = new Int32Array(COUNT + 1);
  for (const each of sorted) starts[each + 1]! += 1;
  for (let each = 0; each < COUNT; each += 1) starts[each + 1]! += starts[each]!;
  return starts;
}

/**
 * Steps by which four places are reached at a time: sums in four registers are several times faster than one after the other. `reached`: four a block, `NOWHERE`
 * where there are no more; `starts`: where each block's ways begin in `from`, and after the last where they end; `steps`: four a way, -1 where there is no
 * such step. Each place hears of its ways in ascending order. `unreached`: all other places, to which links may lead.
 */
export type Fours = { readonly reached: Int32Array; readonly starts: Int32Array; readonly from: Int32Array; readonly steps: Int32Array; readonly unreached: Int32Array };

/** Beside the sources: what is reached when nothing is. */
const NOWHERE = SOURCES;

/** How many places there are to write to. */
export const PLACES = SOURCES + 1;

type Link = { readonly step: number; readonly from: number; readonly reached: number };

function byFours(links: readonly Link[]): Fours {
  const waysTo = (reached: number) => links.filter((each) => each.reached === reached).map(({ from }) => from);
  const places = [...new Set(links.map(({ reached }) => reached))];
  // Places that are reached from the same ones stand in one block.
  const sorted = places.map((place) => ({ place, name: waysTo(place).toSorted((a, b) => a - b).join() })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const blocks = Array.from({ length: Math.ceil(sorted.length / 4) }, (_, block) =>
    Array.from({ length: 4 }, (__, lane) => sorted[4 * block + lane]?.place ?? NOWHERE),
  );
  const ways = blocks.map((block) => [...new Set(block.flatMap(waysTo))].toSorted((a, b) => a - b));
  const stepOf = (from: number, reached: number) => links.find((each) => each.from === from && each.reached === reached)?.step ?? -1;
  const starts = [0];
  for (const each of ways) starts.push(starts.at(-1)! + each.length);
  return {
    reached: Int32Array.from(blocks.flat()),
    starts: Int32Array.from(starts),
    from: Int32Array.from(ways.flat()),
    steps: Int32Array.from(ways.flatMap((each, block) => each.flatMap((from) => blocks[block]!.map((reached) => stepOf(from, reached))))),
    unreached: Int32Array.from(Array.from({ length: PLACES }, (_, place) => place).filter((place) => !places.includes(place))),
  };
}

/** The steps that make no link, onwards from sources to states, and back from states to sources. */
export const ONWARDS = byFours(together().map(({ step, from, to }) => ({ step, from, reached: to })));
export const BACK = byFours(together().map(({ step, from, to }) => ({ step, from: to, reached: from })));

/** Adds up what comes to each place: all that is at the places it is reached from, times the odds of the steps. */
export function addUp({ reached, starts, from, unreached }: Fours, odds: Float64Array, masses: Float64Array, sums: Float64Array): void {
  for (let k = 0; k < unreached.length; k += 1) sums[unreached[k]!] = 0;
  for (let block = 0; block + 1 < starts.length; block += 1) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let way = starts[block]!; way < starts[block + 1]!; way += 1) {
      const mass = masses[from[way]!]!;
      a += mass * odds[4 * way]!;
      b += mass * odds[4 * way + 1]!;
      c += mass * odds[4 * way + 2]!;
      d += mass * odds[4 * way + 3]!;
    }
    sums[reached[4 * block]!] = a;
    sums[reached[4 * block + 1]!] = b;
    sums[reached[4 * block + 2]!] = c;
    sums[reached[4 * block + 3]!] = d;
  }
}

/** Makes once for every model what depends on its weights alone: a model does not change, and is asked for every page. */
export function perModel<Made>(make: (model: Model) => Made): (model: Model) => Made {
  const made = new WeakMap<Model, Made>();
  return (model) => {
    const known = made.get(model) ?? make(model);
    made.set(model, known);
    return known;
  };
}

/** The weights of a walk's steps. */
export function weightsOf({ weights }: Model, { steps }: Walk): Float64Array {
  const found = new Float64Array(steps.length);
  for (let k = 0; k < found.length; k += 1) found[k] = weights[STEPS[steps[k]!]!.weight]!;
  return found;
}

/** What steps (-1: none) multiply the odds by. */
export function oddsOf({ weights }: Model, { steps }: Pick<Walk, 'steps'>): Float64Array {
  const found = new Float64Array(steps.length);
  for (let k = 0; k < found.length; k += 1) found[k] = steps[k]! < 0 ? 0 : Math.exp(weights[STEPS[steps[k]!]!.weight]!);
  return found;
}
