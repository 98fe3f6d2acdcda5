import { blockText, parseBlocks } from './blocks.ts';
import { isHan } from './characters.ts';
import { formulaOf, gluedByline } from './formulas.ts';
import { SHORT, endingOfBlock, widthUpTo } from './shape.ts';
import { meetInsideWord } from './word-meeting.ts';
import type { Words } from './words.ts';

/**
 * How many column breaks stand inside a word, so that they can be nothing else: those behind a paragraph's first line, and the later ones. Some papers break
 * columns there as anywhere, others never leave a first line alone: then a short line that stands between paragraphs is a subhead.
 */
export type Breaks = { readonly first: number; readonly later: number };

/** Full-width characters that one line of a column has at most. */
export const LINE = 24;

/** What is thought before any break is counted: first lines to later ones, and as how many later breaks that counts. */
const USUAL = { share: 0.2, counts: 1.5 };

/** How common breaks behind a first line are beside later ones; the usual share if `breaks` are few. */
export const firstLineShare = ({ first, later }: Breaks): number => (first + USUAL.share * USUAL.counts) / (later + USUAL.counts);

/** The usual share: what `firstLineShare` says where nothing was counted. */
export const USUAL_SHARE = USUAL.share;

/** Counts the sure column breaks of pages. */
export function breaksIn(sources: readonly string[], words: Words): Breaks {
  let [first, later] = [0, 0];
  for (const source of sources) {
    const blocks = parseBlocks(source);
    for (let i = 1; i + 1 < blocks.length; i += 1) {
      // Few blocks end and go on with Chinese characters: only those are looked at closely.
      if (!isHan(source.charCodeAt(blocks[i]!.range.to - 1)) || !isHan(source.charCodeAt(blocks[i + 1]!.range.from))) continue;
      const [above, below] = [blockText(source, blocks[i]!), blockText(source, blocks[i + 1]!)];
      // The line of a headline, too, may end inside a word: only what stands between prose is looked at. What is cheaply asked is asked first.
      if (!isProse(below) || !isProse(blockText(source, blocks[i - 1]!)) || !meetInsideWord(words, above, below)) continue;
      const width = widthUpTo(above, LINE);
      if ((width > SHORT && gluedByline(above) > 0) || formulaOf(below, widthUpTo(below, Infinity)) === 'dateline') continue;
      if (width <= LINE) first += 1;
      else later += 1;
    }
  }
  return { first, later };
}

/** Whether a block is too long for one line, or ends as a sentence does. */
function isProse(text: string): boolean {
  const width = widthUpTo(text, LINE);
  if (width > LINE) return true;
  const ending = endingOfBlock(text, width);
  return ending === 'final' || ending === 'final-quoted';
}
