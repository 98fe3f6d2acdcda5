/** A word of a text, a run of punctuation or one lost stretch: where it stands in the text. UTF-16 offsets. */
export type Word = { readonly from: number; readonly to: number };

/** A stretch of the text that is not read (it is struck, or a line end), or is read as a space. */
export type Unread = { readonly from: number; readonly to: number; readonly space: boolean };

const LOST = '\uFFFC'; // a gap's place in the text: a word of its own
const BLANK = /^[\p{White_Space}\uFEFF\u200B]+$/u;

// Chinese is written without spaces: the browser's own dictionary knows where its words end, and those of other scripts as well.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The text as it is read, and for each of its units where that stands in the text. */
function readOut(text: string, unread: readonly Unread[]): { readonly read: string; readonly at: readonly number[] } {
  let read = '';
  const at: number[] = [];
  const take = (from: number, to: number) => {
    read += text.slice(from, to);
    for (let i = from; i < to; i += 1) at.push(i);
  };
  let end = 0;
  for (const { from, to, space } of unread.toSorted((a, b) => a.from - b.from)) {
    take(end, Math.max(end, from));
    if (space) {
      read += ' ';
      at.push(from);
    }
    end = Math.max(end, to);
  }
  take(end, text.length);
  return { read, at };
}

/**
 * The words of a text in order, blanks left out. They are those of the text as it is read: a struck character in the middle of a word belongs to that
 * word, one between two words to neither. Marks of punctuation that follow one another are one.
 */
export function wordsOf(text: string, unread: readonly Unread[]): readonly Word[] {
  const { read, at } = readOut(text, unread);
  const words: Word[] = [];
  let marksEnd = -1; // where in `read` the punctuation taken last ends
  for (const { segment, index, isWordLike } of segmenter.segment(read)) {
    if (BLANK.test(segment)) continue;
    const [from, to] = [at[index]!, at[index + segment.length - 1]! + 1];
    const isMark = !isWordLike && segment !== LOST;
    if (isMark && marksEnd === index) words[words.length - 1] = { from: words.at(-1)!.from, to };
    else words.push({ from, to });
    marksEnd = isMark ? index + segment.length : -1;
  }
  return words;
}

/** Where a step by words leads: to the end of the word behind `at` (1), to the beginning of the one before it (-1), else to the end of the text. */
export function stepWord(words: readonly Word[], length: number, at: number, step: -1 | 1): number {
  if (step > 0) return words.find(({ to }) => to > at)?.to ?? length;
  return words.findLast(({ from }) => from < at)?.from ?? 0;
}

/** The word at a place, on the given side of it; where there is none, the stretch between the words there. */
export function wordAt(words: readonly Word[], length: number, at: number, side: -1 | 1): Word {
  const here = words.find(({ from, to }) => (side > 0 ? from <= at && at < to : from < at && at <= to));
  if (here) return here;
  return { from: words.findLast(({ to }) => to <= at)?.to ?? 0, to: words.find(({ from }) => from >= at)?.from ?? length };
}
