import { bytes, doubles, integers } from '#util/scratch.ts';
import { pairOf } from '../parse/archive.ts';
import { isHan } from '../parse/characters.ts';
import type { Grams } from '../parse/grams.ts';
import type { Page } from '../parse/page.ts';
import { metIn } from '../parse/tally.ts';

/** What counts in place of wording (log-odds): a run in which an article begins hardly strayed; one without text stands where a picture was, in any company. */
const BEGUN = -2;
const TEXTLESS = 4;

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

/**
 * An article says its names and subject again and again; a rest shares them with the article that it was torn from, a paragraph of another article with that one.
 * Judged by a cache language model (Kuhn and De Mori, 1990) over pairs of characters: what an article has said already, mixed with what the archive's
 * other pages say.
 */
export function kinshipIn({ grams, postings, archive, texts }: Page, told: Told): Kinship {
  const marks = bytes(texts.length); // by block; all 0 between two questions
  const done = bytes(grams.frequency.length); // by pair; the same
  const usual = doubles(postings.pairs.length); // by place in `postings.pairs`: how likely the pair is on other pages
  const isKnown = bytes(texts.length); // by block: `usual` has its pairs
  const code = integers(grams.frequency.length); // by pair: the characters that were asked for last, which are others where two pairs share a number
  const found = doubles(grams.frequency.length); // by pair: how likely those are
  const { starts, pairs, from, blocks: holders, times } = postings;

  /** Works out `usual` of the pairs of a block. */
  const learn = (block: number): void => {
    isKnown[block] = 1;
    const text = texts[block]!;
    let at = grams.starts[block]!;
    let place = starts[block]!;
    let first = 0; // the character before, if it is Chinese
    for (let i = 0; i < text.length; i += 1) {
      const second = text.charCodeAt(i);
      if (!isHan(second)) {
        first = 0;
        continue;
      }
      if (first !== 0) {
        const pair = grams.pairs[at]!;
        at += 1;
        if (grams.holders[pair]! > 1) {
          const characters = pairOf(first, second);
          if (code[pair] !== characters) {
            code[pair] = characters;
            found[pair] = (Math.max(0, metIn(archive.pairs, characters) - grams.frequency[pair]!) + ONCE) / (archive.characters + MANY);
          }
          usual[place] = found[pair]!;
          place += 1;
        }
      }
      first = second;
    }
  };

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

  const mark = (blocks: readonly number[], as: number): void => {
    for (let k = 0; k < blocks.length; k += 1) marks[blocks[k]!]! |= as;
  };
  const clear = (blocks: readonly number[]): void => {
    for (let k = 0; k < blocks.length; k += 1) marks[blocks[k]!] = 0;
  };

  return (order, run) => {
    let isTextless = true;
    for (let k = 0; k < run.length; k += 1) {
      const block = run[k]!;
      if (told.begins[block] === 1) return BEGUN;
      if (told.text[block] === 1) isTextless = false;
    }
    if (isTextless) return TEXTLESS;
    for (let k = 0; k < run.length; k += 1) marks[run[k]!] = told.text[run[k]!] === 1 ? MOVED : RUN;
    const here = companyIn(order, told, marks);
    const there = companyIn(told.order, told, marks);
    mark(here, HERE);
    mark(there, THERE);
    const manyHere = pairsIn(here, grams) + UNSAID;
    const manyThere = pairsIn(there, grams) + UNSAID;
    let sum = 0;
    for (let k = 0; k < run.length; k += 1) if (told.text[run[k]!] === 1) sum += oddsOf(run[k]!, manyHere, manyThere);
    for (let k = 0; k < run.length; k += 1) for (let at = starts[run[k]!]!; at < starts[run[k]! + 1]!; at += 1) done[pairs[at]!] = 0;
    clear(run);
    clear(here);
    clear(there);
    return WEIGHT * sum;
  };
}

/** How many pairs some blocks hold, repeats included. */
function pairsIn(blocks: readonly number[], { starts }: Grams): number {
  let sum = 0;
  for (let k = 0; k < blocks.length; k += 1) sum += starts[blocks[k]! + 1]! - starts[blocks[k]!]!;
  return sum;
}

/** What a block is marked as: part of the run, text of it, in the company that it comes to, in the one that it leaves. */
const RUN = 1;
const MOVED = 2;
const HERE = 4;
const THERE = 8;

/** The blocks of all articles, as the order has them, to which moved text belongs; without the run's own. */
function companyIn(order: readonly number[], { begins }: Told, marks: Uint8Array): readonly number[] {
  const company: number[] = [];
  let first = 0;
  let holds = false;
  for (let at = 0; at <= order.length; at += 1) {
    if (at > first && (at === order.length || begins[order[at]!] === 1)) {
      if (holds) for (let k = first; k < at; k += 1) if (marks[order[k]!] === 0) company.push(order[k]!);
      first = at;
      holds = false;
    }
    if (at < order.length && marks[order[at]!] === MOVED) holds = true;
  }
  return company;
}
