import type { Command } from '../../commands/command.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { chooseImport } from './scheme-acts.ts';

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
  {
    id: 'topics.add-scheme',
    labelKey: 'command.topics.add-scheme',
    group: 'topics',
    keys: ['Shift+N'],
    when: () => isProjectOpen() && isScreen('topics'),
    run: () => document.querySelector<HTMLInputElement>('#new-scheme')?.focus(),
  },
  {
    id: 'topics.import',
    labelKey: 'command.topics.import',
    group: 'topics',
    keys: ['I'],
    when: () => isProjectOpen() && isScreen('topics'),
    run: () => chooseImport(null),
  },
];
