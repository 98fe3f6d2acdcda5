import { loadSplitter } from '../split/load-splitter.ts';
import { loadCommonness } from './commonness.ts';
import type { PageTools } from './read-page.ts';

/** What pages are read with, loaded from the program's resources when the first page comes. */
export function loadPageTools(resourcesPath: string): () => PageTools {
  let tools: PageTools | null = null;
  return () => (tools ??= { commonness: loadCommonness(resourcesPath), split: loadSplitter(resourcesPath) });
}
