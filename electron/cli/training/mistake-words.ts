import { assertNever } from '#util/assert-never.ts';
import type { Mistake } from '#core/evaluate/mistakes.ts';
import { type Evaluated, placeOf } from './evaluated.ts';

/** What a kind of mistake is called: what was expected, and what was found instead. */
export function kindOf(mistake: Mistake): string {
  switch (mistake.kind) {
    case 'role':
      return `${mistake.expected} taken for ${mistake.found}`;
    case 'missed-start':
      return 'an article begins here; found to go on';
    case 'false-start':
      return 'an article goes on here; found to begin';
    case 'strayed':
      return 'found in another article than the block that is read before it';
    case 'order':
      return 'found before the block that is read before it';
    case 'missed-join':
      return 'goes on with the paragraph of the other block; found to begin one';
    case 'false-join':
      return 'is no part of the paragraph of the other block; found to go on with it';
    case 'missed-duplicate':
      return 'repeats another block; not set aside';
    case 'false-duplicate':
      return 'repeats nothing; set aside as a duplicate';
    case 'missed-end':
      return 'the article stops in mid-sentence; found whole';
    case 'false-end':
      return 'the article is whole; found to stop in mid-sentence';
    default:
      return assertNever(mistake);
  }
}

export type Placed = { readonly page: Evaluated; readonly mistake: Mistake };

/** Mistakes by what they are called, the commonest first. */
export function byKind(pages: readonly Evaluated[]): readonly { readonly kind: string; readonly placed: readonly Placed[] }[] {
  const kinds = new Map<string, Placed[]>();
  for (const page of pages) {
    for (const mistake of page.mistakes) {
      const kind = kindOf(mistake);
      const known = kinds.get(kind);
      if (known === undefined) kinds.set(kind, [{ page, mistake }]);
      else known.push({ page, mistake });
    }
  }
  return [...kinds].map(([kind, placed]) => ({ kind, placed })).toSorted((a, b) => b.placed.length - a.placed.length);
}

/** Which blocks a mistake is about. */
export const blocksOf = (mistake: Mistake): string => `block ${mistake.block}${'other' in mistake ? `, the other is ${mistake.other}` : ''}`;

/** The mistakes of a set by kind, so many of each kind in full: where they are, and which blocks they are about. */
export function mistakeLines(pages: readonly Evaluated[], folder: string, most: number): readonly string[] {
  return byKind(pages).flatMap(({ kind, placed }) => [
    `  ${placed.length} × ${kind}`,
    ...placed.slice(0, most).map(({ page, mistake }) => `      ${placeOf(page, mistake.block, folder)}  ${blocksOf(mistake)}`),
    ...(placed.length > most ? [`      and ${placed.length - most} more`] : []),
  ]);
}
