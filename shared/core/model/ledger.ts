import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { isBlank } from '../parse/characters.ts';
import type { Issue } from './issue.ts';
import type { Piece } from './piece.ts';

/**
 * The account of an issue's characters, in code points. Of the source only non-blank ones count, so that
 * `kept` + all of `struck` + `aside` = `source`. `added` and `gaps` (pieces, not characters) are not in the source.
 */
export type LedgerCounts = {
  readonly source: number;
  readonly kept: number;
  readonly struck: Readonly<Record<string, number>>; // by the reason's id
  readonly aside: number;
  readonly added: number;
  readonly gaps: number;
};

/** Where the account does not add up. `at` is a UTF-16 offset of the source. */
export type LedgerError =
  | { readonly code: 'lost'; readonly at: number } // a character that no piece speaks of
  | { readonly code: 'twice'; readonly at: number } // a character that two pieces speak of
  | { readonly code: 'outside'; readonly at: number }; // a piece that speaks of what is not there

/** Code points of a stretch of a text that are not blank. A lone surrogate counts as one. */
export function countCharacters(text: string, from = 0, to = text.length): number {
  let count = 0;
  const end = Math.min(to, text.length);
  for (let k = from; k < end; k += 1) {
    const unit = text.charCodeAt(k);
    if (isBlank(unit)) continue;
    count += 1;
    if (unit >= 0xd800 && unit < 0xdc00 && k + 1 < end && (text.charCodeAt(k + 1) & 0xfc00) === 0xdc00) k += 1;
  }
  return count;
}

/** Proves that every non-blank character of the source lies in exactly one kept or struck piece, and counts them. */
export function checkLedger(issue: Issue): Result<LedgerCounts, LedgerError> {
  const { source } = issue;
  const stretches: { readonly from: number; readonly to: number }[] = [];
  const struck: Record<string, number> = {};
  let [kept, aside, added, gaps] = [0, 0, 0, 0];

  const enter = (piece: Piece, isAside: boolean) => {
    if (piece.kind === 'gap') {
      gaps += 1;
    } else if (piece.kind === 'added') {
      added += countCharacters(piece.text);
    } else {
      stretches.push(piece.range);
      const characters = countCharacters(source, piece.range.from, piece.range.to);
      if (piece.kind === 'struck') struck[piece.why.id] = (struck[piece.why.id] ?? 0) + characters;
      else if (isAside) aside += characters;
      else kept += characters;
    }
  };
  for (const article of issue.articles) for (const { pieces } of article.passages) for (const piece of pieces) enter(piece, false);
  for (const { pieces } of issue.aside) for (const piece of pieces) enter(piece, true);

  stretches.sort((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { from, to } of [...stretches, { from: source.length, to: source.length }]) {
    if (from < end) return fail({ code: 'twice', at: from });
    if (to > source.length || to < from) return fail({ code: 'outside', at: from });
    for (let at = end; at < from; at += 1) if (!isBlank(source.charCodeAt(at))) return fail({ code: 'lost', at });
    end = to;
  }
  return ok({ source: countCharacters(source), kept, struck, aside, added, gaps });
}
