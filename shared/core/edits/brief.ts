import type { Piece } from '../model/piece.ts';
import { piecesLength, slicePieces } from '../model/pieces.ts';
import { readPieces } from '../model/reading.ts';
import { endText, excerpts, nameOf } from './changes.ts';
import type { Change } from './changes.ts';
import type { Edit } from './edit.ts';
import type { EditOf } from './operation.ts';
import type { Anchor, AnchoredEdit } from './rebase/anchor.ts';

/** An act in a line: what it was done to, and what that was before and after. `act`: only what it was done to can be told in a line. */
export type Brief = Omit<Change, 'what'> & { readonly what: Change['what'] | 'act'; readonly on: 'passage' | 'article' };

/** One step of an act: edits with what takes them back, last first, as a deed has them. */
export type Step = { readonly edits: readonly AnchoredEdit[]; readonly inverse: readonly Edit[] };

type TextEdit = AnchoredEdit & { readonly edit: EditOf<'replaceText'> | EditOf<'fillGap'> };

const isText = (anchored: AnchoredEdit): anchored is TextEdit => anchored.edit.kind === 'replaceText' || anchored.edit.kind === 'fillGap';

/**
 * An act in a line, from the journal's record of it alone: where text was changed the first of that, else the first thing it was about. `source` is the text the page
 * is of now; what was struck is told only where the act was made on that text. Null where there is nothing to tell.
 */
export function briefOf(source: string, steps: readonly Step[]): Brief | null {
  const pairs = steps.flatMap(({ edits, inverse }) => edits.map((anchored, at) => ({ anchored, back: inverse[inverse.length - 1 - at] })));
  const text = textBrief(source, pairs);
  if (text) return text;
  const isFirstTouch = ({ edit }: AnchoredEdit) => edit.kind === 'setStatus' && edit.status === 'in-work';
  const chosen = pairs.find(({ anchored }) => !isFirstTouch(anchored)) ?? pairs[0];
  return chosen ? plainBrief(chosen.anchored, chosen.back) : null;
}

/** A stretch of marked-up text that was changed: where it stands now, and how it read before and reads after. */
type Region = { readonly from: number; readonly to: number; readonly before: string; readonly after: string };

function textBrief(source: string, pairs: readonly { readonly anchored: AnchoredEdit; readonly back: Edit | undefined }[]): Brief | null {
  let region: Region | null = null;
  let place: Span | null = null;
  let subject: string | null = null;
  for (const { anchored, back } of pairs) {
    if (!isText(anchored) || back?.kind !== 'replaceText' || !('pieces' in back.put)) continue;
    const { edit, anchors: { from } } = anchored;
    if (!from || (subject !== null && edit.passage !== subject) || !fits(source, from)) break;
    const next = widened(source, region, edit, back, back.put.pieces);
    if (!next) break; // elsewhere in the passage: the first is told
    region = next;
    subject = edit.passage;
    place = spanOf([...(place ? [place] : []), ...(rangesOf(back.put.pieces) ?? [{ from: from.at, to: from.at }])]);
  }
  if (!region || !place || subject === null) return null;
  const left = source.slice(Math.max(0, place.from - 2 * AROUND), place.from).replace(/^.*\s/su, '');
  const right = source.slice(place.to, place.to + 2 * AROUND).replace(/\s.*$/su, '');
  return { what: 'text', on: 'passage', subject, name: '', ...excerpts(`${left}${region.before}${right}`, `${left}${region.after}${right}`, AROUND) };
}

type Span = { readonly from: number; readonly to: number };

const spanOf = (spans: readonly Span[]): Span => ({ from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) });

/** Where in the source pieces stand; null if all of them were added. */
function rangesOf(pieces: readonly Piece[]): readonly Span[] | null {
  const ranges = pieces.flatMap((piece) => ('range' in piece ? [piece.range] : []));
  return ranges.length > 0 ? ranges : null;
}

const AROUND = 6; // characters on either side

/** Whether an anchor's place is the same in this text. */
const fits = (source: string, { at, before, after }: Anchor): boolean => source.startsWith(after, at) && source.slice(0, at).endsWith(before);

/** The region with one more change taken in, which was made to `was`: it covers the region, or there is none yet; null where it is elsewhere. */
function widened(source: string, region: Region | null, edit: TextEdit['edit'], back: EditOf<'replaceText'>, was: readonly Piece[]): Region | null {
  const read = (from: number, to: number) => readPieces(source, slicePieces(was, from, to), 'emended');
  const end = back.from + piecesLength(was);
  const [from, to, typed] = edit.kind === 'fillGap' ? [edit.at, edit.at + 1, edit.text] : 'text' in edit.put ? [edit.from, edit.to, edit.put.text] : [back.from, end, readPieces(source, edit.put.pieces, 'emended')];
  const after = read(0, from - back.from) + typed + read(to - back.from, end - back.from);
  if (!region) return { from: back.from, to: back.to, before: read(0, end - back.from), after };
  if (back.from > region.from || end < region.to) return null;
  return { from: back.from, to: back.to, before: read(0, region.from - back.from) + region.before + read(region.to - back.from, end - back.from), after };
}

/** What an edit that is not of text was about. */
function plainBrief({ edit, anchors }: AnchoredEdit, back: Edit | undefined): Brief {
  const named = (anchor: Anchor | undefined) => nameOf((anchor?.after ?? '').trim().replace(/\s.*$/su, ''));
  const ofArticle = (article: string) => ({ on: 'article' as const, subject: article, name: named(anchors.articles[article]) });
  const ofPassage = (passage: string) => ({ on: 'passage' as const, subject: passage, name: named(anchors.passages[passage]) });
  switch (edit.kind) {
    case 'setRole':
      return { what: 'role', ...ofPassage(edit.passage), before: back?.kind === 'setRole' ? back.role : '', after: edit.role };
    case 'setStatus':
      return { what: 'status', ...ofArticle(edit.article), before: back?.kind === 'setStatus' ? back.status : '', after: edit.status };
    case 'setNote':
      return { what: 'note', ...ofArticle(edit.article), ...excerpts(back?.kind === 'setNote' ? back.note : '', edit.note, AROUND) };
    case 'setTopics':
      return { what: 'topics', ...ofArticle(edit.article), before: back?.kind === 'setTopics' ? topicIds(back) : '', after: topicIds(edit) };
    case 'setLink':
      return { what: edit.side, ...ofArticle(edit.article), before: endText(back?.kind === 'setLink' ? back.to : null), after: endText(edit.to) };
    case 'mergeAbove':
    case 'reorder':
      return { what: 'act', ...ofArticle(edit.article), before: '', after: '' };
    case 'movePassages':
    case 'setAside':
    case 'restore':
      return { what: 'act', ...ofPassage(edit.moves[0]?.passage ?? ''), before: '', after: '' };
    case 'splitBefore':
    case 'join':
    case 'break':
    case 'cutPassage':
    case 'replaceText':
    case 'fillGap':
      return { what: 'act', ...ofPassage(edit.passage), before: '', after: '' };
  }
}

const topicIds = ({ topics }: EditOf<'setTopics'>): string => topics.map(({ id }) => id).join(' ');
