import type { Edit } from '../edits/edit.ts';
import type { PassageId } from '../model/ids.ts';
import type { Piece } from '../model/piece.ts';
import { normalisePieces, slicePieces } from '../model/pieces.ts';
import { mended } from './check.ts';
import type { PassageText } from './passage-text.ts';
import { rangeIn } from './passage-text.ts';

/** The marks of a pair that `check` finds, at `from` and `to` of the emended reading, exchanged for others by one edit: half a pair would be another fault. Each mark is one UTF-16 unit. */
export function exchangePair(check: string, passage: PassageId, text: PassageText, from: number, to: number, [open, close]: readonly [string, string]): Edit {
  const range = rangeIn(text, from, to + 1);
  const instead = (at: number, meant: string): readonly Piece[] => {
    const [was] = slicePieces(text.pieces, at, at + 1);
    return [...(was?.kind === 'kept' ? [{ kind: 'struck' as const, range: was.range, why: mended(check) }] : []), { kind: 'added', text: meant, why: mended(check) }];
  };
  const pieces = [...instead(range.from, open), ...slicePieces(text.pieces, range.from + 1, range.to - 1), ...instead(range.to - 1, close)];
  return { kind: 'replaceText', passage, ...range, put: { pieces: normalisePieces(pieces) } };
}
