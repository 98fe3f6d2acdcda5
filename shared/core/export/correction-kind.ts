import type { Article } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';

/** A change to the printed text, by what led to it: text known to be lost; one change in all places; a check's suggestion, by the check's id where it is known; an editor's typing. */
export function correctionKind({ kind, ...piece }: Exclude<Piece, { readonly kind: 'kept' }>): string {
  if (kind === 'gap') return 'gap';
  const { id, data } = piece.why;
  if (id === 'check.mended') return typeof data?.['check'] === 'string' ? data['check'] : 'check';
  return id === 'concordance.mended' ? 'everywhere' : 'typed';
}

/** How many changes of each kind an article holds. What is struck and put there in its stead is one. */
export function countCorrections({ passages }: Article): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { pieces } of passages) {
    for (const [at, piece] of pieces.entries()) {
      const before = pieces[at - 1];
      if (piece.kind === 'kept' || (piece.kind === 'added' && before?.kind === 'struck' && correctionKind(before) === correctionKind(piece))) continue;
      const kind = correctionKind(piece);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}
