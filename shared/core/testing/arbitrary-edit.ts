import { assertNever } from '#util/assert-never.ts';
import type { Edit, EditKind, Move, Spot } from '../edits/edit.ts';
import { EDIT_KINDS } from '../edits/edit.ts';
import { passagesAt } from '../edits/tree.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { ArticleHead, Issue, Passage } from '../model/issue.ts';
import { LINK_SIDES, STATUSES } from '../model/issue.ts';
import { pieceLength, piecesLength, slicePieces } from '../model/pieces.ts';
import { ARTICLE_ROLES, ASIDE_ROLES, ROLES } from '../model/role.ts';
import * as fc from 'fast-check';

/** Numbers from which an edit is chosen once the issue is known. */
export type Dice = readonly number[];
export const dice: fc.Arbitrary<Dice> = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 10, maxLength: 10 });

const TEXTS = ['', '低', '校样', '𠮷', 'ab', '，', '抵偿', '的', '是在'];

/** An edit of the given kind for this issue, aimed at things that are there; it may still be refused. Ids are made from `serial`. */
export function editFor(issue: Issue, kind: EditKind, roll: Dice, serial: number): Edit | null {
  const die = (n: number, sides: number) => roll[n % roll.length]! % Math.max(1, sides);
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[die(n, list.length)];
  const all = [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside];
  const passage = pick(all, 0);
  const article = pick(issue.articles, 1);
  const opening: ArticleHead = { id: articleId(`new-a${serial}`), status: pick(STATUSES, 2)!, topics: [], note: pick(TEXTS, 3)!, ...(die(5, 3) === 0 && { next: { link: 'l9', issue: 9 } }) };
  const position = (of: Passage, n: number) => die(n, piecesLength(of.pieces) + 1);

  const spot = (n: number): Spot => {
    const to = pick([...issue.articles, null], n) ?? null;
    const after = pick([null, ...passagesAt(issue, to ? issue.articles.indexOf(to) : -1)], n + 1)?.id ?? null;
    if (!to) return { article: null, after };
    if (die(n + 2, 3) > 0) return { article: to.id, after };
    return { article: opening.id, after: null, open: { head: opening, after: pick([null, ...issue.articles], n + 3)?.id ?? null } };
  };
  const move = (moved: Passage, to: Spot, n: number): Move => {
    const role = pick(to.article === null ? ASIDE_ROLES : ARTICLE_ROLES, n)!;
    const twin = pick([undefined, null, passageId('p1')], n + 1);
    return { passage: moved.id, to, role, ...(twin === undefined ? {} : { twin }) };
  };

  switch (kind) {
    case 'mergeAbove':
      return article ? { kind, article: article.id } : null;
    case 'splitBefore':
      return passage ? { kind, passage: passage.id, head: opening } : null;
    case 'movePassages': {
      const second = pick(all, 4);
      if (!passage || !second) return null;
      const first = move(passage, spot(5), 6);
      return { kind, moves: second.id === passage.id ? [first] : [first, { ...move(second, { article: issue.articles[0]?.id ?? null, after: null }, 7) }] };
    }
    case 'reorder':
      return article ? { kind, article: article.id, after: pick([null, ...issue.articles], 2)?.id ?? null } : null;
    case 'setRole':
      return passage ? { kind, passage: passage.id, role: pick(ROLES, 2)! } : null;
    case 'join':
      return passage ? { kind, passage: passage.id } : null;
    case 'break':
    case 'cutPassage':
      return passage ? { kind, passage: passage.id, at: position(passage, 2), lower: { id: passageId(`new-p${serial}`), role: passage.role } } : null;
    case 'replaceText': {
      if (!passage) return null;
      const [a, b] = [position(passage, 2), position(passage, 3)];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      if (die(4, 4) === 0) {
        const turned = slicePieces(passage.pieces, from, to).map((piece) => (piece.kind === 'kept' ? { kind: 'struck' as const, range: piece.range, why: { id: 'rule' } } : piece));
        return { kind, passage: passage.id, from, to, put: { pieces: turned } };
      }
      return { kind, passage: passage.id, from, to, put: { text: pick(TEXTS, 5)!, why: { id: 'person' } } };
    }
    case 'fillGap': {
      for (const each of all) {
        let at = 0;
        for (const piece of each.pieces) {
          if (piece.kind === 'gap') return { kind, passage: each.id, at, text: pick(TEXTS, 2)!, why: { id: 'person' } };
          at += pieceLength(piece);
        }
      }
      return passage ? { kind, passage: passage.id, at: position(passage, 2), text: '字', why: { id: 'person' } } : null;
    }
    case 'setAside': {
      const inside = pick(issue.articles.flatMap(({ passages }) => passages), 2);
      return inside ? { kind, moves: [move(inside, { article: null, after: pick([null, ...issue.aside], 3)?.id ?? null }, 4)] } : null;
    }
    case 'restore': {
      const aside = pick(issue.aside, 2);
      return aside ? { kind, moves: [move(aside, spot(3), 5)] } : null;
    }
    case 'setTopics':
      return article ? { kind, article: article.id, topics: [{ scheme: 'own', id: `t${die(2, 9)}` }] } : null;
    case 'setNote':
      return article ? { kind, article: article.id, note: pick(TEXTS, 2)! } : null;
    case 'setStatus':
      return article ? { kind, article: article.id, status: pick(STATUSES, 2)! } : null;
    case 'setLink':
      return article ? { kind, article: article.id, side: pick(LINK_SIDES, 2)!, to: pick([null, { link: `l${die(3, 4)}`, issue: die(4, 3) }], 5)! } : null;
    default:
      return assertNever(kind);
  }
}

/** The kind a roll stands for. */
export function kindOf(roll: Dice): EditKind {
  return EDIT_KINDS[roll[9]! % EDIT_KINDS.length]!;
}
