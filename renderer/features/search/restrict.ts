import type { Filter } from '#contract/schemas/library.ts';
import { askFor, searchStore } from './search-store.ts';

/** Sets parts of what articles are looked through; undefined: no longer. */
export function restrict(parts: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void {
  const all = { ...searchStore.getState().question.filter, ...parts };
  askFor({ filter: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Filter });
}

export const unrestrict = (): void => askFor({ roles: [], filter: {} });
