import type { Command } from '../../../commands/command.ts';
import { choose } from '../../../state/desk-view.ts';
import { atPage, atPassage } from '../commands/when.ts';
import { beginJump } from './jump-store.ts';

/** Going to what one sees, or to what has a number. */
export const jumpCommands: readonly Command[] = [
  { id: 'desk.jump', labelKey: 'command.desk.jump', group: 'desk', keys: [';'], when: atPage, run: beginJump },
  { id: 'desk.goToBlock', labelKey: 'command.desk.go-to-block', group: 'desk', keys: [':'], when: atPassage, run: () => choose('block') },
];
