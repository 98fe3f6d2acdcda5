import { foldText } from './folding.ts';
import type { Pattern } from './pattern.ts';

/** Told of a place, half-open, in UTF-16 units. */
export type Visit = (from: number, to: number) => void;

/** Finds a pattern's places in texts, from left to right, none inside another, none over a line end, none empty. */
export type Scan = (text: string, visit: Visit) => void;

/** `forms`: how characters are read alike where the pattern asks for it. */
export function scanFor(pattern: Pattern, forms: Uint16Array): Scan {
  const expression = new RegExp(pattern.source, pattern.flags);
  if (pattern.kind === 'text') return (text, visit) => each(expression, text, 0, visit);
  return (text, visit) => {
    const read = pattern.folds ? foldText(text, forms) : text;
    for (let from = 0; from <= read.length;) {
      const end = read.indexOf('\n', from);
      const to = end < 0 ? read.length : end;
      if (to > from) each(expression, read.slice(from, to), from, visit); // a line at a time, as the anchors mean it
      from = to + 1;
    }
  };
}

function each(expression: RegExp, text: string, offset: number, visit: Visit): void {
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const length = match[0].length;
    if (length > 0) visit(offset + match.index, offset + match.index + length);
    else expression.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
  }
}
