import { exportKeys, importKeys, setKeys } from '../../state/keys.ts';
import { say } from '../../state/toasts.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { always } from '../command.ts';
import type { Command } from '../command.ts';
import { keymapStore } from '../keymap.ts';
import { needing } from '../needing.ts';
import { showOverlay } from '../overlay.ts';
import { usable } from '../rekey.ts';

async function read(): Promise<void> {
  const keys = await importKeys();
  if (keys === null) return;
  const { changes, leftOut } = usable(keymapStore.getState().own, keys);
  await setKeys(changes);
  say('toast.keys-read', { count: Object.keys(changes).length, left: leftOut });
}

function print(): void {
  showOverlay('keys'); // what is printed is the sheet
  afterPaint(() => window.print());
}

const hasChanged = needing('needs.keys-changed', () => Object.keys(keymapStore.getState().changes).length > 0);

const one = (id: string, labelKey: Command['labelKey'], key: string, when: Command['when'], run: Command['run']): Command => ({ id: `app.keys.${id}`, labelKey, group: 'app', keys: [key], inText: true, when, run });

/** What is done with all keys at once; from the sheet, and from everywhere. */
export const keysCommands: readonly Command[] = [
  one('allBack', 'command.app.keys.all-back', 'Alt+Backspace', hasChanged, () => setKeys({})),
  one('export', 'command.app.keys.export', 'Alt+E', hasChanged, exportKeys),
  one('import', 'command.app.keys.import', 'Alt+I', always, read),
  one('print', 'command.app.keys.print', 'Alt+P', always, print),
];
