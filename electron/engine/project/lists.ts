import { folded } from '#contract/schemas/queue.ts';
import { sameJson } from '#util/same-json.ts';
import type { SettingValues } from './deed.ts';

/** Settings that are lists of things with ids: what is done to one of them is done to that thing, whatever becomes of the others. */
export const LISTS = ['presets', 'queues', 'rules', 'searches'] as const;

/** Of some settings, those that are lists. */
export const listsOf = (values: SettingValues): SettingValues => Object.fromEntries(LISTS.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));

type Item = { readonly id: string; readonly name?: string };
type Items = readonly Item[];

const byId = (items: Items): ReadonlyMap<string, Item> => new Map(items.map((item) => [item.id, item]));

/** The things that are others after than before, by their ids. */
function changedOf(before: Items, after: Items): ReadonlySet<string> {
  const [was, is] = [byId(before), byId(after)];
  return new Set([...was.keys(), ...is.keys()].filter((id) => !sameJson(was.get(id) ?? null, is.get(id) ?? null)));
}

/** What was done to a list, done to the list as it is now: a thing that nothing was done to stays as it is, one that comes back stands behind the same as before. */
function onTopOf(now: Items, before: Items, after: Items): Items {
  const changed = changedOf(before, after);
  const wanted = byId(after);
  const list = now.flatMap((item) => (changed.has(item.id) ? (wanted.get(item.id) ?? []) : item));
  for (const [at, item] of after.entries()) {
    if (!changed.has(item.id) || list.some(({ id }) => id === item.id)) continue;
    const ahead = after.slice(0, at).findLast(({ id }) => list.some((each) => each.id === id));
    list.splice(ahead === undefined ? 0 : list.findIndex(({ id }) => id === ahead.id) + 1, 0, item);
  }
  return list;
}

type Change = { readonly before: SettingValues; readonly after: SettingValues };

/** Values that were set, in which a list that was changed is what that change makes of the list as it is now. `now`: the lists that are stored. */
export function listsOnTopOf(now: SettingValues, { before, after }: Change): Change {
  const lists = LISTS.filter((key) => after[key] !== undefined && before[key] !== undefined);
  const made = lists.map((key) => [key, onTopOf(now[key] ?? [], before[key] ?? [], after[key] ?? [])] as const);
  return {
    before: { ...before, ...Object.fromEntries(lists.map((key) => [key, now[key] ?? null])) },
    after: { ...after, ...Object.fromEntries(made.map(([key, list]) => [key, list.length === 0 ? null : list])) },
  };
}

/** The names of the values that setting settings sets: of a list, those of the things that were changed, and the names they bear, which no two of them may. */
export function settingKeys({ before, after }: Change): readonly string[] {
  return Object.keys(after).flatMap((setting) => {
    const list = LISTS.find((key) => key === setting);
    if (list === undefined) return [`settings ${setting}`];
    const [was, is] = [before[list] ?? [], after[list] ?? []] as readonly [Items, Items];
    const changed = changedOf(was, is);
    const names = [...was, ...is].flatMap(({ id, name }) => (changed.has(id) && name !== undefined ? [`${list} called ${folded(name)}`] : []));
    return [...Array.from(changed, (id) => `${list} ${id}`), ...new Set(names)];
  });
}
