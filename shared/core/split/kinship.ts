import { bytes, doubles, integers, shorts } from '#util/scratch.ts';
import { pairOf } from '../parse/archive.ts';
import { isHan } from '../parse/characters.ts';
import type { Page } from '../parse/page.ts';
import { metAll } from '../parse/tally.ts';

/** What counts in place of wording (log-odds): a run in which an article begins hardly strayed; one without text stands where a picture was, in any company. */
const BEGUN = -2;
const TEXTLESS = 5;

/** How much of an article repeats what it has said already: the share of the cache in the mixture, against the rest. */
const AGAIN = 0.05 / 0.95;

/** So many pairs of characters that an article is taken to have said beside its own, so that a headline alone proves little. */
const UNSAID = 20;

/** Added to how many pairs of a kind the archive has, and to how many it has in all. */
const ONCE = 1;
const MANY = 1000;

/** What a nat of the mixture counts for: pairs that overlap, and words that come again together, say the same several times. */
const WEIGHT = 0.2;

/** A page as it is read. By block: 1 where an article begins, and where a block is text. */
export type Told = { readonly order: readonly number[]; readonly begins: Uint8Array; readonly text: Uint8Array };

/** How much likelier its wording makes it (log-odds) that a run of blocks belongs to the article that it comes to in a new order than to the one in which it is read now. */
export type Kinship = (order: readonly number[], run: readonly number[]) => number;

/** How likely the pairs of a page's blocks are on other pages: by place in `postings.pairs`, of those blocks that it was worked out for. Looked up far away, and for all the page's repairs but once. */
export type Usual = { readonly likely: Float64Array; readonly isKnown: Uint8Array; readonly learn: (block: number) => void };

/** What was said of a run that comes to the articles `here`. */
type Answer = { readonly run: readonly number[]; readonly here: readonly number[]; readonly odds: number };

/** Gets ready to work it out. */
export function usualIn({ grams, postings, archive, units, blocks }: Page): Usual {
  const likely = doubles(postings.pairs.length);
  const isKnown = bytes(blocks.length);
  let longest = 0; // pairs of a block that others hold too
  for (let block = 0; block < blocks.length; block += 1) longest = Math.max(longest, postings.starts[block + 1]! - postings.starts[block]!);
  const asked = integers(longest);
  const times = shorts(longest);
  const learn = (block: number): void => {
    isKnown[block] = 1;
    const { from, to } = blocks[block]!.range;
    const begin = postings.starts[block]!;
    let at = grams.starts[block]!;
    let count = 0;
    let first = 0; // the character before, if it is Chinese
    for (let i = from; i < to; i += 1) {
      const second = units[i]!;
      if (!isHan(second)) {
        first = 0;
        continue;
      }
      if (first !== 0) {
        if (grams.holders[grams.pairs[at]!]! > 1) asked[count++] = pairOf(first, second);
        at += 1;
      }
      first = second;
    }
    metAll(archive.pairs, asked.subarray(0, count), times);
    for (let k = 0; k < count; k += 1) {
      const elsewhere = Math.max(0, times[k]! - grams.frequency[postings.pairs[begin + k]!]!);
      likely[begin + k] = (elsewhere + ONCE) / (archive.characters + MANY);
    }
  };
  return { likely, isKnown, learn };
}

/**
 * An article says its names and subject again and again; a rest shares them with the article that it was torn from, a paragraph of another article with that one.
 * Judged by a cache language model (Kuhn and De Mori, 1990) over pairs of characters: what an article has said already, mixed with what the archive's
 * other pages say.
 */
export function kinshipIn({ grams, postings, texts }: Page, told: Told, { likely: usual, isKnown, learn }: Usual): Kinship {
  const marks = bytes(texts.length); // by block; all 0 between two questions
  const done = bytes(grams.frequency.length); // by pair; the same
  const { starts, pairs, from, blocks: holders, times } = postings;

  /** How much likelier the company here makes the pairs of a block that were not asked for yet than that there (nats). `here`, `there`: how many pairs those say. */
  const oddsOf = (block: number, here: number, there: number): number => {
    if (isKnown[block] === 0) learn(block);
    let sum = 0;
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
      const pair = pairs[at]!;
      if (done[pair] === 1) continue;
      done[pair] = 1;
      let timesHere = 0;
      let timesThere = 0;
      const end = from[pair + 1]!;
      for (let place = from[pair]!; place < end; place += 1) {
        const mark = marks[holders[place]!]!;
        if ((mark & HERE) !== 0) timesHere += times[place]!;
        if ((mark & THERE) !== 0) timesThere += times[place]!;
      }
      if (timesHere === 0 && timesThere === 0) continue;
      sum += Math.log((1 + (AGAIN * timesHere) / (here * usual[at]!)) / (1 + (AGAIN * timesThere) / (there * usual[at]!)));
    }
    return sum;
  };

  const articles = articlesOf(told, texts.length);
  const hereOf = new Set<number>(); // articles; both are empty between two questions
  const thereOf = new Set<number>();
  const answers: Answer[] = []; // two in five questions are of a run that comes to another place of the same article

  /** Marks the blocks of articles that are not of the run as being here or there; returns how many pairs they say. */
  const markAll = (some: ReadonlySet<number>, as: number): number => {
    let many = UNSAID;
    for (const article of some) {
      for (let at = articles.starts[article]!; at < articles.starts[article + 1]!; at += 1) {
        const block = told.order[at]!;
        if ((marks[block]! & (RUN | MOVED)) !== 0) continue;
        marks[block]! |= as;
        many += grams.starts[block + 1]! - grams.starts[block]!;
      }
    }
    return many;
  };
  const clear = (some: Set<number>): void => {
    for (const article of some) for (let at = articles.starts[article]!; at < articles.starts[article + 1]!; at += 1) marks[told.order[at]!] = 0;
    some.clear();
  };

  return (order, run) => {
    let isTextless = true;
    for (let k = 0; k < run.length; k += 1) {
      const block = run[k]!;
      if (told.begins[block] === 1) return BEGUN;
      if (told.text[block] === 1) isTextless = false;
    }
    if (isTextless) return TEXTLESS;
    for (let k = 0; k < run.length; k += 1) {
      const isText = told.text[run[k]!] === 1;
      marks[run[k]!] = isText ? MOVED : RUN;
      if (isText) thereOf.add(articles.of[run[k]!]!);
    }
    // As no article begins in the run, what is moved comes to the article of what is not that it follows. At the top of the page it stands alone (-1) if one begins there.
    let top = 0;
    while (top < order.length && marks[order[top]!] !== 0) top += 1;
    let article = top < order.length && told.begins[order[top]!] === 0 ? 0 : -1;
    for (let at = 0, left = run.length; left > 0; at += 1) {
      const mark = marks[order[at]!]!;
      if (mark === 0) article = articles.of[order[at]!]!;
      else left -= 1;
      if (mark === MOVED && article >= 0) hereOf.add(article);
    }
    const here = Array.from(hereOf);
    const known = answers.find((each) => isSame(each.run, run) && isSame(each.here, here));
    if (known !== undefined) {
      for (let k = 0; k < run.length; k += 1) marks[run[k]!] = 0;
      hereOf.clear();
      thereOf.clear();
      return known.odds;
    }
    const manyHere = markAll(hereOf, HERE);
    const manyThere = markAll(thereOf, THERE);
    let sum = 0;
    for (let k = 0; k < run.length; k += 1) if (told.text[run[k]!] === 1) sum += oddsOf(run[k]!, manyHere, manyThere);
    for (let k = 0; k < run.length; k += 1) for (let at = starts[run[k]!]!; at < starts[run[k]! + 1]!; at += 1) done[pairs[at]!] = 0;
    for (let k = 0; k < run.length; k += 1) marks[run[k]!] = 0;
    clear(hereOf);
    clear(thereOf);
    answers.push({ run, here, odds: WEIGHT * sum });
    return WEIGHT * sum;
  };
}

/** Whether two lists are the same. */
function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let k = 0; k < one.length; k += 1) if (one[k] !== other[k]) return false;
  return true;
}

/** The articles of a page as it is read, what stands above the first included in it: by block, and where they start in the order, the order's end behind them. */
function articlesOf({ order, begins }: Told, blocks: number): { readonly of: Int32Array; readonly starts: readonly number[] } {
  const of = integers(blocks);
  const starts: number[] = [];
  for (let at = 0; at < order.length; at += 1) {
    if (at === 0 || begins[order[at]!] === 1) starts.push(at);
    of[order[at]!] = starts.length - 1;
  }
  starts.push(order.length);
  return { of, starts };
}

/** What a block is marked as: part of the run, text of it, in the company that it comes to, in the one that it leaves. */
const RUN = 1;
const MOVED = 2;
const HERE = 4;
const THERE = 8;
