import type { Command } from '../../commands/command.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';

/** What can be done on the topics screen by key. */
export const topicsCommands: readonly Command[] = [
  {
    id: 'topics.add',
    labelKey: 'command.topics.add',
    group: 'topics',
    keys: ['N'],
    when: () => isProjectOpen() && isScreen('topics'),
    run: () => document.querySelector<HTMLInputElement>('#new-topic')?.focus(),
  },
];
