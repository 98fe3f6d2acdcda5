import type { Command } from './command.ts';
import { allClashes, clashesOf, isReserved } from './clashes.ts';
import type { Clash } from './clashes.ts';
import { withChanges } from './keymap.ts';
import type { KeyChanges } from './keymap.ts';
import { parseKeys } from './keys.ts';

/**
 * What it would mean to give a command a key. `changes` is what would be set; where others have the key it is what is set if they give it up:
 * one that has no other key takes the one this command gives up. Null: that way is closed, because the other would be left without a key.
 */
export type Rekeying =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'free'; readonly changes: KeyChanges }
  | { readonly kind: 'taken'; readonly by: readonly Clash[]; readonly changes: KeyChanges | null };

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** Changes without those that change nothing. */
function normal(own: readonly Command[], changes: KeyChanges): KeyChanges {
  const byId = new Map(own.map((command) => [command.id, command.keys]));
  return Object.fromEntries(Object.entries(changes).filter(([id, keys]) => !same(keys, byId.get(id) ?? [])));
}

/** Gives a command a key `instead` of the one it is shown with, or `beside` those it has. */
export function rekey(own: readonly Command[], changes: KeyChanges, id: string, keys: string, how: 'instead' | 'beside'): Rekeying {
  if (isReserved(keys)) return { kind: 'reserved' };
  const now = withChanges(own, changes);
  const command = now.find((one) => one.id === id);
  if (!command) throw new Error(`there is no command ${id}`);
  const [given, ...rest] = command.keys;
  const mine = how === 'instead' ? [keys, ...rest.filter((one) => one !== keys)] : [...command.keys.filter((one) => one !== keys), keys];
  const wanted: KeyChanges = { ...changes, [id]: mine };
  const by = clashesOf(command, keys, now);
  if (by.length === 0) return { kind: 'free', changes: normal(own, wanted) };

  const freed = how === 'instead' && given !== undefined ? [given] : [];
  const others = [...new Set(by.map(({ other }) => other))].map((other): readonly [string, readonly string[]] => {
    const lost = new Set(by.flatMap((clash) => (clash.other === other ? [clash.otherKeys] : [])));
    const left = now.find((one) => one.id === other)?.keys.filter((one) => !lost.has(one)) ?? [];
    return [other, left.length > 0 ? left : freed];
  });
  const taken: KeyChanges = { ...wanted, ...Object.fromEntries(others) };
  return { kind: 'taken', by, changes: isSound(own, taken) ? normal(own, taken) : null };
}

/** Gives a command its own keys back; those that others have taken meanwhile stay with them. Null: none of its own is free. */
export function restoreOne(own: readonly Command[], changes: KeyChanges, id: string): KeyChanges | null {
  const command = own.find((one) => one.id === id);
  const now = withChanges(own, changes);
  const free = command?.keys.filter((keys) => clashesOf(command, keys, now).length === 0) ?? [];
  return free.length === 0 ? null : normal(own, { ...changes, [id]: free });
}

/** Whether with these changes every command has a key and none clashes. */
export function isSound(own: readonly Command[], changes: KeyChanges): boolean {
  const now = withChanges(own, changes);
  return now.every(({ keys }) => keys.length > 0) && allClashes(now).length === 0;
}

/** The part of what a file or the settings hold that can be in force: commands there are, keys that are keys and clash with none before them. */
export function usable(own: readonly Command[], changes: KeyChanges): { readonly changes: KeyChanges; readonly leftOut: number } {
  const ids = new Set(own.map(({ id }) => id));
  const asked = Object.entries(changes);
  const known = asked.filter(([id, keys]) => ids.has(id) && keys.length > 0 && keys.every((one) => isNotation(one) && !isReserved(one)));
  const all = Object.fromEntries(known);
  if (isSound(own, all)) return { changes: normal(own, all), leftOut: asked.length - known.length };
  // They do not go together: one after the other, as far as they do.
  let kept: KeyChanges = {};
  for (const [id, keys] of known) {
    const more = { ...kept, [id]: keys };
    if (isSound(own, more)) kept = more;
  }
  return { changes: normal(own, kept), leftOut: asked.length - Object.keys(kept).length };
}

function isNotation(keys: string): boolean {
  try {
    return parseKeys(keys).length <= 3;
  } catch {
    return false;
  }
}
