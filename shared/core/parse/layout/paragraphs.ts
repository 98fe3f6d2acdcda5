import type { Line } from './region.ts';

/** Type that is so many times as large as that of the line before is a heading's, or heads stop there. */
const OTHER_TYPE = 1.3;

/** A paragraph's first line stands in by about two characters; a scan that stands askew moves lines by less. */
const LEAST_INDENT = 1.2;
const MOST_INDENT = 3.6;

/** How many lines on either side tell where lines of a column begin: those further off stand elsewhere on a page that is askew. */
const NEAR = 3;

/** Whether lines run down the page: their boxes are higher than wide. */
export function isVertical(lines: readonly Line[]): boolean {
  const long = lines.filter(({ box, text }) => box !== null && text.length > 2);
  return long.filter(({ box }) => box!.bottom - box!.top > box!.right - box!.left).length * 2 > long.length;
}

/** How thick a line is: about the size of its type, where that is not stated. */
export function thickness({ box }: Line, vertical: boolean): number | null {
  return box && (vertical ? box.right - box.left : box.bottom - box.top);
}

/**
 * A region cut into what a text file has as blocks: headings apart from text by the size of type that is stated, paragraphs by the indents of their first
 * lines. Many programs take a whole column for one region. Where the file tells neither, the region stays whole.
 */
export function cutRegion(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = indented(lines);
  const blocks: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || starts.has(at) || isOtherType(before, line)) blocks.push([line]);
    else blocks.at(-1)!.push(line);
  }
  return blocks;
}

function isOtherType({ type: one }: Line, { type: other }: Line): boolean {
  if (one === null || other === null || one <= 0 || other <= 0) return false;
  return Math.max(one, other) / Math.min(one, other) >= OTHER_TYPE;
}

/** The lines that begin paragraphs; none where more than half would: what is centred or set as verse is not cut. */
function indented(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (lines.length < 3 || lines.some(({ box }) => box === null)) return found;
  const vertical = isVertical(lines);
  const starts = lines.map(({ box }) => (vertical ? box!.top : box!.left));
  for (const [at, line] of lines.entries()) {
    const usual = Math.min(...starts.slice(Math.max(0, at - NEAR), at + NEAR + 1));
    const indent = (starts[at]! - usual) / thickness(line, vertical)!;
    if (indent >= LEAST_INDENT && indent <= MOST_INDENT) found.add(at);
  }
  return found.size * 2 > lines.length ? new Set() : found;
}
