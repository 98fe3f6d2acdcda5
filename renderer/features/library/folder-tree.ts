import type { Facets } from '#contract/schemas/library.ts';
import type { TopicNode } from '#core/topics/tree.ts';

/** A folder as a place in a tree: its path, the one above it, and how many articles are in it and below. */
export type FolderNode = TopicNode & { readonly articles: number };

const above = (folder: string): string | null => (folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : null);

/** The folders with all those above them, by path; each with what is in it and below it. The watched folder itself is left out. */
export function withParents(folders: Facets['folders']): readonly FolderNode[] {
  const counts = new Map<string, number>();
  for (const { folder, articles } of folders) {
    for (let at: string | null = folder || null; at !== null; at = above(at)) counts.set(at, (counts.get(at) ?? 0) + articles);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, articles]) => ({ scheme: 'folder', id, broader: above(id), articles }));
}

/** Those whose path holds what was typed, letters of either case: with it in their own name first. */
export function foldersWithin(nodes: readonly FolderNode[], typed: string): readonly FolderNode[] {
  const wanted = typed.toLowerCase();
  const own = ({ id }: FolderNode) => id.slice(id.lastIndexOf('/') + 1).toLowerCase().includes(wanted);
  return nodes.filter(({ id }) => id.toLowerCase().includes(wanted)).toSorted((a, b) => Number(own(b)) - Number(own(a)));
}
