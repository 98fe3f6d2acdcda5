import { PairMemo } from '#util/pair-memo.ts';
import type { Archive } from './archive.ts';
import { type Block, blockText, parseBlocks } from './blocks.ts';
import { unitsOf } from './characters.ts';
import { type Codes, codesOf } from './codes.ts';
import { type ColumnFits, columnFits } from './columns.ts';
import { type Ends, endsOf } from './ends.ts';
import { type Grams, countGrams } from './grams.ts';
import { type Hints, type LayoutHint, hintsOf } from './hints.ts';
import { type Margins, marginsOf } from './margins.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Words } from './words.ts';

/** What is known of the language before a page is read: a dictionary, and the archive's own pages. */
export type Language = { readonly words: Words; readonly archive: Archive };

/** An issue file read and measured: its blocks, their texts and shapes, and the pairs of characters they are made of. Parallel arrays. */
export type Page = {
  readonly source: string;
  readonly units: Uint16Array; // those of `source`
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  readonly shapes: readonly Shape[];
  readonly codes: Codes;
  readonly grams: Grams;
  readonly postings: Postings;
  readonly overlap: Overlap;
  readonly columns: ColumnFits;
  readonly ends: Ends;
  readonly margins: Margins;
  readonly words: Words;
  readonly archive: Archive;
  readonly hints: Hints;
  readonly meetings: PairMemo; // what the dictionary has been asked already
  readonly junctions: PairMemo; // and what the archive
};

/** Reads and measures an issue file. `hints`: what its file says of its blocks, where it knows the page. */
export function parsePage(source: string, { words, archive }: Language, hints: readonly LayoutHint[] = []): Page {
  const blocks = parseBlocks(source);
  const units = unitsOf(source);
  // Filled one by one: what `map` makes is at first of another kind than what it makes once it is compiled, and all that was compiled for the one is given up then.
  const texts: string[] = [];
  const shapes: Shape[] = [];
  for (const block of blocks) {
    const text = blockText(source, block);
    texts.push(text);
    shapes.push(shapeOf(text, units, block.range.from));
  }
  const grams = countGrams(units, blocks);
  const postings = postingsOf(grams);
  const columns = columnFits(texts, shapes);
  const ends = endsOf(archive, texts);
  return { source, units, blocks, texts, shapes, codes: codesOf(shapes), grams, postings, overlap: overlapOf(grams, postings), columns, ends, margins: marginsOf(texts, ends, archive), words, archive, hints: hintsOf(blocks, hints), meetings: new PairMemo(), junctions: new PairMemo() };
}
