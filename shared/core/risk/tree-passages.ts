import type { Passage, Tree } from '../model/issue.ts';

const known = new WeakMap<Tree, ReadonlyMap<string, Passage>>();

/** Every passage of a tree by id, in articles and aside. */
export function treePassages(tree: Tree): ReadonlyMap<string, Passage> {
  const found = known.get(tree);
  if (found) return found;
  const passages = [...tree.articles.flatMap((article) => article.passages), ...tree.aside];
  const made = new Map<string, Passage>(passages.map((passage) => [passage.id, passage]));
  known.set(tree, made);
  return made;
}
