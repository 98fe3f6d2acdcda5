import type { StringKey } from '#strings/index.ts';
import type { ScreenName } from '../state/screen.ts';
import type { Possible } from './needing.ts';

/** Where a command belongs in the key sheet and the palette; each has its heading under `commands.group.`. */
export const COMMAND_GROUPS = ['app', 'project', 'library', 'desk', 'search', 'concordance', 'edit', 'topics', 'accepted', 'names', 'export', 'history', 'learning', 'view'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where keys are pressed: a screen, or the start screen, where no project is open. */
export type Context = ScreenName | 'start';

/**
 * Something the user can tell Stet to do. Menu, palette, toolbar, key sheet and shortcuts are projections of the one list of these.
 * `keys`: each entry is one way to give it by keyboard, in the notation of keys.ts (`J`, `Shift+K`, `Mod+Enter`, `R H`, `?`);
 * every command has at least one. The user may set others: what is in force is in keymap.ts.
 */
export type Command = {
  readonly id: string; // noun.verb
  readonly labelKey: StringKey;
  readonly group: CommandGroup;
  readonly keys: readonly string[];
  /** Where its keys count. Left out: on the screen its id begins with, everywhere if it begins with none (contexts.ts). */
  readonly contexts?: readonly Context[] | 'all';
  /** Whether it can be done now. Reads stores; changes nothing. What it lacks otherwise is its `needs` (needing.ts). */
  readonly when: Possible;
  readonly run: () => void | Promise<void>;
  /** It decides something about the archive: in a project that can only be looked at it is not done, and says why (give.ts). */
  readonly decides?: true;
  /** Its keys work in a text field too. Only keys with Mod or Alt, or that are no characters, ever do. */
  readonly inText?: true;
  /** Pressed before the page it is for is in sight, it waits for it: it goes somewhere or takes something back, and decides nothing that was not seen. */
  readonly ahead?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
  /** Means something only at the caret or in a list (next row, previous row): in the palette it comes after the others. */
  readonly keysOnly?: true;
};

/** Always possible. */
export const always = (): boolean => true;
