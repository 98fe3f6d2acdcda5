import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Edit } from '../edits/edit.ts';
import type { AnchoredEdit } from '../edits/rebase/anchor.ts';
import type { Issue, Passage } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import { pieceLength, slicePieces } from '../model/pieces.ts';
import { placeKey } from './places.ts';

/** A place that was mended, as the journal tells it. `from` and `to` are source offsets; `read` stood there, `put` stands there since. */
export type MendedPlace = { readonly key: string; readonly passage: string; readonly from: number; readonly to: number; readonly read: string; readonly put: string };

/** The places that edits of a journal entry mended, in reading order of each passage. `inverse` takes the edits back, the last first. */
export function mendedPlaces(edits: readonly AnchoredEdit[], inverse: readonly Edit[]): readonly MendedPlace[] {
  const seen = new Map<string, number>();
  return edits.toReversed().flatMap(({ edit, anchors }, at): readonly MendedPlace[] => {
    const back = inverse[at];
    if (edit.kind !== 'replaceText' || !('text' in edit.put) || back?.kind !== 'replaceText' || !('pieces' in back.put)) return [];
    const read = edit.put.why.data?.['read'];
    const begin = anchors.from?.at ?? 0;
    if (typeof read !== 'string') return [];
    const begins = `${edit.passage}:${begin}`;
    const nth = seen.get(begins) ?? 0;
    seen.set(begins, nth + 1);
    const kept = slicePieces(back.put.pieces, edit.from - back.from, edit.to - back.from).flatMap((piece) => (piece.kind === 'kept' ? [piece.range] : []));
    const [from, to] = kept.length > 0 ? [kept[0]!.from, kept.at(-1)!.to] : [begin, begin];
    return [{ key: placeKey(edit.passage, begin, nth), passage: edit.passage, from, to, read, put: edit.put.text }];
  });
}

/** A stretch of a passage's marked-up text. */
type Stretch = { readonly passage: Passage; readonly from: number; readonly to: number };

/** How a mended place reads now: as it was mended, as it did before, or otherwise. */
export type PlaceState = 'stands' | 'back' | 'other';

/** Where a mended place stands, and how it reads now. The stretch is that of what it reads where that is one of the two. */
export function stateOf(issue: Issue, place: MendedPlace): { readonly state: PlaceState; readonly stretch: Stretch | null } {
  const passage = passageHolding(issue, place);
  if (!passage) return { state: 'other', stretch: null };
  const around = unitsAround(issue.source, passage.pieces, place.from, place.to);
  const stands = stretchReading(around, place.put);
  if (stands) return { state: 'stands', stretch: { passage, ...stands } };
  const back = stretchReading(around, place.read);
  return back ? { state: 'back', stretch: { passage, ...back } } : { state: 'other', stretch: null };
}

/** The edit that has one place read again as it did before it was mended. Refused where it reads otherwise by now. */
export function takePlaceBack(issue: Issue, place: MendedPlace): Result<Edit, PlaceState> {
  const { state, stretch } = stateOf(issue, place);
  if (state !== 'stands' || !stretch) return fail(state);
  // Source text that is typed again stands again, unstruck.
  return ok({ kind: 'replaceText', passage: stretch.passage.id, from: stretch.from, to: stretch.to, put: { text: place.read, why: { id: 'person' } } });
}

function passageHolding({ articles, aside }: Issue, { passage, from }: MendedPlace): Passage | null {
  const holds = ({ pieces }: Passage) => pieces.some((piece) => (piece.kind === 'kept' || piece.kind === 'struck') && piece.range.from <= from && from <= piece.range.to);
  const isNamed = ({ id }: Passage) => id === passage;
  const find = (is: (passage: Passage) => boolean): Passage | undefined => {
    for (const { passages } of articles) {
      const found = passages.find(is);
      if (found) return found;
    }
    return aside.find(is);
  };
  const named = find(isNamed);
  return named && holds(named) ? named : (find(holds) ?? named ?? null);
}

/** UTF-16 units of the marked-up text: those from the source offsets, and what was struck or added right beside them. `core`: which of `units` are of the source's stretch. */
type Around = { readonly units: readonly Unit[]; readonly core: { readonly from: number; readonly to: number } };
type Unit = { readonly at: number; readonly unit: string; readonly shows: boolean };

function unitsAround(source: string, pieces: readonly Piece[], from: number, to: number): Around {
  const ends: number[] = []; // of the pieces, in the marked-up text
  let [first, last, length] = [-1, 0, 0];
  for (const piece of pieces) {
    if ((piece.kind === 'kept' || piece.kind === 'struck') && piece.range.from < piece.range.to) {
      if (first < 0 && piece.range.to > from) first = length + Math.max(0, from - piece.range.from);
      if (piece.range.from < to) last = length + Math.min(piece.range.to, to) - piece.range.from;
    }
    length += pieceLength(piece);
    ends.push(length);
  }
  if (first < 0) first = length;
  const core = { from: first, to: Math.max(first, last) }; // empty where nothing of the source stood there
  const isLoose = (at: number): boolean => pieces[at]!.kind === 'struck' || pieces[at]!.kind === 'added';
  const beginOf = (at: number): number => (at === 0 ? 0 : ends[at - 1]!);
  let [begin, end] = [core.from, core.to];
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    if (beginOf(at) >= begin) continue;
    if (!isLoose(at)) break;
    begin = beginOf(at);
  }
  for (let at = 0; at < pieces.length; at += 1) {
    if (ends[at]! <= end) continue;
    if (!isLoose(at)) break;
    end = ends[at]!;
  }
  const units: Unit[] = [];
  for (let at = 0; at < pieces.length && beginOf(at) < end; at += 1) {
    const piece = pieces[at]!;
    for (let place = Math.max(begin, beginOf(at)); place < Math.min(end, ends[at]!); place += 1) {
      const i = place - beginOf(at);
      if (piece.kind === 'kept' || piece.kind === 'struck') units.push({ at: place, unit: source[piece.range.from + i]!, shows: piece.kind === 'kept' });
      else units.push({ at: place, unit: piece.kind === 'added' ? piece.text[i]! : '\uFFFC', shows: true });
    }
  }
  return { units, core: { from: core.from - begin, to: core.to - begin } };
}

/** The stretch of units that reads as a text and holds all of the core that shows; null if none does. */
function stretchReading({ units, core }: Around, text: string): { readonly from: number; readonly to: number } | null {
  const shown = units.map((each, index) => ({ ...each, index })).filter(({ shows }) => shows);
  const reading = shown.map(({ unit }) => unit).join('');
  const before = shown.filter(({ index }) => index < core.from).length;
  const inside = shown.filter(({ index }) => index >= core.from && index < core.to).length;
  if (text === '') {
    if (inside > 0) return null;
    const at = units[core.to - 1]?.at;
    return at === undefined ? null : { from: at + 1, to: at + 1 };
  }
  for (let at = Math.min(before, reading.length - text.length); at >= 0; at -= 1) {
    if (!reading.startsWith(text, at) || at + text.length < before + inside) continue;
    return { from: shown[at]!.at, to: shown[at + text.length - 1]!.at + 1 };
  }
  // What was added stands behind what was struck: it may begin after the core.
  const after = reading.indexOf(text, before);
  return inside === 0 && after >= 0 ? { from: shown[after]!.at, to: shown[after + text.length - 1]!.at + 1 } : null;
}
