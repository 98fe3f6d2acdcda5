import type { Edit } from '#core/edits/edit.ts';
import { breakAt, joinWithAbove } from '#core/edits/plan.ts';
import { passageId } from '#core/model/ids.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue, Passage } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { pieceLength, piecesLength, slicePieces } from '#core/model/pieces.ts';
import { seamsOf } from '#core/model/seams.ts';
import { isBlank, readPieces } from '#core/model/reading.ts';
import { isArticleRole } from '#core/model/role.ts';
import type { Role } from '#core/model/role.ts';
import { fail, ok } from '#util/result.ts';
import { stopOf } from './desk-outline.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';

/** Why text differs from the source when an editor typed it. */
export const TYPED = { id: 'typed' } as const;

/** The offsets of a passage's gaps in its marked-up text. */
export function gapsOf(pieces: readonly Piece[]): readonly number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === 'gap') gaps.push(at);
    at += pieceLength(piece);
  }
  return gaps;
}

/** One selected passage is joined with the one above it; several are joined into one. */
export function planJoin({ issue, selected }: PlanContext): Planned {
  const stop = stopOf(issue, selected[0] ?? null);
  if (!stop) return fail('nothing-selected');
  const list = issue.articles[stop.article]?.passages ?? issue.aside;
  const upper = selected.length > 1 ? stop.passage : list[stop.index - 1];
  if (!upper) return fail('nothing-above');
  const edits = selected.length > 1 ? selected.slice(1).map((passage): Edit => ({ kind: 'join', passage })) : joinWithAbove(issue, stop.passage.id);
  return ok({ label: 'join', edits, select: only(upper.id) });
}

/** The role of what is cut off a passage's end when no more is known than the text itself. */
function cutRole(role: Role, text: string): Role {
  if (!isArticleRole(role)) return role;
  if (/^[（(]?(?:本报)?(?:首席|见习|实习|特约)?(?:记者|通讯员)/u.test(text)) return 'byline';
  if (/(?:摄|资料图片|供图)[）)]?$/u.test(text) && text.length <= 16) return 'credit';
  switch (role) {
    case 'kicker':
      return 'headline';
    case 'headline':
      return 'subtitle';
    case 'subhead':
    case 'byline':
      return 'body';
    case 'caption':
      return 'credit';
    case 'body':
      return 'subhead';
    case 'subtitle':
    case 'credit':
      return 'body';
  }
}

/** Whether a place divides a passage in two parts that both have text. */
function divides(source: string, { pieces }: Passage, at: number): boolean {
  const blank = (from: number, to: number) =>
    [...readPieces(source, slicePieces(pieces, from, to), 'printed')].every(isBlank) && readPieces(source, slicePieces(pieces, from, to), 'emended') === '';
  return !blank(0, at) && !blank(at, piecesLength(pieces));
}

/** A paragraph ends at a place of its marked-up text, and a new one begins. */
export function planBreakAt({ issue, mint }: PlanContext, passage: PassageId, at: number): Planned {
  const stop = stopOf(issue, passage);
  if (!stop) return fail('nothing-selected');
  if (!divides(issue.source, stop.passage, at)) return fail('no-seam');
  const unique = mint();
  return ok({ label: 'break', edits: breakAt(issue, passage, at, unique), select: only(passageId(`p-${unique}`)) });
}

/** A passage is cut in two at a place of its marked-up text; the lower part gets the role its wording suggests. */
export function planCutAt({ issue, mint }: PlanContext, passage: PassageId, at: number): Planned {
  const stop = stopOf(issue, passage);
  if (!stop) return fail('nothing-selected');
  if (!divides(issue.source, stop.passage, at)) return fail('no-seam');
  const { pieces, role } = stop.passage;
  const text = readPieces(issue.source, slicePieces(pieces, at, piecesLength(pieces)), 'emended');
  const lower = { id: passageId(`p-${mint()}`), role: cutRole(role, text) };
  return ok({ label: 'cut', edits: [{ kind: 'cutPassage', passage, at, lower }], select: only(lower.id) });
}

const LINE = { least: 3, most: 24 }; // characters of a subhead

/** Whether what is broken off above is a line of its own, not a paragraph: it is short and nothing ends it. */
function isLine(text: string): boolean {
  const line = text.trim().replace(/[”’」』》）)"]+$/u, '');
  const { length } = [...line];
  return length >= LINE.least && length <= LINE.most && !/[。，、；：！？…,.;:!?]$/u.test(line);
}

/** Whether a paragraph that was joined begins with a line that is none of it. */
export function beginsWithLine(issue: Issue, passage: PassageId): boolean {
  const stop = stopOf(issue, passage);
  const seam = stop?.passage.role === 'body' ? seamsOf(stop.passage.pieces)[0] : undefined;
  if (!stop || seam === undefined) return false;
  return isLine(readPieces(issue.source, slicePieces(stop.passage.pieces, 0, seam), 'emended'));
}

/**
 * The selected passage is taken apart where it was joined; where there are several such places, at the first. A line that was taken for the beginning of
 * its paragraph becomes a subhead.
 */
export function planBreakSeam(context: PlanContext): Planned {
  const { issue } = context;
  const stop = stopOf(issue, context.selected[0] ?? null);
  if (!stop) return fail('nothing-selected');
  const { id, pieces } = stop.passage;
  const seam = seamsOf(pieces)[0];
  if (seam === undefined) return fail('no-seam');
  const broken = planBreakAt(context, id, seam);
  if (!broken.ok || !beginsWithLine(issue, id)) return broken;
  return ok({ ...broken.value, edits: [...broken.value.edits, { kind: 'setRole', passage: id, role: 'subhead' }] });
}

/** Lost text is supplied at a gap; with no text, nothing was lost. */
export function planFillGap(passage: PassageId, at: number, text: string): Planned {
  return ok({ label: 'fill-gap', edits: [{ kind: 'fillGap', passage, at, text, why: TYPED }], select: null });
}
