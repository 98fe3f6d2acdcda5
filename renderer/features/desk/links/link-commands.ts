import type { Command } from '../../../commands/command.ts';
import { atPassage } from '../commands/when.ts';
import { askForEnd, follow, unlinkHere } from './link-acts.ts';

/** Articles that go on on another page: saying so, going there and back, saying so no longer. */
export const linkCommands: readonly Command[] = [
  { id: 'desk.goesOnIn', labelKey: 'command.desk.goes-on-in', group: 'desk', keys: ['Shift+G'], decides: true, when: atPassage, run: () => askForEnd('next') },
  { id: 'desk.comesFrom', labelKey: 'command.desk.comes-from', group: 'desk', keys: ['Shift+C'], decides: true, when: atPassage, run: () => askForEnd('previous') },
  { id: 'desk.followOn', labelKey: 'command.desk.follow-on', group: 'desk', keys: ['>'], when: atPassage, run: () => follow('next') },
  { id: 'desk.followBack', labelKey: 'command.desk.follow-back', group: 'desk', keys: ['<'], when: atPassage, run: () => follow('previous') },
  { id: 'desk.unlink', labelKey: 'command.desk.unlink', group: 'desk', keys: ['Alt+Shift+G'], decides: true, when: atPassage, run: unlinkHere },
];
