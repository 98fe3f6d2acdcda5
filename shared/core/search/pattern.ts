import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { foldExpression, readExpression } from './expression.ts';
import type { ExpressionFault } from './expression.ts';
import type { Folding } from './folding.ts';

/** What is looked for. `expression`: the text is a regular expression. `exact`: forms, widths and case are told apart. */
export type Question = { readonly text: string; readonly expression: boolean; readonly exact: boolean };

/** What cannot be looked for. */
export type QuestionFault = { readonly code: 'empty' } | { readonly code: 'line-end' } | { readonly code: 'expression'; readonly fault: ExpressionFault };

/**
 * A question made ready, as data that may be handed to a thread. `source` and `flags` are those of the expression that finds it. Of plain text, `units` says for
 * each of its UTF-16 units which stand for it, ascending. `folds`: an expression that is to be held against the folded text.
 */
export type Pattern =
  | { readonly kind: 'text'; readonly source: string; readonly flags: string; readonly units: readonly (readonly number[])[] }
  | { readonly kind: 'expression'; readonly source: string; readonly flags: string; readonly folds: boolean };

const written = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
const oneOf = (units: readonly number[]): string => (units.length === 1 ? written(units[0]!) : `[${units.map(written).join('')}]`);

/** Makes a question ready. Text is taken without blanks at its ends, which nobody sees. */
export function readQuestion({ text, expression, exact }: Question, folding: Folding): Result<Pattern, QuestionFault> {
  if (expression) {
    if (text === '') return fail({ code: 'empty' });
    const flags = exact ? 'gu' : 'giu';
    const read = readExpression(text, flags);
    if (!read.ok) return fail({ code: 'expression', fault: read.error });
    if (exact) return ok({ kind: 'expression', source: text, flags, folds: false });
    const folded = readExpression(foldExpression(text, folding.forms), flags);
    return folded.ok ? ok({ kind: 'expression', source: folded.value.source, flags, folds: true }) : fail({ code: 'expression', fault: folded.error });
  }
  const wanted = text.trim();
  if (wanted === '') return fail({ code: 'empty' });
  if (/[\n\r]/.test(wanted)) return fail({ code: 'line-end' });
  const units = Array.from({ length: wanted.length }, (_, at) => (exact ? [wanted.charCodeAt(at)] : folding.alike(wanted.charCodeAt(at))));
  return ok({ kind: 'text', source: units.map(oneOf).join(''), flags: 'g', units });
}

/** Whether one place of a text may begin inside another: then the later of the two is none. */
export function mayOverlap(units: readonly (readonly number[])[]): boolean {
  for (let shift = 1; shift < units.length; shift += 1) {
    if (units.slice(shift).every((each, at) => each.some((unit) => units[at]!.includes(unit)))) return true;
  }
  return false;
}
