import type { Range } from '../model/piece.ts';
import { isBlank } from './characters.ts';

/** A run of non-blank lines. `range` runs from its first to its last non-blank character; `gap` counts the blank lines before it. */
export type Block = { readonly range: Range; readonly gap: number };

const LF = 0x0a;
const CR = 0x0d;

/** Cuts a source text into its blocks, in order. Lines end with LF, CR or CR LF; offsets are UTF-16. */
export function parseBlocks(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let from = -1; // of the block that is open, -1 while none is
  let to = 0;
  let gap = 0;
  let blankBefore = 0;
  let lineIsBlank = true;
  // No function in here shares these: what is shared is looked up in memory at every character.
  for (let i = 0; i < source.length; i += 1) {
    const unit = source.charCodeAt(i);
    if (unit === LF || unit === CR) {
      if (unit === CR && source.charCodeAt(i + 1) === LF) i += 1;
      if (lineIsBlank) {
        if (from >= 0) {
          blocks.push({ range: { from, to }, gap });
          from = -1;
          blankBefore = 0;
        }
        blankBefore += 1;
      }
      lineIsBlank = true;
    } else if (!isBlank(unit)) {
      if (from < 0) {
        from = i;
        gap = blankBefore;
      }
      to = i + 1;
      lineIsBlank = false;
    }
  }
  if (from >= 0) blocks.push({ range: { from, to }, gap });
  return blocks;
}

/** The text of a block as the source has it, line ends included. */
export function blockText(source: string, block: Block): string {
  return source.slice(block.range.from, block.range.to);
}
