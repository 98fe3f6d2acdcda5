import { foldText } from '../search/folding.ts';
import type { Pattern } from '../search/pattern.ts';

/** What is to stand at a place of a text, half-open, in UTF-16 units. */
export type Filled = (text: string, from: number, to: number) => string;

const NAMED = /\$(?:\$|&|(\d{1,2})|<([^>]*)>)/gu;

/**
 * What is to stand at the places of an expression, where it names what was found there: `$1` a group by its number, `$<name>` by its name, `$&` all of the place, `$$` a
 * dollar sign; as String.prototype.replace reads it. What names no group stands as it is, and a group that found nothing is empty. Null where `put` names nothing: it
 * stands so at every place. `forms`: how characters are read alike where the pattern asks for it; what is filled in is the text itself.
 */
export function filledFor(pattern: Pattern, forms: Uint16Array, put: string): Filled | null {
  if (pattern.kind === 'text' || put.search(NAMED) < 0) return null;
  const expression = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}yd`);
  return (text, from, to) => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const end = text.indexOf('\n', to);
    const line = text.slice(start, end < 0 ? text.length : end);
    expression.lastIndex = from - start;
    const found = expression.exec(pattern.folds ? foldText(line, forms) : line)?.indices;
    const group = (range: readonly [number, number] | undefined) => (range ? line.slice(...range) : '');
    return put.replace(NAMED, (whole, number: string | undefined, name: string | undefined) => {
      if (whole === '$$') return '$';
      if (whole === '$&') return text.slice(from, to);
      if (name !== undefined) return found?.groups && name in found.groups ? group(found.groups[name]) : whole;
      // Two figures are one number only where there are so many groups.
      for (const digits of [number!, number!.slice(0, 1)]) {
        const at = Number(digits);
        if (at > 0 && found && at < found.length) return group(found[at]) + number!.slice(digits.length);
      }
      return whole;
    });
  };
}
