import type { Passage } from '../model/issue.ts';
import type { Piece, Range } from '../model/piece.ts';
import { toSource } from '../model/positions.ts';
import { pieceLength } from '../model/pieces.ts';
import { readPassage } from '../model/reading.ts';
import { sameReason } from '../model/reason.ts';
import type { Reason } from '../model/reason.ts';
import type { ArticleRole, AsideRole } from '../model/role.ts';
import { readSegments } from '../model/segments.ts';
import { isVerse } from '../model/verse.ts';
import type { Attribution } from './attribution.ts';
import { codePoints, firstCodePoints, lastCodePoints } from './code-points.ts';
import type { CodePoints } from './code-points.ts';
import type { CorrectionRecord, PassageRecord, Run } from './record.ts';

/** Characters of context on either side of a correction, as anchors of edits have them. */
const AROUND = 16;

/** What a page's passages are read with. */
export type Reader = { readonly source: string; readonly points: CodePoints; readonly attribution: Attribution };

type Read<R extends ArticleRole | AsideRole> = { readonly passage: PassageRecord<R>; readonly corrections: readonly CorrectionRecord[] };

/** A passage and its corrections. `first`: how many corrections stand before it; `index`: its place in the article. */
export function passageRecord<R extends ArticleRole | AsideRole>(reader: Reader, passage: Passage & { readonly role: R }, index: number, first: number): Read<R> {
  const { source, points } = reader;
  const { role, pieces } = passage;
  const ranges = rangesOf(pieces, points);
  if (pieces.length === 1 && pieces[0]!.kind === 'kept') {
    const text = readPassage(source, passage, 'emended');
    return { passage: { role, emended: text, printed: text, runs: text === '' ? [] : [{ kind: 'kept', text, ...ranges[0]! }], ranges }, corrections: [] };
  }
  const verse = isVerse(source, passage);
  const emended = readSegments(source, pieces, 'emended', verse);
  const printed = pieces.every(({ kind }) => kind === 'kept') ? emended : readSegments(source, pieces, 'printed', verse);
  const whole = emended.join('');
  const groups = groupsOf(pieces, emended, printed);
  const corrections = groups.map((group) => correction(reader, group, { index, role, pieces, emended, printed, whole }));
  const runs = pieces.flatMap((piece, k): readonly Run[] => {
    const text = piece.kind === 'struck' ? printed[k]! : emended[k]!;
    if (piece.kind === 'kept') return text === '' && printed[k] === '' ? [] : [{ kind: 'kept', text, ...(printed[k] !== text && { printed: printed[k]! }), ...rangeIn(points, piece.range) }];
    if (text === '') return [];
    const at = first + groups.findIndex(({ from, to }) => k >= from && k < to);
    if (piece.kind === 'struck') return [{ kind: 'struck', text, ...rangeIn(points, piece.range), correction: at }];
    return [piece.kind === 'added' ? { kind: 'added', text, correction: at } : { kind: 'gap', text, extent: piece.extent, correction: at }];
  });
  return { passage: { role, emended: whole, printed: printed === emended ? whole : printed.join(''), runs, ranges }, corrections };
}

const rangeIn = (points: CodePoints, { from, to }: Range): Range => ({ from: points.at(from), to: points.at(to) });

/** The stretches of source that pieces hold; those that meet are one. */
function rangesOf(pieces: readonly Piece[], points: CodePoints): readonly Range[] {
  const ranges: Range[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'kept' && piece.kind !== 'struck') continue;
    const range = rangeIn(points, piece.range);
    const last = ranges.at(-1);
    if (last?.to === range.from) ranges[ranges.length - 1] = { from: last.from, to: range.to };
    else ranges.push(range);
  }
  return ranges;
}

/** Pieces `from` to `to` that are one correction. */
type Group = { readonly from: number; readonly to: number; readonly why: Reason };

/** Struck and added text that stands together and has one reason is one correction; a gap is one of its own; what reads as nothing either way is none. */
function groupsOf(pieces: readonly Piece[], emended: readonly string[], printed: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  let open = false; // whether the last group can go on
  pieces.forEach((piece, k) => {
    if (piece.kind === 'kept' || (emended[k] === '' && printed[k] === '')) {
      open &&= piece.kind !== 'kept';
      return;
    }
    const last = groups.at(-1);
    const goesOn = open && last && piece.kind !== 'gap' && sameReason(last.why, piece.why) && !(piece.kind === 'struck' && pieces[k - 1]?.kind === 'added');
    if (goesOn) groups[groups.length - 1] = { ...last, to: k + 1 };
    else groups.push({ from: k, to: k + 1, why: piece.why });
    open = piece.kind !== 'gap';
  });
  return groups;
}

type Around = {
  readonly index: number; readonly role: ArticleRole | AsideRole; readonly pieces: readonly Piece[];
  readonly emended: readonly string[]; readonly printed: readonly string[]; readonly whole: string;
};

function correction({ points, attribution }: Reader, { from, to, why }: Group, { index, role, pieces, emended, printed, whole }: Around): CorrectionRecord {
  const own = pieces.slice(from, to);
  const struck = own.flatMap((piece) => (piece.kind === 'struck' ? [piece.range] : []));
  const before = own.map((piece, k) => (piece.kind === 'struck' ? printed[from + k]! : '')).join('');
  const after = emended.slice(from, to).join('');
  const start = emended.slice(0, from).join('').length;
  const place = toSource(pieces, pieces.slice(0, from).reduce((sum, piece) => sum + pieceLength(piece), 0)) ?? 0;
  const source = struck.length > 0 ? { from: struck[0]!.from, to: struck.at(-1)!.to } : { from: place, to: place };
  const isGap = own[0]!.kind === 'gap';
  const sure = why.data?.['sure'];
  return {
    kind: isGap ? 'gap' : before === '' ? 'added' : after === '' ? 'struck' : 'replaced',
    before,
    after,
    contextBefore: lastCodePoints(whole.slice(0, start), AROUND),
    contextAfter: firstCodePoints(whole.slice(start + after.length), AROUND),
    passage: index,
    role,
    at: { from: codePoints(whole.slice(0, start)), to: codePoints(whole.slice(0, start + after.length)) },
    source: rangeIn(points, source),
    reason: why,
    by: attribution.textBy(source, isGap ? '' : after, why),
    probability: typeof sure === 'number' ? sure / 100 : null,
  };
}
