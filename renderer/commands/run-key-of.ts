import { step } from './dispatch.ts';
import { give } from './give.ts';
import { isMac, pressOf } from './keyboard.ts';
import { keymapStore } from './keymap.ts';

/** Carries out the one of these commands that a key press gives, if it can be done now. Says whether there was one. For fields, where keys are the field's own. */
export function runKeyOf(ids: readonly string[], event: KeyboardEvent): boolean {
  const commands = keymapStore.getState().commands.filter(({ id }) => ids.includes(id));
  const meant = step(commands, [], pressOf(event), 'none', isMac(), event.repeat);
  if (meant.kind !== 'run') return false;
  give(meant.command);
  return true;
}
