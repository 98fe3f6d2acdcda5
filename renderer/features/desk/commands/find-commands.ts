import type { Command } from '../../../commands/command.ts';
import { openFind, stepFind } from '../find/find-store.ts';
import { atPage } from './when.ts';

/** Looking for words on the page. */
export const findCommands: readonly Command[] = [
  { id: 'desk.find', labelKey: 'command.desk.find', group: 'desk', keys: ['Mod+F'], inText: true, ahead: true, when: atPage, run: openFind },
  { id: 'desk.findNext', labelKey: 'command.desk.find-next', group: 'desk', keys: ['F3', 'Mod+G'], inText: true, repeats: true, when: atPage, run: () => stepFind(1) },
  { id: 'desk.findPrevious', labelKey: 'command.desk.find-previous', group: 'desk', keys: ['Shift+F3', 'Mod+Shift+G'], inText: true, repeats: true, when: atPage, run: () => stepFind(-1) },
];
