import { bytes } from '#util/scratch.ts';
import { goesOnIn } from '../flow/goes-on.ts';
import type { Page } from '../parse/page.ts';
import { type Kinship, type Told, type Usual, kinshipIn, usualIn } from './kinship.ts';
import type { Model } from './model.ts';
import { type Ends, type Proposal, endsOf, proposalsFor } from './proposals.ts';
import { type Read, guessIn, readIn } from './read-in.ts';
import { STATES, beginsArticle } from './states.ts';

/** Of how many proposed repairs, those whose ends fit best, the wording is looked at, each time. */
const LOOKED = 24;

/** A repair that ends and wording make less likely than this is not put to the model, which seldom makes up for so much (log-odds). */
const HOPE = 3;

/** How many of the likeliest repairs the model is asked about, each time. */
const TRIED = 2;

/** What the model's reading counts for beside the ends that meet, at which it looks too. */
const READING = 0.35;

/** How much better than guessed the model may read a page, as far as it counts (log-odds): a repair for which it would have to do better is not read. On pages of dev and clean nothing is lost by it. */
const SURPRISE = 2;

/** How many repairs one page may have; one that needs more is for a person. */
const REPAIRS = 8;

/**
 * Puts blocks back that do not stand where they are read: interleaved articles are taken apart, stray blocks put where they fit. It is tried where a text
 * breaks off before a headline or an unlikely continuation. An order speaks for itself by the ends that meet, by the wording of what is moved, which is to
 * be that of the article it comes to, and by how likely the model finds the page read so; the likeliest is taken if it is likelier than leaving the page
 * as it is. Returns what it was given if the order stands.
 */
export function rearrange(page: Page, start: Read, model: Model): Read {
  const continuity = goesOnIn(page, model.continuity);
  const tried = [start.order];
  let now = start;
  let usual: Usual | null = null;
  for (let repair = 0; repair < REPAIRS; repair += 1) {
    const ends = endsOf(page, now);
    const proposals = proposalsFor(now, ends, continuity, LOOKED);
    if (proposals.length === 0) break;
    usual ??= usualIn(page);
    const next = bestOf(page, now, model, likeliest(kinshipIn(page, toldOf(page, now, ends), usual), proposals, tried));
    if (next === null) break;
    now = next;
  }
  return now;
}

/** What the page is, by block. */
function toldOf({ blocks }: Page, { order, states }: Read, ends: Ends): Told {
  const told = { order, begins: bytes(blocks.length), text: bytes(blocks.length) };
  for (let at = 0; at < order.length; at += 1) {
    told.text[order[at]!] = ends.text[at]!;
    if (beginsArticle(STATES[states[at - 1] ?? -1] ?? null, STATES[states[at]!]!)) told.begins[order[at]!] = 1;
  }
  return told;
}

type Hope = { readonly order: readonly number[]; readonly fits: number };

/**
 * The likeliest orders by ends and wording, those left out that were tried before. Several proposals may come to one order, as a picture moved over a text and that
 * text over the picture: it is as likely as the likeliest of them.
 */
function likeliest(kinship: Kinship, proposals: readonly Proposal[], tried: (readonly number[])[]): readonly Hope[] {
  const hopes: Hope[] = [];
  for (const { order: orderOf, run, fits } of proposals.toSorted((a, b) => b.fits - a.fits).slice(0, LOOKED)) {
    const order = orderOf();
    if (tried.some((each) => isSame(each, order))) continue;
    const hope = { order, fits: fits + kinship(order, run()) };
    const same = hopes.findIndex((each) => isSame(each.order, order));
    if (same < 0) hopes.push(hope);
    else if (hope.fits > hopes[same]!.fits) hopes[same] = hope;
  }
  const likely = hopes.filter((hope) => hope.fits >= -HOPE).sort((a, b) => b.fits - a.fits).slice(0, TRIED);
  tried.push(...likely.map(({ order }) => order));
  return likely;
}

/** Whether two orders of the same blocks are the same. */
function isSame(one: readonly number[], other: readonly number[]): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** The order that is likeliest by ends, wording and reading together, null if none is likelier than the order as it is. */
function bestOf(page: Page, now: Read, model: Model, hopes: readonly Hope[]): Read | null {
  const guesses: (Hope & { readonly guessed: number })[] = [];
  for (const { order, fits } of hopes) guesses.push({ order, fits, guessed: fits + READING * (guessIn(page, order, model, now) - now.score) });
  let best: Read | null = null;
  let most = 0;
  for (const { order, fits, guessed } of guesses.sort((a, b) => b.guessed - a.guessed)) {
    if (guessed + SURPRISE <= most) break;
    const next = readIn(page, order, model, now);
    const belief = fits + READING * (next.score - now.score);
    if (belief > most) [best, most] = [next, belief];
  }
  return best;
}
