import type { Range } from '../model/piece.ts';
import { isBlank } from './characters.ts';

/** A run of non-blank lines. `range` runs from its first to its last non-blank character; `gap` counts the blank lines before it. */
export type Block = { readonly range: Range; readonly gap: number };

const LF = 0x0a;
const CR = 0x0d;

/** Cuts a source text into its blocks, in order. Lines end with LF, CR or CR LF; offsets are UTF-16. */
export function parseBlocks(source: string): readonly Block[] {
  const { length } = source;
  const blocks: Block[] = [];
  let from = -1; // of the block that is open, -1 while none is
  let to = 0;
  let gap = 0;
  let blankBefore = 0;
  const hasReturns = source.includes('\r');
  for (let begin = 0; begin < length; ) {
    const line = hasReturns ? lineEnd(source, begin) : lineFeed(source, begin);
    const isLast = line === length;
    let first = begin;
    while (first < line && isBlank(source.charCodeAt(first))) first += 1;
    if (first < line) {
      if (from < 0) {
        from = first;
        gap = blankBefore;
      }
      to = line;
      while (isBlank(source.charCodeAt(to - 1))) to -= 1;
    } else if (!isLast) {
      if (from >= 0) {
        blocks.push({ range: { from, to }, gap });
        from = -1;
        blankBefore = 0;
      }
      blankBefore += 1;
    }
    begin = line + (source.charCodeAt(line) === CR && source.charCodeAt(line + 1) === LF ? 2 : 1);
  }
  if (from >= 0) blocks.push({ range: { from, to }, gap });
  return blocks;
}

/** Where the line that begins at `begin` ends, before what ends it. */
function lineEnd(source: string, begin: number): number {
  for (let i = begin; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    if (unit <= CR && (unit === LF || unit === CR)) return i;
  }
  return source.length;
}

/** The same of a source whose lines all end with LF: that is looked for many characters at a time. */
function lineFeed(source: string, begin: number): number {
  const at = source.indexOf('\n', begin);
  return at < 0 ? source.length : at;
}

/** The text of a block as the source has it, line ends included. */
export function blockText(source: string, block: Block): string {
  return source.slice(block.range.from, block.range.to);
}
