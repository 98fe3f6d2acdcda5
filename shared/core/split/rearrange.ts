import { breaksOff, continuityOf } from '../flow/continuity.ts';
import type { Page } from '../parse/page.ts';
import type { Model } from './model.ts';
import { type Read, readIn } from './read-in.ts';
import { STATES, beginsArticle } from './states.ts';
import { type Untangling, untangle } from './untangle.ts';

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

type Fit = (above: number, below: number) => number; // of two blocks, the second undefined at the end of the page

/**
 * Puts blocks back that do not stand where they are read: interleaved articles are taken apart, a stray block is put where it fits: two neighbouring
 * stretches change places, or the blocks after a headline that came between are dealt to the two articles. It is tried where a text breaks off before a headline or an unlikely continuation, made where
 * the ends that meet fit clearly better for it, and kept if the model that reads the page agrees. Returns what it was given if the order stands.
 */
export function rearrange(page: Page, start: Read, model: Model): Read {
  if (!start.order.some((_, at) => breaksOffAt(page, start.order, start.states, at))) return start;
  const known = new Map<number, number>();
  const goesOn = (above: number, below: number): number => {
    const key = above * page.blocks.length + below;
    const found = known.get(key) ?? continuityOf(page, page.overlap, model.continuity, above, below);
    known.set(key, found);
    return found;
  };
  let now = start;
  for (let repair = 0; repair < REPAIRS; repair += 1) {
    const agreed = [bestUntangling, bestRepair].flatMap((mend) => {
      const order = mend(page, now, goesOn);
      const next = order === null ? null : readIn(page, order, model, now);
      return next !== null && next.score > now.score + AGREED ? [next] : [];
    });
    if (agreed.length === 0) break;
    now = agreed.reduce((best, each) => (each.score > best.score ? each : best));
  }
  return now;
}

/** Whether the text at a position breaks off and what follows is not the rest of it as the model reads the page. */
function breaksOffAt(page: Page, order: readonly number[], states: readonly number[], at: number): boolean {
  return isText(states, at) && at + 2 < order.length && isCut(page, order, at) && STATES[states[at + 1]!]!.phase !== 'body';
}

/** Whether the text at a position is long enough to be part of a paragraph and breaks off. */
function isCut(page: Page, order: readonly number[], at: number): boolean {
  const shape = page.shapes[order[at]!]!;
  return breaksOff(shape) && (shape.width >= SHORTEST || shape.unclosed);
}

const isText = (states: readonly number[], at: number): boolean => at >= 0 && at < states.length && TEXT[states[at]!]!;
const TEXT = STATES.map(({ kind }) => kind === 'lead' || kind === 'paragraph' || kind === 'continued');

/** How well two positions meet: the ends of texts that break off, and beginnings that cannot begin a paragraph. */
function fitOf(page: Page, { order, states }: Read, goesOn: Fit): Fit {
  return (above, below) => {
    const upper = order[above];
    if (upper !== undefined && isText(states, above) && breaksOff(page.shapes[upper]!)) return isText(states, below) ? goesOn(upper, order[below]!) : BROKEN;
    if (!isText(states, below) || (upper !== undefined && !isText(states, above))) return 0;
    const lower = page.shapes[order[below]!]!;
    return lower.opening === 'bound' || lower.unopened ? ORPHANED : 0;
  };
}

/** The order after taking those two interleaved articles apart that gain most by it, or null if none gain enough. */
function bestUntangling(page: Page, reading: Read, goesOn: Fit): readonly number[] | null {
  const { order, states } = reading;
  const fit = fitOf(page, reading, goesOn);
  let best: Untangling | null = null;
  for (let at = 0; at < order.length; at += 1) {
    if (!breaksOffAt(page, order, states, at)) continue;
    const found = untangle(at, order.length, (position) => isText(states, position), fit);
    if (found !== null && found.gain > (best?.gain ?? BELIEF)) best = found;
  }
  if (best === null) return null;
  const { from, to, moved } = best;
  const up = new Set(moved);
  const rest = order.slice(from, to).filter((_, index) => !up.has(from + index));
  return [...order.slice(0, from), ...moved.map((position) => order[position]!), ...rest, ...order.slice(to)];
}

/** The order after the repair that mends most, or null if none mends enough. */
function bestRepair(page: Page, reading: Read, goesOn: Fit): readonly number[] | null {
  const { order, states } = reading;
  const fit = fitOf(page, reading, goesOn);
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
