import type { Command } from '../../../commands/command.ts';
import { choose } from '../../../state/desk-view.ts';
import { atPage, atPassage } from '../commands/when.ts';
import { beginJump } from './jump-store.ts';

/** Pointing at what one sees, to go there or to put something there; going to what has a number. */
export const jumpCommands: readonly Command[] = [
  { id: 'desk.jump', labelKey: 'command.desk.jump', group: 'desk', keys: [';'], when: atPage, run: () => beginJump('go') },
  { id: 'desk.joinWith', labelKey: 'command.desk.join-with', group: 'desk', keys: ['{'], decides: true, when: atPassage, run: () => beginJump('goes-on') },
  { id: 'desk.putBelow', labelKey: 'command.desk.put-below', group: 'desk', keys: ['}'], decides: true, when: atPassage, run: () => beginJump('below') },
  { id: 'desk.goToBlock', labelKey: 'command.desk.go-to-block', group: 'desk', keys: [':'], when: atPassage, run: () => choose('block') },
];
