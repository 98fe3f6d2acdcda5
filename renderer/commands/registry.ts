import { invariant } from '#util/invariant.ts';
import type { Command } from './command.ts';
import { parseKeys } from './keys.ts';

export type Registry = {
  readonly all: readonly Command[];
  readonly find: (id: string) => Command;
};

/** One list out of the features' lists, in the order given; earlier commands win a key. Throws on an id used twice or keys that are none. */
export function createRegistry(...lists: readonly (readonly Command[])[]): Registry {
  const all = lists.flat();
  const byId = new Map<string, Command>();
  for (const command of all) {
    invariant(!byId.has(command.id), `command ${command.id} is registered twice`);
    command.keys.forEach(parseKeys);
    byId.set(command.id, command);
  }
  return {
    all,
    find: (id) => {
      const command = byId.get(id);
      invariant(command, `there is no command ${id}`);
      return command;
    },
  };
}
