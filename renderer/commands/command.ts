import type { StringKey } from '#strings/index.ts';

/** Where a command belongs in the key sheet and the palette; each has its heading under `commands.group.`. */
export const COMMAND_GROUPS = ['app', 'project', 'library', 'desk', 'edit', 'topics', 'export', 'learning', 'view'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Something the user can tell Stet to do. Menu, palette, toolbar, key sheet and shortcuts are projections of the one list of these.
 * `keys`: each entry is one way to give it by keyboard, in the notation of keys.ts (`J`, `Shift+K`, `Mod+Enter`, `R H`, `?`).
 */
export type Command = {
  readonly id: string; // noun.verb
  readonly labelKey: StringKey;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  /** Whether it can be done now. Reads stores; changes nothing. */
  readonly when: () => boolean;
  readonly run: () => void | Promise<void>;
  /** Its keys work in a text field too. Only keys with Mod or Alt, or that are no characters, ever do. */
  readonly inText?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
  /** Not offered in the palette: it means something only at the caret or in a list (next row, previous row). */
  readonly keysOnly?: true;
};

/** Always possible. */
export const always = (): boolean => true;
