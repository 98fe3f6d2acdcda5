import { pieceLength } from '../../model/pieces.ts';
import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';

/** Text that is known to be lost and not supplied yet. */
export const gap: Check = {
  id: 'gap',
  kind: 'lost_char',
  check: ({ passage, text }) => {
    let at = 0;
    return text.pieces.flatMap((piece): readonly Found[] => {
      const from = at;
      at += pieceLength(piece);
      if (piece.kind !== 'gap') return [];
      const { likely, sure } = piece.why.data ?? {};
      return [{
        range: { from, to: from + 1 },
        messageId: typeof likely === 'string' ? 'check.gap.likely' : 'check.gap.left',
        data: typeof likely === 'string' ? { likely } : {},
        probability: typeof sure === 'number' ? sure / 100 : 1,
        evidence: [piece.why],
        suggestions: typeof likely === 'string' ? [{ kind: 'fillGap', passage, at: from, text: likely, why: mended('gap') }] : [],
      }];
    });
  },
};
