import type { ArticleId, PassageId } from '../../model/ids.ts';
import type { Article, Issue, Passage } from '../../model/issue.ts';
import type { Piece } from '../../model/piece.ts';
import { pieceLength } from '../../model/pieces.ts';
import { firstOffset, fromSource } from '../../model/positions.ts';
import type { Edit, Move, Spot } from '../edit.ts';
import type { EditOf } from '../operation.ts';
import { findArticle, findPassage } from '../tree.ts';
import { anchorsOf } from './anchor.ts';
import type { Anchor, AnchoredEdit, Anchors } from './anchor.ts';
import { locate, squash, unsquash } from './locate.ts';
import type { Evidence, Squashed } from './locate.ts';

/** What became of one edit: the same act on the new tree, nothing to do because it is so already, or no place for it. */
export type Placement = { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'done' } | { readonly kind: 'gone' };

const GONE: Placement = { kind: 'gone' };
const BEGINNING: Evidence = { kind: 'beginning' };
const INSIDE: Evidence = { kind: 'both-sides' };
const DONE: Placement = { kind: 'done' };
/** So many characters at the beginning of a passage may be new without its being another. */
const FEW = 4;

const edit = (value: Edit): Placement => ({ kind: 'edit', edit: value });

/** A passage of the new tree, and whether the anchored text begins it. */
type Found = { readonly passage: Passage; readonly begins: boolean };

/**
 * Finds the places of recorded edits in a new source and tree. It remembers which new passage or article took the place of an old
 * one, so that later edits of the same replay find what earlier ones made.
 */
export class Placer {
  readonly source: Squashed;
  readonly anchors = anchorsOf;
  readonly #oldLength: number;
  readonly #passages = new Map<string, PassageId>();
  readonly #articles = new Map<string, ArticleId>();

  constructor(source: Squashed, oldLength: number) {
    this.source = source;
    this.#oldLength = oldLength;
  }

  /** How far down the old page an anchor stood, 0 to 1. */
  depth(anchor: Anchor): number {
    return this.#oldLength ? anchor.at / this.#oldLength : 0;
  }

  place(issue: Issue, { edit: wanted, anchors }: AnchoredEdit): Placement {
    switch (wanted.kind) {
      case 'mergeAbove':
        return this.#mergeAbove(issue, wanted, anchors);
      case 'splitBefore':
        return this.#splitBefore(issue, wanted, anchors);
      case 'join':
        return this.#join(issue, wanted, anchors);
      case 'break':
      case 'cutPassage':
        return this.#cut(issue, wanted, anchors);
      case 'replaceText':
        return this.#replaceText(issue, wanted, anchors);
      case 'fillGap':
        return this.#fillGap(issue, wanted, anchors);
      case 'setRole': {
        const found = this.#passage(issue, wanted.passage, anchors);
        return found?.begins ? edit({ ...wanted, passage: found.passage.id }) : GONE;
      }
      case 'movePassages':
      case 'setAside':
      case 'restore':
        return this.#moves(issue, wanted, anchors);
      case 'reorder': {
        const article = this.#article(issue, wanted.article, anchors);
        const after = wanted.after === null ? null : this.#article(issue, wanted.after, anchors);
        return article && after !== undefined ? edit({ ...wanted, article: article.id, after: after?.id ?? null }) : GONE;
      }
      case 'setTopics':
      case 'setNote':
      case 'setStatus':
      case 'setLink': {
        const article = this.#article(issue, wanted.article, anchors);
        if (article) return edit({ ...wanted, article: article.id });
        // That an article is being worked on is set by whatever is done to it first: gone with the article, it is no decision to look at again.
        return wanted.kind === 'setStatus' && wanted.status === 'in-work' ? DONE : GONE;
      }
    }
  }

  #offset(anchor: Anchor | undefined, evidence: Evidence): number | null {
    const index = anchor ? locate(anchor, this.source, this.depth(anchor), evidence) : null;
    return index === null ? null : unsquash(this.source, index);
  }

  /** Where a place between two characters is. One behind the last character before a blank stays behind that: what follows may be another passage. */
  #between(anchor: Anchor | undefined): number | null {
    const offset = this.#offset(anchor, INSIDE);
    return offset !== null && anchor && endsText(anchor) ? this.#behind(offset) : offset;
  }

  #holding(issue: Issue, offset: number, anchor?: Anchor): Found | undefined {
    const all = [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside];
    const passage = all.find(({ pieces }) => firstOffset(pieces) === offset) ?? all.find(({ pieces }) => fromSource(pieces, offset) !== null);
    return passage && { passage, begins: this.#begins(passage, offset, anchor) };
  }

  /** Whether a passage begins at an offset, or with a few characters before it that the old source did not have. */
  #begins(passage: Passage, offset: number, anchor: Anchor | undefined): boolean {
    const first = firstOffset(passage.pieces);
    if (first === null || !anchor) return first === offset;
    const [from, to] = [first, offset].map((each) => this.source.offsets.findIndex((at) => at >= each)) as [number, number];
    if (to - from > FEW || to < from) return false;
    return to === from || !squash(anchor.before).text.endsWith(this.source.text.slice(from, to));
  }

  #passage(issue: Issue, id: PassageId, anchors: Anchors): Found | undefined {
    const known = findPassage(issue, this.#passages.get(id) ?? id);
    if (known) return { passage: known.passage, begins: true };
    const offset = this.#offset(anchors.passages[id], BEGINNING);
    const found = offset === null ? undefined : this.#holding(issue, offset, anchors.passages[id]);
    if (found?.begins) this.#passages.set(id, found.passage.id);
    return found;
  }

  /** The article that holds the text an old article began with. What it was taken for before counts only where that text is not found: it may have been split off since. */
  #article(issue: Issue, id: ArticleId, anchors: Anchors): Article | undefined {
    const own = issue.articles[findArticle(issue, id)];
    if (own) return own;
    const offset = this.#offset(anchors.articles[id], BEGINNING);
    const passage = offset === null ? undefined : this.#holding(issue, offset)?.passage;
    const article = (passage && issue.articles[findPassage(issue, passage.id)?.article ?? -1]) ?? issue.articles[findArticle(issue, this.#articles.get(id) ?? id)];
    if (article) this.#articles.set(id, article.id);
    return article;
  }

  #mergeAbove(issue: Issue, wanted: EditOf<'mergeAbove'>, anchors: Anchors): Placement {
    const article = this.#article(issue, wanted.article, anchors);
    const offset = this.#offset(anchors.articles[wanted.article], BEGINNING);
    if (!article) return GONE;
    const begins = findArticle(issue, wanted.article) >= 0 || firstOffset(article.passages[0]!.pieces) === offset;
    return begins ? edit({ ...wanted, article: article.id }) : DONE;
  }

  #splitBefore(issue: Issue, wanted: EditOf<'splitBefore'>, anchors: Anchors): Placement {
    const found = this.#passage(issue, wanted.passage, anchors);
    if (!found?.begins) return GONE;
    const place = findPassage(issue, found.passage.id)!;
    if (place.article >= 0 && place.index === 0) {
      this.#articles.set(wanted.head.id, issue.articles[place.article]!.id);
      return DONE;
    }
    return edit({ ...wanted, passage: found.passage.id });
  }

  #join(issue: Issue, wanted: EditOf<'join'>, anchors: Anchors): Placement {
    const found = this.#passage(issue, wanted.passage, anchors);
    if (!found) return GONE;
    if (found.begins) return edit({ ...wanted, passage: found.passage.id });
    this.#passages.set(wanted.passage, found.passage.id);
    return DONE;
  }

  #cut(issue: Issue, wanted: EditOf<'break' | 'cutPassage'>, anchors: Anchors): Placement {
    const offset = this.#offset(anchors.from, INSIDE);
    const found = offset === null ? undefined : this.#holding(issue, offset);
    if (!found || offset === null) return GONE;
    if (found.begins) {
      this.#passages.set(wanted.lower.id, found.passage.id);
      return found.passage.role === wanted.lower.role ? DONE : edit({ kind: 'setRole', passage: found.passage.id, role: wanted.lower.role });
    }
    const at = fromSource(found.passage.pieces, offset);
    return at === null ? GONE : edit({ ...wanted, passage: found.passage.id, at });
  }

  /** The stretch of a passage between two anchors. A line end or a lost blank may have changed its length, a lost character not. */
  #stretch(issue: Issue, anchors: Anchors): { readonly found: Found; readonly from: number; readonly to: number; readonly offset: number; readonly end: number } | null {
    if (!anchors.from || !anchors.to) return null;
    const length = anchors.to.at - anchors.from.at;
    const offset = length > 0 ? this.#offset(anchors.from, INSIDE) : this.#between(anchors.from);
    const found = offset === null ? undefined : this.#holding(issue, offset);
    if (offset === null || !found) return null;
    if (length === 0) {
      const at = fromSource(found.passage.pieces, offset);
      const place = at === null ? null : behindAdded(found.passage.pieces, at);
      return place === null ? null : { found, from: place, to: place, offset, end: offset };
    }
    // `to` is anchored on what follows: the place right behind the last character of the stretch.
    const last = this.#offset(anchors.to, INSIDE);
    const end = last === null ? null : this.#behind(last);
    const from = fromSource(found.passage.pieces, offset);
    const to = end === null ? null : fromSource(found.passage.pieces, end);
    return from === null || to === null || end === null || to < from ? null : { found, from, to, offset, end };
  }

  /** Behind the last non-blank character before an offset. */
  #behind(offset: number): number {
    const index = this.source.offsets.findLastIndex((each) => each < offset);
    return index < 0 ? 0 : this.source.offsets[index]! + 1;
  }

  #replaceText(issue: Issue, wanted: EditOf<'replaceText'>, anchors: Anchors): Placement {
    // Text that was added cannot be found by a source: a passage that has none is known by its id or not at all.
    const stretch = this.#stretch(issue, anchors);
    if (!stretch) return 'text' in wanted.put && this.#reads(anchors, wanted.put.text) ? DONE : GONE;
    const { found, from, to, offset } = stretch;
    if ('text' in wanted.put) return edit({ ...wanted, passage: found.passage.id, from, to });
    const shift = offset - anchors.from!.at;
    const pieces = wanted.put.pieces.map((piece): Piece => ('range' in piece ? { ...piece, range: { from: piece.range.from + shift, to: piece.range.to + shift } } : piece));
    return edit({ ...wanted, passage: found.passage.id, from, to, put: { pieces } });
  }

  /** Whether the new source has a corrected text where the old one had what it corrects. */
  #reads(anchors: Anchors, text: string): boolean {
    if (!anchors.from || !anchors.to) return false;
    return this.#offset({ at: anchors.from.at, before: anchors.from.before, after: anchors.to.after }, { kind: 'both-sides', middle: text }) !== null;
  }

  #fillGap(issue: Issue, wanted: EditOf<'fillGap'>, anchors: Anchors): Placement {
    const offset = this.#between(anchors.from);
    if (offset === null) return this.#reads(anchors, wanted.text) ? DONE : GONE;
    const found = this.#holding(issue, offset);
    const at = found && fromSource(found.passage.pieces, offset);
    if (!found || at === null || at === undefined) return GONE;
    const gap = gapBefore(found.passage.pieces, at);
    if (gap !== null) return edit({ ...wanted, passage: found.passage.id, at: gap });
    return edit({ kind: 'replaceText', passage: found.passage.id, from: at, to: at, put: { text: wanted.text, why: wanted.why } });
  }

  #moves(issue: Issue, wanted: EditOf<'movePassages' | 'setAside' | 'restore'>, anchors: Anchors): Placement {
    const moves: Move[] = [];
    for (const move of wanted.moves) {
      const found = this.#passage(issue, move.passage, anchors);
      const to = this.#spot(issue, move.to, anchors, moves);
      if (!found?.begins || !to) return GONE;
      // A twin without an anchor was no passage of the old source either: the pointer is kept as it was.
      const twin = move.twin && anchors.passages[move.twin] ? this.#passage(issue, move.twin, anchors)?.passage.id : move.twin;
      moves.push({ passage: found.passage.id, to, ...(move.role ? { role: move.role } : {}), ...(twin === undefined ? {} : { twin }) });
    }
    return edit({ ...wanted, moves });
  }

  #spot(issue: Issue, to: Spot, anchors: Anchors, earlier: readonly Move[]): Spot | null {
    const after = to.after === null ? null : this.#passage(issue, to.after, anchors)?.passage.id;
    if (after === undefined) return null;
    if (to.article === null) return { article: null, after };
    if (to.open || earlier.some((move) => move.to.article === to.article && move.to.article !== null && 'open' in move.to)) {
      const above = to.open?.after ? (this.#article(issue, to.open.after, anchors)?.id ?? null) : null;
      return { article: to.article, after, ...(to.open ? { open: { head: to.open.head, after: above } } : {}) };
    }
    const article = this.#article(issue, to.article, anchors);
    return article ? { article: article.id, after } : null;
  }
}

const isBlank = (character: string): boolean => squash(character).text === '';

/** Whether an anchor stands right behind a character and before a blank, or the end of the page. */
const endsText = ({ before, after }: Anchor): boolean => !isBlank(before.slice(-1)) && isBlank(after.slice(0, 1));

/** The place behind what was added at a place: what is put in later comes behind what was put in earlier. */
function behindAdded(pieces: readonly Piece[], at: number): number {
  let [start, place] = [0, at];
  for (const piece of pieces) {
    if (start === place && piece.kind === 'added') place += piece.text.length;
    start += pieceLength(piece);
  }
  return place;
}

/** The marked-up place of a gap that ends right at `at`, or null. */
function gapBefore(pieces: readonly Piece[], at: number): number | null {
  let start = 0;
  for (const piece of pieces) {
    const length = pieceLength(piece);
    if (piece.kind === 'gap' && (start === at || start + length === at)) return start;
    start += length;
  }
  return null;
}
