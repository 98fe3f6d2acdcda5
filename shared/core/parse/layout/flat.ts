import { LINE_END } from '../../model/line-end.ts';
import { isBlank } from '../characters.ts';
import type { LayoutHint } from '../hints.ts';
import { cutRegion, isVertical, thickness } from './paragraphs.ts';
import { type Line, type Regions, boxAround } from './region.ts';

/** What a layout file says, as a text file would have it, with what is known of each block's place and type. */
export type FlatText = { readonly text: string; readonly hints: readonly LayoutHint[] };

/** Where a picture stands, text files have more than one blank line. */
const PICTURE = '\n\n';

type Block = { readonly lines: readonly Line[]; readonly size: number | null };

/**
 * The text of regions: a block for each paragraph, in order, parted by a blank line, its lines as the page has them. What holds no character is left out. A word
 * that a soft hyphen parts stands whole on the first line.
 */
export function flatten({ regions, width }: Regions): FlatText {
  const blocks: (Block | null)[] = regions.flatMap((region) => (region === null ? null : cutRegion(region.lines.flatMap(tidied)).map(whole).filter((lines) => lines.length > 0).map(blockOf)));
  const usual = usualSize(blocks);
  const page = width ?? boxAround(blocks.flatMap((block) => block?.lines.map(({ box }) => box) ?? []))?.right ?? null;
  let text = '';
  const hints: LayoutHint[] = [];
  let isPicture = false;
  for (const block of blocks) {
    if (block === null) {
      isPicture = text !== '';
      continue;
    }
    text += text === '' ? '' : isPicture ? `\n${PICTURE}` : '\n';
    isPicture = false;
    const vertical = isVertical(block.lines);
    const box = boxAround(block.lines.map((line) => line.box));
    const size = usual.stated ? block.size : sizeOf(block.lines, false);
    hints.push({
      from: text.length,
      size: size === null || usual.size === null ? null : size / usual.size,
      begin: box === null || page === null ? null : (vertical ? box.top : box.left) / page,
      end: box === null || page === null ? null : (vertical ? box.bottom : box.right) / page,
    });
    text += block.lines.map((line) => `${line.text}\n`).join('');
  }
  return { text, hints };
}

/** A line without blanks at its ends; what was written as several is. */
function tidied(line: Line): readonly Line[] {
  return line.text.split(LINE_END).map(trimmed).filter((text) => text !== '').map((text) => ({ ...line, text }));
}

function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const SOFT_HYPHEN = '\u00AD';

function whole(lines: readonly Line[]): readonly Line[] {
  const texts = lines.map(({ text }) => text);
  for (let at = 0; at + 1 < texts.length; at += 1) {
    if (!texts[at]!.endsWith(SOFT_HYPHEN)) continue;
    const [, rest = '', after = ''] = /^(\S+)\s*(.*)$/u.exec(texts[at + 1]!) ?? [];
    texts[at] = texts[at]!.slice(0, -1) + rest;
    texts[at + 1] = after;
  }
  return lines.flatMap((line, at) => (texts[at] === '' ? [] : { ...line, text: texts[at]! }));
}

const blockOf = (lines: readonly Line[]): Block => ({ lines, size: sizeOf(lines, true) });

/** The size of a block's type, the middle one of its characters: as stated, or as its lines are thick. */
function sizeOf(lines: readonly Line[], stated: boolean): number | null {
  const vertical = isVertical(lines);
  return middle(lines.map((line) => ({ size: stated ? line.type : thickness(line, vertical), weight: line.text.length })));
}

function middle(sizes: readonly { readonly size: number | null; readonly weight: number }[]): number | null {
  const known = sizes.filter((each): each is { size: number; weight: number } => each.size !== null && each.size > 0).toSorted((a, b) => a.size - b.size);
  const half = known.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { size, weight } of known) if ((sum += weight) >= half) return size;
  return null;
}

/** The size of type that most of the page is set in: as stated where most lines state it and not all the same, as a program does that does not look; else as lines are thick. */
function usualSize(blocks: readonly (Block | null)[]): { readonly size: number | null; readonly stated: boolean } {
  const lines = blocks.flatMap((block) => block?.lines ?? []);
  const types = lines.flatMap(({ type }) => type ?? []);
  const stated = types.length * 2 >= lines.length && new Set(types).size > 1;
  const sized = blocks.flatMap((block) => (block === null ? [] : { size: stated ? block.size : sizeOf(block.lines, false), weight: block.lines.reduce((sum, { text }) => sum + text.length, 0) }));
  return { size: middle(sized), stated };
}
