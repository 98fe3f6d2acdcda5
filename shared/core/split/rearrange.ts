import { bytes } from '#util/scratch.ts';
import { breaksOff } from '../flow/continuity.ts';
import { type Continuity, goesOnIn } from '../flow/goes-on.ts';
import type { Page } from '../parse/page.ts';
import type { Model } from './model.ts';
import { type Fit, movesOf } from './moves.ts';
import { type Read, guessIn, readIn } from './read-in.ts';
import { STATES, beginsArticle } from './states.ts';
import { untangle } from './untangle.ts';

/**
 * How unlikely disorder is beforehand, in the log-odds of `fit`: two articles dealt into each other, the more so the further they reach (a number for every
 * e-fold of blocks); one run of blocks put elsewhere, the more so the longer it is and the more blocks it was put over. Chosen on pages of dev and
 * clean that the weights had not seen.
 */
const DEALT = 2;
const MOVED = 7;
const FARTHER = 1;
const LONGER = 1.5;

/** What it counts for if a text that breaks off meets a headline, or the end of the page (log-odds). */
const BROKEN = -5;

/** What it counts for if a block that cannot begin a paragraph follows one that is complete (log-odds). */
const ORPHANED = -2;

/** A repair that fits worse than this is not put to the model, which seldom makes up for so much (log-odds). */
const HOPE = 1.5;

/** How many of the likeliest repairs the model is asked about, each time. */
const TRIED = 2;

/** How much better than guessed the model may read a page (log-odds): a repair for which it would have to do better is not read. On pages of dev and clean nothing is lost by it. */
const SURPRISE = 2;

/** How many repairs one page may have; one that needs more is for a person. */
const REPAIRS = 8;

/** Cut text shorter than this (full-width characters) is more often a line of its own than the beginning of a paragraph. */
const SHORTEST = 20;

/** A page in another order: how much better the ends that meet fit (log-odds), and how unlikely such a disorder is beforehand. */
type Proposal = { readonly order: () => readonly number[]; readonly gain: number; readonly cost: number };

/**
 * Puts blocks back that do not stand where they are read: interleaved articles are taken apart, stray blocks put where they fit. It is tried where a text
 * breaks off before a headline or an unlikely continuation; of the orders in which the ends that meet fit clearly better, that is taken which the model
 * that reads the page finds likeliest, if it is clearly so. Returns what it was given if the order stands.
 */
export function rearrange(page: Page, start: Read, model: Model): Read {
  const continuity = goesOnIn(page, model.continuity);
  const tried = [start.order];
  let now = start;
  for (let repair = 0; repair < REPAIRS; repair += 1) {
    const ends = endsOf(page, now);
    const next = bestOf(page, now, model, likeliest([...untanglings(now, ends, continuity), ...moves(now, ends, continuity)], tried));
    if (next === null) break;
    now = next;
  }
  return now;
}

type Hope = { readonly order: readonly number[]; readonly fits: number };

/** The likeliest orders by how the ends fit, those left out that were tried before. */
function likeliest(proposals: readonly Proposal[], tried: (readonly number[])[]): readonly Hope[] {
  const hopes: Hope[] = [];
  const sorted = proposals.filter(({ gain, cost }) => gain - cost >= -HOPE).sort((a, b) => b.gain - b.cost - a.gain + a.cost);
  for (const { order: orderOf, gain, cost } of sorted) {
    if (hopes.length === TRIED) break;
    const order = orderOf();
    if (tried.some((each) => each.every((block, at) => block === order[at]))) continue;
    tried.push(order);
    hopes.push({ order, fits: gain - cost });
  }
  return hopes;
}

/** The order that the model and the ends together find likeliest, null if none is likelier than the order as it is. */
function bestOf(page: Page, now: Read, model: Model, hopes: readonly Hope[]): Read | null {
  const guesses = hopes.map(({ order, fits }) => ({ order, fits, guessed: fits + guessIn(page, order, model, now) - now.score }));
  let best: Read | null = null;
  let most = 0;
  for (const { order, fits, guessed } of guesses.sort((a, b) => b.guessed - a.guessed)) {
    if (guessed + SURPRISE <= most) break;
    const next = readIn(page, order, model, now);
    const belief = fits + next.score - now.score;
    if (belief > most) [best, most] = [next, belief];
  }
  return best;
}

/** What is asked of the blocks of a reading again and again, by position; 1: yes. */
type Ends = {
  readonly text: Uint8Array;
  readonly open: Uint8Array; // text that breaks off
  readonly cut: Uint8Array; // the same, long enough to be part of a paragraph
  readonly orphaned: Uint8Array; // text that cannot begin a paragraph
};

const TEXT = STATES.map(({ kind }) => kind === 'lead' || kind === 'paragraph' || kind === 'continued');

function endsOf(page: Page, { order, states }: Read): Ends {
  const { length } = order;
  const ends = { text: bytes(length), open: bytes(length), cut: bytes(length), orphaned: bytes(length) };
  for (let at = 0; at < length; at += 1) {
    if (!TEXT[states[at]!]) continue;
    const shape = page.shapes[order[at]!]!;
    ends.text[at] = 1;
    if (breaksOff(shape)) ends.open[at] = 1;
    if (ends.open[at] && (shape.width >= SHORTEST || shape.unclosed)) ends.cut[at] = 1;
    if (shape.opening === 'bound' || shape.unopened) ends.orphaned[at] = 1;
  }
  return ends;
}

/** How well two positions meet: the ends of texts that break off, and beginnings that cannot begin a paragraph. */
function fitOf({ order }: Read, { text, open, orphaned }: Ends, { goesOn }: Continuity): Fit {
  const { length } = order;
  return (above, below, atLeast) => {
    const after = below >= 0 && below < length && text[below] === 1;
    if (above >= 0 && above < length) {
      if (open[above] === 1) return after ? goesOn(order[above]!, order[below]!, atLeast) : BROKEN;
      if (text[above] === 0) return 0;
    }
    return after && orphaned[below] === 1 ? ORPHANED : 0;
  };
}

/** The orders after taking two interleaved articles apart, for every text that breaks off before what is not the rest of it as the model reads the page. */
function untanglings(reading: Read, ends: Ends, continuity: Continuity): readonly Proposal[] {
  const { order, states } = reading;
  const fit = fitOf(reading, ends, continuity);
  const costOf = (blocks: number) => DEALT + FARTHER * Math.log(blocks);
  const found: Proposal[] = [];
  for (let at = 0; at + 2 < order.length; at += 1) {
    if (!ends.cut[at] || STATES[states[at + 1]!]!.phase === 'body') continue;
    for (const { gain, from, to, moved } of untangle(at, order.length, (position) => ends.text[position] === 1, fit, (blocks) => costOf(blocks) - HOPE)) {
      const dealt = () => {
        const above = moved();
        const up = new Set(above);
        const rest = order.slice(from, to).filter((_block, index) => !up.has(from + index));
        return [...order.slice(0, from), ...above.map((position) => order[position]!), ...rest, ...order.slice(to)];
      };
      found.push({ gain, cost: costOf(to - from), order: dealt });
    }
  }
  return found;
}

/** The orders after moving one run of blocks. */
function moves(reading: Read, ends: Ends, continuity: Continuity): readonly Proposal[] {
  const { order, states } = reading;
  const costOf = (over: number, long: number) => MOVED + LONGER * Math.log(over * long);
  const found = movesOf({
    length: order.length,
    isText: (position) => ends.text[position] === 1,
    isCut: (position) => ends.cut[position] === 1,
    begins: (position) => beginsArticle(STATES[states[position - 1] ?? -1] ?? null, STATES[states[position]!]!),
    fit: fitOf(reading, ends, continuity),
    mostAfter: (above) => (ends.open[above] === 1 ? Math.max(0, continuity.most) : 0), // else nothing speaks for any meeting
    least: (over, long) => costOf(over, long) - HOPE,
  });
  return found.map(({ from, to, before, gain }) => {
    const moved = () => {
      const run = order.slice(from, to);
      const rest = [...order.slice(0, from), ...order.slice(to)];
      const place = before <= from ? before : before - run.length;
      return [...rest.slice(0, place), ...run, ...rest.slice(place)];
    };
    return { gain, cost: costOf(before <= from ? from - before : before - to, to - from), order: moved };
  });
}
