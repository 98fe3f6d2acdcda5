import { type Archive } from './archive.ts';
import { type Block, blockText, parseBlocks } from './blocks.ts';
import { type ColumnFit, columnFits } from './columns.ts';
import { type Grams, countGrams } from './grams.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Shape, shapeOf } from './shape.ts';

/** A word and its part of speech in the notation of Peking University (n noun, v verb, p preposition …), of which the first letter counts. */
export type Word = { readonly word: string; readonly tag: string };

/** Cuts a text into words, as a dictionary has them. The core has no dictionary of its own. */
export type Words = (text: string) => readonly Word[];

/** How two blocks meet: what kind of meeting, and the parts of speech of the words before and after it; places in the lists of meeting.ts. */
export type Meeting = { readonly kind: number; readonly before: number; readonly after: number };

/** What is known of the language before a page is read: a dictionary, and the archive's own pages. */
export type Language = { readonly words: Words; readonly archive: Archive };

/** An issue file read and measured: its blocks, their texts and shapes, and the pairs of characters they are made of. Parallel arrays. */
export type Page = {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  readonly shapes: readonly Shape[];
  readonly grams: Grams;
  readonly postings: Postings;
  readonly overlap: Overlap;
  readonly columns: readonly ColumnFit[];
  readonly words: Words;
  readonly archive: Archive;
  readonly junctions: Map<number, number>; // what the archive has been asked already
  readonly meetings: Map<number, Meeting>; // what the dictionary has been asked already
};

export function parsePage(source: string, { words, archive }: Language): Page {
  const blocks = parseBlocks(source);
  const texts = blocks.map((block) => blockText(source, block));
  const shapes = texts.map(shapeOf);
  const grams = countGrams(texts);
  const postings = postingsOf(grams);
  const columns = columnFits(texts, shapes);
  return { source, blocks, texts, shapes, grams, postings, overlap: overlapOf(grams, postings), columns, words, archive, meetings: new Map(), junctions: new Map() };
}
