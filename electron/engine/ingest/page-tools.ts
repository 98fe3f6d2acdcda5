import { loadCommonness } from './commonness.ts';
import type { PageTools } from './read-page.ts';

/**
 * What pages are read with, loaded when the first page comes: a thread that only looks at the folder is not kept waiting for the splitter and
 * its dictionary.
 */
export function loadPageTools(resourcesPath: string): () => Promise<PageTools> {
  const load = async (): Promise<PageTools> => {
    const [{ loadSplitter }, { meetsIn }] = await Promise.all([import('../split/load-splitter.ts'), import('../strands/meets.ts')]);
    return { commonness: loadCommonness(resourcesPath), split: loadSplitter(resourcesPath), meets: meetsIn(resourcesPath) };
  };
  let tools: Promise<PageTools> | null = null;
  return () => (tools ??= load());
}
