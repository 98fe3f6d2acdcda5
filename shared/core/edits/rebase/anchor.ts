import type { Result } from '#util/result.ts';
import { ok } from '#util/result.ts';
import type { ArticleId, PassageId } from '../../model/ids.ts';
import type { Issue, Passage } from '../../model/issue.ts';
import { firstOffset, toSource } from '../../model/positions.ts';
import { apply } from '../apply.ts';
import type { Edit, EditError, Move } from '../edit.ts';
import { findPassage } from '../tree.ts';

/** A place of the source, known again by the sixteen characters on either side. `at` is a UTF-16 offset. */
export type Anchor = { readonly at: number; readonly before: string; readonly after: string };

/** Where everything that an edit speaks of stood in the source it was made on. */
export type Anchors = {
  readonly passages: Readonly<Record<string, Anchor>>; // by passage id: where its source text begins
  readonly articles: Readonly<Record<string, Anchor>>; // by article id: where its first passage begins
  readonly from?: Anchor; // of a stretch or a place of text
  readonly to?: Anchor;
};

/** An edit and its anchors, as the journal keeps them. */
export type AnchoredEdit = { readonly edit: Edit; readonly anchors: Anchors };

const REACH = 16;

function anchorAt(source: string, at: number): Anchor {
  return { at, before: lastOf(source.slice(Math.max(0, at - 2 * REACH), at)), after: firstOf(source.slice(at, at + 2 * REACH)) };
}

// Characters of two units are rare in the news: only where there are some is it counted in characters.
const PAIRED = /[\ud800-\udfff]/; // units, not characters
const lastOf = (text: string) => (PAIRED.test(text) ? Array.from(text).slice(-REACH).join('') : text.slice(-REACH));
const firstOf = (text: string) => (PAIRED.test(text) ? Array.from(text).slice(0, REACH).join('') : text.slice(0, REACH));

/** The ids of passages and articles that an edit speaks of, without those it creates. */
function subjects(edit: Edit): { readonly passages: readonly PassageId[]; readonly articles: readonly ArticleId[] } {
  switch (edit.kind) {
    case 'mergeAbove':
    case 'setTopics':
    case 'setNote':
    case 'setStatus':
    case 'setLink':
      return { passages: [], articles: [edit.article] };
    case 'reorder':
      return { passages: [], articles: edit.after ? [edit.article, edit.after] : [edit.article] };
    case 'movePassages':
    case 'setAside':
    case 'restore':
      return { passages: edit.moves.flatMap(passagesOfMove), articles: edit.moves.flatMap(articlesOfMove) };
    case 'splitBefore':
    case 'setRole':
    case 'join':
    case 'break':
    case 'cutPassage':
    case 'replaceText':
    case 'fillGap':
      return { passages: [edit.passage], articles: [] };
  }
}

const passagesOfMove = ({ passage, to, twin }: Move) => [passage, ...(to.after ? [to.after] : []), ...(twin ? [twin] : [])];

function articlesOfMove({ to }: Move): readonly ArticleId[] {
  if (to.article === null) return [];
  return [to.article, ...(to.open?.after ? [to.open.after] : [])];
}

/** The stretch of marked-up text an edit is about. */
function stretch(edit: Edit): { readonly from: number; readonly to: number } | null {
  if (edit.kind === 'replaceText') return edit;
  return edit.kind === 'break' || edit.kind === 'cutPassage' || edit.kind === 'fillGap' ? { from: edit.at, to: edit.at } : null;
}

/** The anchors of an edit on the issue it is about to change. */
export function anchorsOf(issue: Issue, edit: Edit): Anchors {
  const { passages, articles } = subjects(edit);
  const entry = (id: string, passage: Passage | undefined): [string, Anchor][] => {
    const at = passage && firstOffset(passage.pieces);
    return at === null || at === undefined ? [] : [[id, anchorAt(issue.source, at)]];
  };
  const known = {
    passages: Object.fromEntries(passages.flatMap((id) => entry(id, findPassage(issue, id)?.passage))),
    articles: Object.fromEntries(articles.flatMap((id) => entry(id, issue.articles.find((article) => article.id === id)?.passages[0]))),
  };
  const text = stretch(edit);
  if (text === null || !('passage' in edit)) return known;
  const pieces = findPassage(issue, edit.passage)?.passage.pieces;
  if (!pieces) return known;
  const from = toSource(pieces, text.from);
  if (from === null) return known;
  // The end of a stretch is where its last character ends, not where the text behind it begins: that may be in another block.
  const to = text.to > text.from ? (toSource(pieces, text.to - 1) ?? from) + 1 : from;
  return { ...known, from: anchorAt(issue.source, from), to: anchorAt(issue.source, Math.max(from, to)) };
}

/** A group of edits with the anchors of each, taken as the group is applied. Fails as the group would. */
export function anchorAll(issue: Issue, edits: readonly Edit[]): Result<readonly AnchoredEdit[], EditError> {
  const out: AnchoredEdit[] = [];
  let now = issue;
  for (const edit of edits) {
    const next = apply(now, edit);
    if (!next.ok) return next;
    out.push({ edit, anchors: anchorsOf(now, edit) });
    now = next.value;
  }
  return ok(out);
}
