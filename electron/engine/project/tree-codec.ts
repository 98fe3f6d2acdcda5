import { createHash } from 'node:crypto';
import { deflate, unpack } from '../db/pack.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Passage, Status, TopicRef, Tree } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import type { Reason } from '#core/model/reason.ts';
import type { Role } from '#core/model/role.ts';
import { assertNever } from '#util/assert-never.ts';

/** Trees as short lists instead of objects: smaller, and the same tree always gives the same bytes. */
type WrittenReason = readonly [string, ...(readonly (string | number)[])]; // id, then keys and values, keys sorted
type WrittenPiece =
  | readonly [0, number, number]
  | readonly [1, number, number, WrittenReason]
  | readonly [2, string, WrittenReason]
  | readonly [3, number | null, WrittenReason];
type WrittenPassage = readonly [string, Role, readonly WrittenPiece[], string?];
type WrittenArticle = readonly [string, Status, readonly (readonly [string, string])[], string, readonly WrittenPassage[]];
type WrittenTree = readonly [1, readonly WrittenArticle[], readonly WrittenPassage[]];

function writeReason({ id, data }: Reason): WrittenReason {
  return data ? [id, ...Object.keys(data).toSorted().flatMap((key) => [key, data[key]!])] : [id];
}

function readReason([id, ...rest]: WrittenReason): Reason {
  if (rest.length === 0) return { id };
  const data: Record<string, string | number> = {};
  for (let i = 0; i < rest.length; i += 2) data[String(rest[i])] = rest[i + 1]!;
  return { id, data };
}

function writePiece(piece: Piece): WrittenPiece {
  switch (piece.kind) {
    case 'kept':
      return [0, piece.range.from, piece.range.to];
    case 'struck':
      return [1, piece.range.from, piece.range.to, writeReason(piece.why)];
    case 'added':
      return [2, piece.text, writeReason(piece.why)];
    case 'gap':
      return [3, piece.extent, writeReason(piece.why)];
    default:
      return assertNever(piece);
  }
}

function readPiece(written: WrittenPiece): Piece {
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

function writePassage({ id, role, pieces, twin }: Passage): WrittenPassage {
  const written = pieces.map(writePiece);
  return twin === undefined ? [id, role, written] : [id, role, written, twin];
}

function readPassage([id, role, pieces, twin]: WrittenPassage): Passage {
  const passage = { id: id as PassageId, role, pieces: pieces.map(readPiece) };
  return twin === undefined ? passage : { ...passage, twin: twin as PassageId };
}

const readTopic = ([scheme, id]: readonly [string, string]): TopicRef => ({ scheme, id });

function asJson(tree: Tree): Buffer {
  const written: WrittenTree = [
    1,
    tree.articles.map(({ id, status, topics, note, passages }) => [id, status, topics.map(({ scheme, id: topic }) => [scheme, topic]), note, passages.map(writePassage)]),
    tree.aside.map(writePassage),
  ];
  return Buffer.from(JSON.stringify(written), 'utf8');
}

const printOf = (json: Buffer) => createHash('sha256').update(json).digest('hex').slice(0, 32);

type Known = { readonly bytes: Uint8Array; readonly tree: Tree; print: string | null };

/**
 * The trees last read or written, latest first: the page someone is at work on is read again for every edit and for the index. Known by the stored bytes
 * themselves, so that what a transaction took back, or what changed on the disk, is never taken for them.
 */
const known: Known[] = [];
const KNOWN = 4;

function keep(one: Known): Known {
  const at = known.indexOf(one);
  if (at >= 0) known.splice(at, 1);
  known.unshift(one);
  known.length = Math.min(known.length, KNOWN);
  return one;
}

/** A tree as it is stored, and its fingerprint. */
export function writeTree({ articles, aside }: Tree): { readonly bytes: Uint8Array; readonly print: string } {
  const tree = { articles, aside };
  const json = asJson(tree);
  const [bytes, print] = [deflate(json), printOf(json)];
  keep({ bytes, tree, print });
  return { bytes, print };
}

/** A fingerprint that two trees share only if they say the same. */
export function treePrint(tree: Tree): string {
  const one = known.find((each) => each.tree.articles === tree.articles && each.tree.aside === tree.aside);
  if (!one) return printOf(asJson(tree));
  return (one.print ??= printOf(asJson(tree)));
}

/** The tree that `writeTree` was given. Throws DamagedError if the bytes changed since. */
export function readTree(bytes: Uint8Array): Tree {
  const one = known.find((each) => each.bytes.length === bytes.length && Buffer.compare(each.bytes, bytes) === 0);
  return keep(one ?? { bytes, tree: parsed(bytes), print: null }).tree;
}

function parsed(bytes: Uint8Array): Tree {
  const [, articles, aside] = unpack<WrittenTree>(bytes);
  return {
    articles: articles.map(([id, status, topics, note, passages]) => ({
      id: id as ArticleId, status, topics: topics.map(readTopic), note, passages: passages.map(readPassage),
    })),
    aside: aside.map(readPassage),
  };
}
