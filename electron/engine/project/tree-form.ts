import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Article, LinkEnd, Passage, Status, TopicRef, Tree } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import type { Reason } from '#core/model/reason.ts';
import type { Role } from '#core/model/role.ts';
import { assertNever } from '#util/assert-never.ts';

/**
 * A tree as a short text, for it is written whole at every edit; the same tree always gives the same text. An id that says where its passage or article begins, as
 * those of machines do, is not written. Offsets count on from where the piece before in the article (or aside) ended.
 */
export type WrittenTree = readonly [2, string, readonly WrittenArticle[], readonly WrittenPassage[]]; // with the middle of all ids that are not written
type WrittenArticle = readonly [WrittenHead, ...(readonly WrittenPassage[])];
type WrittenEnd = 0 | readonly [string, number]; // link and issue
type WrittenHead = 0 | readonly [string | 0, Status, readonly (readonly [string, string])[], string, ...(readonly [WrittenEnd, WrittenEnd] | readonly [])]; // where it goes on and comes from, if it does; 0: new, with nothing said of it; an id that is not written
type WrittenPassage = readonly (string | number | Mark)[]; // its id unless it is not written; its role; of each kept piece two numbers, how far on and how long, and other pieces as marks
type Mark =
  | readonly [1, number, number, WrittenReason] // struck: how far on and how long
  | readonly [2, string, WrittenReason] // added
  | readonly [3, number | null, WrittenReason] // gap
  | readonly [4, string]; // twin
export type WrittenReason = readonly [string, ...(readonly (string | number)[])]; // id, then keys and values, keys sorted

const ROLES = ['kicker', 'headline', 'subtitle', 'byline', 'subhead', 'body', 'caption', 'credit', 'banner', 'furniture', 'duplicate'] as const satisfies readonly Role[]; // stored by their place
const CODES = Object.fromEntries(ROLES.map((role, code) => [role, code])) as Readonly<Record<Role, number>> satisfies Readonly<Record<(typeof ROLES)[number], number>>;

/** Takes a tree, gives its text; stored, with each article and what stands aside on a line of its own, which JSON allows and no text in it holds. */
export function treeText({ articles, aside }: Tree): { readonly text: string; readonly lines: string } {
  const stem = stemOf(articles[0]?.passages[0] ?? aside[0]);
  const [head, written, last] = [`[2,${JSON.stringify(stem)},[`, articles.map((article) => articleText(article, stem)), asideText(aside, stem)];
  return { text: `${head}${written.join()}],${last}]`, lines: `${head}\n${written.join(',\n')}${written.length > 0 ? '\n' : ''}],\n${last}\n]` };
}

/** An edit leaves all articles but one or two, and mostly what stands aside, as they are: the others are not written anew. */
const texts = new WeakMap<Article | Tree['aside'], { readonly stem: string; readonly text: string }>();

function textOnce(part: Article | Tree['aside'], stem: string, write: () => WrittenArticle | readonly WrittenPassage[]): string {
  const known = texts.get(part);
  if (known?.stem === stem) return known.text;
  const text = JSON.stringify(write());
  texts.set(part, { stem, text });
  return text;
}

const articleText = (article: Article, stem: string) => textOnce(article, stem, () => [headOf(article, stem), ...passagesOf(article.passages, stem)]);
const asideText = (aside: Tree['aside'], stem: string) => textOnce(aside, stem, () => passagesOf(aside, stem));

function headOf({ id, status, topics, note, next, previous, passages: [first] }: Article, stem: string): WrittenHead {
  const known = id === idAt('a', stem, first?.pieces);
  const isLinked = next !== undefined || previous !== undefined;
  if (known && status === 'new' && topics.length === 0 && note === '' && !isLinked) return 0;
  return [known ? 0 : id, status, topics.map(({ scheme, id: topic }) => [scheme, topic]), note, ...(isLinked ? ([writeEnd(next), writeEnd(previous)] as const) : ([] as const))];
}

const writeEnd = (end: LinkEnd | undefined): WrittenEnd => (end ? [end.link, end.issue] : 0);

function passagesOf(passages: readonly Passage[], stem: string): readonly WrittenPassage[] {
  let end = 0; // of the piece before
  const on = ({ from, to }: { readonly from: number; readonly to: number }): readonly [number, number] => {
    const numbers = [from - end, to - from] as const;
    end = to;
    return numbers;
  };
  return passages.map(({ id, role, pieces, twin }) => {
    const written: (string | number | Mark)[] = id === idAt('p', stem, pieces) ? [CODES[role]] : [id, CODES[role]];
    for (const piece of pieces) {
      switch (piece.kind) {
        case 'kept':
          written.push(...on(piece.range));
          break;
        case 'struck':
          written.push([1, ...on(piece.range), writeReason(piece.why)]);
          break;
        case 'added':
          written.push([2, piece.text, writeReason(piece.why)]);
          break;
        case 'gap':
          written.push([3, piece.extent, writeReason(piece.why)]);
          break;
        default:
          assertNever(piece);
      }
    }
    if (twin !== undefined) written.push([4, twin]);
    return written;
  });
}

/** The tree of a parsed text. Where that has lines, its parts are not written anew as long as they stay as they are. */
export function treeFrom([, stem, articles, aside]: WrittenTree, text: string): Tree {
  const tree = { articles: articles.map((article) => articleFrom(article, stem)), aside: passagesFrom(aside, stem) };
  const lines = text.split('\n');
  if (lines.length !== articles.length + 4) return tree; // of a program that wrote none
  tree.articles.forEach((article, at) => texts.set(article, { stem, text: at + 1 < articles.length ? lines[at + 1]!.slice(0, -1) : lines[at + 1]! }));
  texts.set(tree.aside, { stem, text: lines.at(-2)! });
  return tree;
}

function articleFrom([head, ...written]: WrittenArticle, stem: string): Article {
  const passages = passagesFrom(written, stem);
  const [id, status, topics, note, next, previous] = head === 0 ? ([0, 'new', [], ''] as const) : head;
  return { id: (id === 0 ? idAt('a', stem, passages[0]?.pieces) : id) as ArticleId, status, topics: topics.map(readTopic), note, ...(next && { next: readEnd(next) }), ...(previous && { previous: readEnd(previous) }), passages };
}

const readEnd = ([link, issue]: readonly [string, number]): LinkEnd => ({ link, issue });

function passagesFrom(all: readonly WrittenPassage[], stem: string): readonly Passage[] {
  let end = 0;
  const range = (on: number, length: number) => {
    const from = end + on;
    return { from, to: (end = from + length) };
  };
  return all.map((written): Passage => {
    const own = typeof written[0] === 'string' ? written[0] : null;
    const pieces: Piece[] = [];
    let twin: string | undefined;
    for (let at = own === null ? 1 : 2; at < written.length; at += 1) {
      const item = written[at]!;
      if (typeof item === 'number') pieces.push({ kind: 'kept', range: range(item, written[(at += 1)] as number) });
      else if (typeof item === 'string') throw new Error('a text where a piece should be'); // the checksum held: a bug
      else if (item[0] === 1) pieces.push({ kind: 'struck', range: range(item[1], item[2]), why: readReason(item[3]) });
      else if (item[0] === 2) pieces.push({ kind: 'added', text: item[1], why: readReason(item[2]) });
      else if (item[0] === 3) pieces.push({ kind: 'gap', extent: item[1], why: readReason(item[2]) });
      else [, twin] = item;
    }
    const id = (own ?? idAt('p', stem, pieces)) as PassageId;
    const role = ROLES[written[own === null ? 0 : 1] as number]!;
    return twin === undefined ? { id, role, pieces } : { id, role, pieces, twin: twin as PassageId };
  });
}

/** The middle of the ids that are not written: that of the first. */
const stemOf = (first: Passage | undefined): string => /^p-(.*)-\d+$/su.exec(first?.id ?? '')?.[1] ?? '';

/** The id of a machine's passage (`p`) or article (`a`) that begins with these pieces; '' where they do not begin in the source. */
function idAt(kind: 'p' | 'a', stem: string, pieces: readonly Piece[] | undefined): string {
  const first = pieces?.[0];
  return first?.kind === 'kept' || first?.kind === 'struck' ? `${kind}-${stem}-${first.range.from}` : '';
}

export const readTopic = ([scheme, id]: readonly [string, string]): TopicRef => ({ scheme, id });

function writeReason({ id, data }: Reason): WrittenReason {
  return data ? [id, ...Object.keys(data).toSorted().flatMap((key) => [key, data[key]!])] : [id];
}

export function readReason([id, ...rest]: WrittenReason): Reason {
  if (rest.length === 0) return { id };
  const data: Record<string, string | number> = {};
  for (let i = 0; i < rest.length; i += 2) data[String(rest[i])] = rest[i + 1]!;
  return { id, data };
}
