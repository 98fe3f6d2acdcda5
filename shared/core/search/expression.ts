import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';

/** What is wrong with an expression. */
export const EXPRESSION_FAULTS = ['bracket', 'class', 'group-name', 'escape', 'repeat', 'range', 'other'] as const;
export type ExpressionFault = (typeof EXPRESSION_FAULTS)[number];

/** What the language's own reader of expressions says, as a code. It names no place. */
const SAID: readonly (readonly [RegExp, ExpressionFault])[] = [
  [/unterminated group|unmatched '\)'|invalid group/i, 'bracket'],
  [/range out of order/i, 'range'],
  [/character class/i, 'class'],
  [/capture|named|group name/i, 'group-name'],
  [/escape|property name|\\ at end/i, 'escape'],
  [/nothing to repeat|quantifier|lone/i, 'repeat'],
];

/** Reads an expression as the language does, with whole code points as characters. */
export function readExpression(source: string, flags: string): Result<RegExp, ExpressionFault> {
  try {
    return ok(new RegExp(source, flags));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const said = message.slice(message.lastIndexOf(':')); // before it stands the expression itself
    if (/\bnumbers out of order/i.test(said)) return fail('repeat');
    return fail(SAID.find(([pattern]) => pattern.test(said))?.[1] ?? 'other');
  }
}

const TOKEN = /\\u\{([0-9a-f]{1,4})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\[pPk][{<][^}>]*[}>]|\\c[a-z]|\\.|\(\?<[^=!>][^>]*>|[^]/giu;

/**
 * The expression that finds in a folded text what the given one would find in any of the forms: its characters are folded, its signs are left as they
 * are. Case is left to the flag.
 */
export function foldExpression(source: string, forms: Uint16Array): string {
  const tokens = Array.from(source.matchAll(TOKEN), ([text, braced, four, two]) => {
    const hex = braced ?? four ?? two;
    if (hex !== undefined) return { text, unit: Number.parseInt(hex, 16) };
    return { text, unit: text.length === 1 && text.charCodeAt(0) > 0x7f ? text.charCodeAt(0) : null };
  });
  let inClass = false;
  return tokens.map(({ text, unit }, at) => {
    if (text === '[') inClass = true;
    else if (text === ']') inClass = false;
    if (unit === null || forms[unit] === unit) return text;
    const from = inClass && tokens[at + 1]?.text === '-' ? unit : inClass && tokens[at - 1]?.text === '-' ? tokens[at - 2]?.unit : null;
    const to = from === unit ? tokens[at + 2]?.unit : unit;
    // The ends of a range are folded where that leaves it a range of the same characters; else it keeps what it names.
    if (from !== null && (from === undefined || to === null || to === undefined || forms[to]! - forms[from]! !== to - from)) return text;
    return `\\u{${forms[unit]!.toString(16)}}`;
  }).join('');
}
