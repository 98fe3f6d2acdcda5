import type { Filter } from '#contract/schemas/library.ts';
import type { Status } from '#core/model/issue.ts';
import type { ArticleRole } from '#core/model/role.ts';
import { askFor, searchStore } from './search-store.ts';

/** Sets parts of what articles are looked through; undefined: no longer. */
export function restrict(parts: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void {
  const all = { ...searchStore.getState().question.filter, ...parts };
  askFor({ filter: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Filter });
}

export const unrestrict = (): void => askFor({ roles: [], filter: {} });

const toggled = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one]);

/** Looks in passages of a role too, or no longer; in all of them where none is chosen. */
export const toggleRole = (role: ArticleRole): void => askFor({ roles: toggled(searchStore.getState().question.roles, role) });

/** The same for articles of a status. */
export function toggleStatus(status: Status): void {
  const next = toggled(searchStore.getState().question.filter.status ?? [], status);
  restrict({ status: next.length > 0 ? next : undefined });
}

/** Looks through articles without a topic alone, or no longer. */
export const toggleUntagged = (): void => restrict({ topics: undefined, untagged: searchStore.getState().question.filter.untagged ? undefined : true });
