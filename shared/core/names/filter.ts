import type { NameKind } from './bodies.ts';
import type { ListedName } from './listed.ts';
import type { Settled } from './settled.ts';

/** Which names are asked for: all, those that may be spelt in two ways and of which not all is settled, or those of which something is settled. */
export const NAME_SHOWS = ['twofold', 'all', 'settled'] as const;
export type NameShow = (typeof NAME_SHOWS)[number];

/** What of the register is asked for: names in which a text stands, or whose group has one; of one kind (null: of all); `settled`: what was said of two names. */
export type NameFilter = { readonly text: string; readonly kind: NameKind | null; readonly show: NameShow; readonly settled: (one: string, other: string) => Settled | null };

/** Those names, in their order. */
export function namesFor(names: readonly ListedName[], { text, kind, show, settled }: NameFilter): readonly ListedName[] {
  const wanted = text.trim();
  const groups = (is: (name: ListedName) => boolean) => new Set(names.flatMap((name) => (is(name) ? [name.group] : [])));
  const meant = groups(({ name }) => name.includes(wanted));
  const shown = show === 'all' ? null : groups(({ name, near }) => near.some((other) => (settled(name, other.name) === null) === (show === 'twofold')));
  return names.filter((name) => (kind === null || name.kind === kind) && (wanted === '' || meant.has(name.group)) && (shown === null || (name.near.length > 0 && shown.has(name.group))));
}
