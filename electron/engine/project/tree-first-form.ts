import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Passage, Status, Tree } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import type { Role } from '#core/model/role.ts';
import { assertNever } from '#util/assert-never.ts';
import { readReason, readTopic } from './tree-form.ts';
import type { WrittenReason } from './tree-form.ts';

/** The form of trees that were written before project.db 0008: read for ever, not written any more. */
export type FirstTree = readonly [1, readonly FirstArticle[], readonly FirstPassage[]];
type FirstArticle = readonly [string, Status, readonly (readonly [string, string])[], string, readonly FirstPassage[]];
type FirstPassage = readonly [string, Role, readonly FirstPiece[], string?];
type FirstPiece =
  | readonly [0, number, number]
  | readonly [1, number, number, WrittenReason]
  | readonly [2, string, WrittenReason]
  | readonly [3, number | null, WrittenReason];

/** The tree of a parsed text. */
export function treeFromFirst([, articles, aside]: FirstTree): Tree {
  return {
    articles: articles.map(([id, status, topics, note, passages]) => ({ id: id as ArticleId, status, topics: topics.map(readTopic), note, passages: passages.map(readPassage) })),
    aside: aside.map(readPassage),
  };
}

function readPassage([id, role, pieces, twin]: FirstPassage): Passage {
  const passage = { id: id as PassageId, role, pieces: pieces.map(readPiece) };
  return twin === undefined ? passage : { ...passage, twin: twin as PassageId };
}

function readPiece(written: FirstPiece): Piece {
  switch (written[0]) {
    case 0:
      return { kind: 'kept', range: { from: written[1], to: written[2] } };
    case 1:
      return { kind: 'struck', range: { from: written[1], to: written[2] }, why: readReason(written[3]) };
    case 2:
      return { kind: 'added', text: written[1], why: readReason(written[2]) };
    case 3:
      return { kind: 'gap', extent: written[1], why: readReason(written[2]) };
    default:
      return assertNever(written);
  }
}
