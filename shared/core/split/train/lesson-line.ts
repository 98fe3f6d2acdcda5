import { type Result, fail, ok } from '#util/result.ts';
import type { Role } from '../../model/role.ts';
import { type MarkError, type Marked, readMarks } from './lesson-text.ts';

/** One line of a lesson. `roles`: the block's role first, then those that will do as well. */
export type LessonLine =
  | { readonly is: 'comment' }
  | { readonly is: 'blank' }
  | { readonly is: 'article' }
  | { readonly is: 'printed'; readonly label: string }
  | { readonly is: 'copy'; readonly label: string; readonly marked: Marked | null }
  | { readonly is: 'block'; readonly roles: readonly [Role, ...Role[]]; readonly goesOn: boolean; readonly label: string | null; readonly marked: Marked };

export type LineError = MarkError | 'unknown-line' | 'repeated-role' | 'cut-not-body' | 'cut-labelled';

const ROLES: Readonly<Record<string, Role>> = {
  k: 'kicker',
  h: 'headline',
  t: 'subtitle',
  y: 'byline',
  s: 'subhead',
  b: 'body',
  c: 'caption',
  r: 'credit',
  B: 'banner',
  F: 'furniture',
};

const BLOCK = /^([khtysbcrBF](?:\|[khtysbcrBF])*)(\+?)(?:#([a-z0-9]+))? (\S.*)$/u;
const PRINTED = /^>#([a-z0-9]+)$/;
const COPY = /^\*#([a-z0-9]+)(?: (\S.*))?$/u;

/** Reads one line in the notation of resources/lessons/README.md. */
export function readLine(line: string): Result<LessonLine, LineError> {
  if (line.trim() === '') return ok({ is: 'blank' });
  if (line.startsWith('# ')) return ok({ is: 'comment' });
  if (line === '=') return ok({ is: 'article' });
  const printed = PRINTED.exec(line);
  if (printed !== null) return ok({ is: 'printed', label: printed[1]! });
  const copy = COPY.exec(line);
  if (copy !== null) return readCopy(copy[1]!, copy[2]);
  const block = BLOCK.exec(line);
  if (block === null) return fail('unknown-line');
  const [, letters, goesOn, label, text] = block;
  const [role, ...others] = letters!.split('|').map((letter) => ROLES[letter]!);
  if (role === undefined) return fail('unknown-line');
  if (new Set([role, ...others]).size !== others.length + 1) return fail('repeated-role');
  const marked = readMarks(text!);
  if (!marked.ok) return marked;
  const cut = marked.value.pieces.length > 1 || marked.value.end !== 'whole';
  if (cut && role !== 'body') return fail('cut-not-body');
  if (marked.value.pieces.length > 1 && label !== undefined) return fail('cut-labelled');
  return ok({ is: 'block', roles: [role, ...others], goesOn: goesOn === '+', label: label ?? null, marked: marked.value });
}

function readCopy(label: string, text: string | undefined): Result<LessonLine, LineError> {
  if (text === undefined) return ok({ is: 'copy', label, marked: null });
  const marked = readMarks(text);
  if (!marked.ok) return marked;
  return marked.value.pieces.length > 1 ? fail('cut-labelled') : ok({ is: 'copy', label, marked: marked.value });
}
