import type { ListedName } from './listed.ts';

/** What of the register is asked for: names in which a text stands, or whose group has one; `twofold`: only those that may be spelt in two ways and of which not all are accepted as they are. */
export type NameFilter = { readonly text: string; readonly twofold: boolean; readonly accepted: ReadonlySet<string> };

/** Those names, in their order. */
export function namesFor(names: readonly ListedName[], { text, twofold, accepted }: NameFilter): readonly ListedName[] {
  const wanted = text.trim();
  const open = new Set(names.flatMap(({ name, near, group }) => (near.length > 0 && !accepted.has(name) ? [group] : [])));
  const meant = new Set(names.flatMap(({ name, group }) => (name.includes(wanted) ? [group] : [])));
  return names.filter(({ near, group }) => (!twofold || (near.length > 0 && open.has(group))) && (wanted === '' || meant.has(group)));
}
