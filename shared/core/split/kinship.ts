import { bytes } from '#util/scratch.ts';
import { pairOf } from '../parse/archive.ts';
import { isHan } from '../parse/characters.ts';
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
  const pairsOf = (blocks: readonly number[]) => blocks.reduce((sum, block) => sum + grams.starts[block + 1]! - grams.starts[block]!, 0);

  /** How much likelier the company here makes the pairs of a block that were not asked for yet than that there (nats). `here`, `there`: how many pairs those say. */
  const oddsOf = (block: number, here: number, there: number): number => {
    const text = texts[block]!;
    let sum = 0;
    let at = grams.starts[block]!;
    for (let i = 1; i < text.length; i += 1) {
      const [first, second] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
      if (!isHan(first) || !isHan(second)) continue;
      const pair = grams.pairs[at++]!;
      if (grams.holders[pair]! < 2 || done[pair] === 1) continue;
      done[pair] = 1;
      let [timesHere, timesThere] = [0, 0];
      for (let place = postings.from[pair]!; place < postings.from[pair + 1]!; place += 1) {
        const mark = marks[postings.blocks[place]!]!;
        if ((mark & HERE) !== 0) timesHere += postings.times[place]!;
        if ((mark & THERE) !== 0) timesThere += postings.times[place]!;
      }
      if (timesHere === 0 && timesThere === 0) continue;
      const elsewhere = Math.max(0, metIn(archive.pairs, pairOf(first, second)) - grams.frequency[pair]!);
      const usual = (elsewhere + ONCE) / (archive.characters + MANY);
      sum += Math.log((1 + (AGAIN * timesHere) / (here * usual)) / (1 + (AGAIN * timesThere) / (there * usual)));
    }
    return sum;
  };

  return (order, run) => {
    if (run.some((block) => told.begins[block] === 1)) return BEGUN;
    const moved = run.filter((block) => told.text[block] === 1);
    if (moved.length === 0) return TEXTLESS;
    for (const block of run) marks[block] = told.text[block] === 1 ? MOVED : RUN;
    const [here, there] = [companyIn(order, told, marks), companyIn(told.order, told, marks)];
    for (const block of here) marks[block]! |= HERE;
    for (const block of there) marks[block]! |= THERE;
    const [manyHere, manyThere] = [pairsOf(here) + UNSAID, pairsOf(there) + UNSAID];
    const sum = moved.reduce((all, block) => all + oddsOf(block, manyHere, manyThere), 0);
    for (const block of moved) for (let at = grams.starts[block]!; at < grams.starts[block + 1]!; at += 1) done[grams.pairs[at]!] = 0;
    for (const blocks of [run, here, there]) for (const block of blocks) marks[block] = 0;
    return WEIGHT * sum;
  };
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
