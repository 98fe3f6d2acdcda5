import { passageText, rangeIn } from '../checks/passage-text.ts';
import type { PassageText } from '../checks/passage-text.ts';
import type { Edit } from '../edits/edit.ts';
import type { PassageId } from '../model/ids.ts';
import type { Article, Passage } from '../model/issue.ts';
import { toSource } from '../model/positions.ts';
import type { Reason } from '../model/reason.ts';
import type { Role } from '../model/role.ts';
import type { Scan } from '../search/scan.ts';
import type { Filled } from './filled.ts';

/** A place of the text as emended. `key` names it as long as its source text stands in its passage, whatever is mended round it. */
export type Place = {
  readonly key: string;
  readonly passage: Passage;
  readonly text: PassageText;
  readonly from: number; // in the text as emended, as `to`; UTF-16
  readonly to: number;
  readonly read: string;
  readonly becomes?: string; // where that is another at each place
};

/** A place's name: its passage, the source offset it begins at, and which of those that begin there it is. */
export const placeKey = (passage: PassageId, at: number, nth: number): string => (nth === 0 ? `${passage}:${at}` : `${passage}:${at}:${nth}`);

/** Whether a place reads already what is to stand there: the string may be a part of what replaces it. */
export function isMended(text: string, from: number, to: number, put: string): boolean {
  const read = text.slice(from, to);
  for (let at = put.indexOf(read); at >= 0; at = put.indexOf(read, at + 1)) {
    if (text.startsWith(put, from - at)) return true;
  }
  return false;
}

/**
 * What places are looked for: what finds them, what they are to read (`null`: that is not known yet), and in passages of which roles (none: of all). `filled`: says it of
 * each place, where `put` names what an expression found there.
 */
export type Wanted = { readonly scan: Scan; readonly put: string | null; readonly roles: readonly Role[]; readonly filled?: Filled };

/** The places of an article, in reading order, that do not read yet as they are to read. */
export function placesIn(source: string, { passages }: Pick<Article, 'passages'>, { scan, put, roles, filled }: Wanted): readonly Place[] {
  return passages.flatMap((passage) => {
    if (roles.length > 0 && !roles.includes(passage.role)) return [];
    if (surelyHasNone(source, passage, scan)) return [];
    const text = passageText(source, passage.pieces);
    const places: Place[] = [];
    const begun = new Map<number, number>();
    scan(text.text, (from, to) => {
      const becomes = filled?.(text.text, from, to);
      if (put !== null && isMended(text.text, from, to, becomes ?? put)) return;
      const at = toSource(passage.pieces, text.at[from]!) ?? -1;
      const nth = begun.get(at) ?? 0;
      begun.set(at, nth + 1);
      places.push({ key: placeKey(passage.id, at, nth), passage, text, from, to, read: text.text.slice(from, to), ...(becomes !== undefined && { becomes }) });
    });
    return places;
  });
}

const READS_OTHERWISE = /[\n\r\u2028\u2029\u0085]|^[\p{White_Space}\uFEFF\u200B]|[\p{White_Space}\uFEFF\u200B]$/u; // line ends and blanks at the ends

/** Whether nothing is found in a passage that reads as one stretch of the source stands: it is not read character by character for that. */
function surelyHasNone(source: string, { pieces: [piece, ...more] }: Passage, scan: Scan): boolean {
  if (piece?.kind !== 'kept' || more.length > 0) return false;
  const text = source.slice(piece.range.from, piece.range.to);
  if (READS_OTHERWISE.test(text)) return false;
  let none = true;
  scan(text, () => (none = false));
  return none;
}

/** Why text that was mended at many places at once stands as it does. */
export const mendedEverywhere = (read: string, put: string): Reason => ({ id: 'concordance.mended', data: { read, put } });

/** The edits that have places read otherwise, from the last of each passage on: what stands before one stays where it is. `places` in reading order. */
export function mendingEdits(places: readonly Place[], put: string): readonly Edit[] {
  return places.toReversed().map(({ passage, text, from, to, read, becomes = put }) => (
    { kind: 'replaceText', passage: passage.id, ...rangeIn(text, from, to), put: { text: becomes, why: mendedEverywhere(read, becomes) } }
  ));
}
