import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Article, Passage, Status, TopicRef, Tree } from '#core/model/issue.ts';
import type { Range } from '#core/model/piece.ts';
import type { Role } from '#core/model/role.ts';

/** A passage without its text: what it is, and which stretches of the source it takes in (kept or struck), neighbours as one. */
export type PassageShape = { readonly id: PassageId; readonly role: Role; readonly twin: PassageId | null; readonly spans: readonly Range[] };

/** An article without its text and note. */
export type ArticleShape = { readonly id: ArticleId; readonly status: Status; readonly topics: readonly TopicRef[]; readonly passages: readonly PassageShape[] };

/** A page without its text: what typing does not change. Parts that say the same are the same objects from one tree to the next. */
export type Structure = { readonly order: readonly ArticleId[]; readonly articles: readonly ArticleShape[]; readonly aside: readonly PassageShape[] };

export const NO_STRUCTURE: Structure = { order: [], articles: [], aside: [] };

/** The structure of a tree, with the parts of the one before in the place of equal ones. */
export function shapeTree(tree: Tree, before: Structure): Structure {
  const known = new Map([...before.articles.flatMap(({ passages }) => passages), ...before.aside].map((shape) => [shape.id, shape]));
  const articlesBefore = new Map(before.articles.map((shape) => [shape.id, shape]));
  const shapes = (passages: readonly Passage[]) => passages.map((passage) => shapePassage(passage, known.get(passage.id)));
  const articles = shared(tree.articles.map((article) => shapeArticle(article, shapes(article.passages), articlesBefore.get(article.id))), before.articles);
  const order = shared(articles.map(({ id }) => id), before.order);
  const aside = shared(shapes(tree.aside), before.aside);
  return articles === before.articles && aside === before.aside ? before : { order, articles, aside };
}

/** The list before, if it holds the same things in the same order. */
function shared<T>(next: readonly T[], before: readonly T[]): readonly T[] {
  return next.length === before.length && next.every((one, i) => one === before[i]) ? before : next;
}

const shapeOfPassage = new WeakMap<Passage, PassageShape>();

function shapePassage(passage: Passage, before: PassageShape | undefined): PassageShape {
  const known = shapeOfPassage.get(passage);
  if (known && known === before) return known;
  const next = known ?? { id: passage.id, role: passage.role, twin: passage.twin ?? null, spans: spansOf(passage) };
  const shape = before && samePassage(before, next) ? before : next;
  shapeOfPassage.set(passage, shape);
  return shape;
}

function samePassage(a: PassageShape, b: PassageShape): boolean {
  return a.role === b.role && a.twin === b.twin && a.spans.length === b.spans.length && a.spans.every(({ from, to }, i) => from === b.spans[i]!.from && to === b.spans[i]!.to);
}

function spansOf({ pieces }: Passage): readonly Range[] {
  const spans: Range[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'kept' && piece.kind !== 'struck') continue;
    const last = spans.at(-1);
    if (last?.to === piece.range.from) spans[spans.length - 1] = { from: last.from, to: piece.range.to };
    else spans.push(piece.range);
  }
  return spans;
}

function shapeArticle({ id, status, topics }: Article, passages: readonly PassageShape[], before: ArticleShape | undefined): ArticleShape {
  if (!before) return { id, status, topics, passages };
  const list = shared(passages, before.passages);
  const same = status === before.status && list === before.passages && sameTopics(topics, before.topics);
  return same ? before : { id, status, topics, passages: list };
}

const sameTopics = (a: readonly TopicRef[], b: readonly TopicRef[]): boolean =>
  a === b || (a.length === b.length && a.every(({ scheme, id }, i) => scheme === b[i]!.scheme && id === b[i]!.id));

let last: { readonly tree: Tree; readonly structure: Structure } | null = null;

/** The structure of the page on the desk. While only text changes, it stays the same object. */
export function structureOf(tree: Tree): Structure {
  if (last?.tree !== tree) last = { tree, structure: shapeTree(tree, last?.structure ?? NO_STRUCTURE) };
  return last.structure;
}
