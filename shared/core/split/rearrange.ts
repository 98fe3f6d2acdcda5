import { breaksOff, continuityOf } from '../flow/continuity.ts';
import { overlapOf } from '../parse/grams.ts';
import type { Page } from '../parse/page.ts';
import { bestPath, evidenceOf, latticeOf } from './lattice.ts';
import type { Model } from './model.ts';
import { STATES, beginsArticle } from './states.ts';

/** How far on a broken-off text may go on, and how long a stretch may have strayed, in blocks. */
const WINDOW = 16;

/** How much better the ends that meet have to fit after a repair than before (log-odds). */
const BELIEF = 4;

/** How much better the model has to read the page for it (log-odds). */
const AGREED = 2;

/** What it counts for if a text that breaks off meets a headline, or the end of the page (log-odds). */
const BROKEN = -5;

/** What it counts for if a block that cannot begin a paragraph follows one that is complete (log-odds). */
const ORPHANED = -2;

/** How many repairs one page may have; one that needs more is for a person. */
const REPAIRS = 8;

/** Cut text shorter than this (full-width characters) is more often a line of its own than the beginning of a paragraph. */
const SHORTEST = 20;

type Reading = { readonly order: readonly number[]; readonly states: readonly number[]; readonly score: number };
type Fit = (above: number, below: number) => number; // of two blocks, the second undefined at the end of the page

/**
 * Puts blocks back that do not stand where they are read: interleaved articles are taken apart, a stray block is put where it fits. Both are the same
 * repair: two neighbouring stretches change places. It is tried where a text breaks off before a headline or an unlikely continuation, made where
 * the three pairs of ends that meet fit clearly better for it, and kept if the model that reads the page agrees. Returns the order itself if it stands.
 */
export function rearrange(page: Page, start: readonly number[], states: readonly number[], model: Model): readonly number[] {
  const read = (order: readonly number[]): Reading => ({ order, ...bestPath(latticeOf(evidenceOf(page, order), model), model) });
  if (!start.some((_, at) => breaksOffAt(page, start, states, at))) return start;
  const overlap = overlapOf(page.grams);
  const known = new Map<number, number>();
  const goesOn = (above: number, below: number): number => {
    const key = above * page.blocks.length + below;
    const found = known.get(key) ?? continuityOf(page, overlap, model.continuity, above, below);
    known.set(key, found);
    return found;
  };
  let now = read(start);
  for (let repair = 0; repair < REPAIRS; repair += 1) {
    const order = bestRepair(page, now, goesOn);
    if (order === null) break;
    const next = read(order);
    if (next.score <= now.score + AGREED) break;
    now = next;
  }
  return now.order;
}

/** Whether the text at a position breaks off and what follows is not the rest of it as the model reads the page. */
function breaksOffAt(page: Page, order: readonly number[], states: readonly number[], at: number): boolean {
  const shape = page.shapes[order[at]!]!;
  if (!isText(states, at) || at + 2 >= order.length || !breaksOff(shape)) return false;
  if (shape.width < SHORTEST && !shape.unclosed) return false;
  return STATES[states[at + 1]!]!.phase !== 'body';
}

const isText = (states: readonly number[], at: number): boolean => {
  const kind = STATES[states[at] ?? -1]?.kind;
  return kind === 'lead' || kind === 'paragraph' || kind === 'continued';
};

/** The order after the repair that mends most, or null if none mends enough. */
function bestRepair(page: Page, { order, states }: Reading, goesOn: Fit): readonly number[] | null {
  const fit = (above: number, below: number): number => {
    const upper = order[above]!;
    if (!isText(states, above)) return 0;
    if (breaksOff(page.shapes[upper]!)) return isText(states, below) ? goesOn(upper, order[below]!) : BROKEN;
    if (!isText(states, below)) return 0;
    const lower = page.shapes[order[below]!]!;
    return lower.opening === 'bound' || lower.unopened ? ORPHANED : 0;
  };
  let best = { gain: BELIEF, from: -1, middle: -1, to: -1 };
  for (let at = 0; at < order.length; at += 1) {
    if (!breaksOffAt(page, order, states, at)) continue;
    const from = at + 1;
    for (let middle = from + 1; middle < order.length && middle - from <= WINDOW; middle += 1) {
      if (!isText(states, middle)) continue;
      const first = fit(at, middle) - fit(at, from) - fit(middle - 1, middle);
      for (let to = middle + 1; to <= order.length && to - middle <= WINDOW; to += 1) {
        // What moves up belongs to the article that broke off: it holds no other's beginning.
        if (to - 1 > middle && beginsArticle(STATES[states[to - 2]!]!, STATES[states[to - 1]!]!)) break;
        const gain = first + fit(to - 1, from) + fit(middle - 1, to) - fit(to - 1, to);
        if (gain > best.gain) best = { gain, from, middle, to };
      }
    }
  }
  if (best.from < 0) return null;
  const { from, middle, to } = best;
  return [...order.slice(0, from), ...order.slice(middle, to), ...order.slice(from, middle), ...order.slice(to)];
}
