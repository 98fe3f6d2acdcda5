import { LINE_END, hasLineEnd } from './line-end.ts';
import type { Passage } from './issue.ts';
import type { Piece } from './piece.ts';

const MARKS = '，。！？；：、…—';
const INNER_MARK = /[，。！？；：,.!?;:]/u;
const CHINESE_START = /^[\p{Script=Han}“‘《（【·—]/u;
const LONGEST = 20; // characters of a line: a column is set as wide or wider, and its lines fill it
const FEWEST = 3;
const FEWEST_STOPPED = 4; // that a few lines of prose all end at a mark is no rare chance

/** What stands in the source of a passage's pieces, struck or not, a line end where it jumps. What is added or lost has no say in what its lines are. */
function sourceText(source: string, pieces: readonly Piece[]): string {
  const [only] = pieces;
  if (pieces.length === 1 && only!.kind === 'kept') return source.slice(only!.range.from, only!.range.to);
  return pieces.flatMap((piece) => (piece.kind === 'kept' || piece.kind === 'struck' ? [piece.range] : []))
    .reduce(({ text, end }, { from, to }) => ({ text: `${text}${end < 0 || end === from ? '' : '\n'}${source.slice(from, to)}`, end: to }), { text: '', end: -1 }).text;
}

/** Whether lines stand for themselves. In doubt they are those of a paragraph. */
function stand(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => Array.from(line).length);
  const longest = Math.max(...lengths);
  if (lines.length < FEWEST || longest > LONGEST || !lines.every((line) => CHINESE_START.test(line))) return false;
  const isShorter = (by: number) => lengths.slice(0, -1).some((length) => length <= longest - by);
  const isEven = lengths.every((length) => length === longest);
  if (lines.length >= FEWEST_STOPPED && lines.every((line) => MARKS.includes(line.at(-1)!))) return isShorter(2) || isEven;
  return isShorter(3) && !lines.some((line) => INNER_MARK.test(line.slice(0, -1)));
}

/**
 * Whether a passage keeps its lines, as verse and lists of the body do (model.md). A paragraph that was set in a column has lines that are all
 * but the last as wide as the column, and sentences end inside them. So lines are kept that are short and of unequal length, or all of one
 * length with a mark at the end of each, and in which nothing ends before the end. All that
 * stands in the source counts, struck or not: what is corrected does not change what its lines are.
 */
export function isVerse(source: string, { role, pieces }: Pick<Passage, 'role' | 'pieces'>): boolean {
  if (role !== 'body') return false;
  const text = sourceText(source, pieces);
  return hasLineEnd(text) && stand(text.split(LINE_END).map((line) => line.trim()).filter((line) => line !== ''));
}
