import { createStore, useStore } from 'zustand';
import type { Command } from './command.ts';

/** The keys the user has set, by command id; a command that is not named has its own. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

type State = {
  readonly own: readonly Command[]; // every command with the keys it comes with
  readonly changes: KeyChanges;
  readonly commands: readonly Command[]; // … with the keys in force
  readonly keys: ReadonlyMap<string, readonly string[]>; // in force, by id
  readonly deciding: ReadonlySet<string>; // ids of those that decide something
};

/** Which keys give which command. */
export const keymapStore = createStore<State>(() => ({ own: [], changes: {}, commands: [], keys: new Map(), deciding: new Set() }));

export const useKeymap = <T>(select: (state: State) => T): T => useStore(keymapStore, select);

/** Commands with the changed keys in the place of their own. One whose keys are its own stays the same object. */
export function withChanges(own: readonly Command[], changes: KeyChanges): readonly Command[] {
  return own.map((command) => {
    const keys = changes[command.id];
    return keys ? { ...command, keys } : command;
  });
}

/** Sets the commands there are and the keys the user has changed. */
export function setKeymap(own: readonly Command[], changes: KeyChanges): void {
  const commands = withChanges(own, changes);
  keymapStore.setState({ own, changes, commands, keys: new Map(commands.map(({ id, keys }) => [id, keys])), deciding: new Set(commands.filter(({ decides }) => decides).map(({ id }) => id)) });
}

const NONE: readonly string[] = [];

/** The keys in force of a command. */
export const useKeysOf = (id: string): readonly string[] => useKeymap((state) => state.keys.get(id) ?? NONE);
