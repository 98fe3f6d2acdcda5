import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { chooseImport } from './scheme-acts.ts';
import { actInScheme, topicSpots } from './spots.ts';

const here = needing('needs.at.topics', () => isProjectOpen() && isScreen('topics'));

const focus = (field: string): void => document.querySelector<HTMLElement>(field)?.focus();

/** What can be done on the topics screen by key. */
export const topicsCommands: readonly Command[] = [
  { id: 'topics.next', labelKey: 'command.topics.next', group: 'topics', keys: ['J', 'ArrowDown'], when: here, run: () => topicSpots.move(1), repeats: true, keysOnly: true },
  { id: 'topics.previous', labelKey: 'command.topics.previous', group: 'topics', keys: ['K', 'ArrowUp'], when: here, run: () => topicSpots.move(-1), repeats: true, keysOnly: true },
  { id: 'topics.change', labelKey: 'command.topics.change', group: 'topics', keys: ['C', 'F2'], decides: true, when: needing('needs.topic', () => here() && topicSpots.act('change') !== null), run: () => topicSpots.act('change')?.click() },
  { id: 'topics.retire', labelKey: 'command.topics.retire', group: 'topics', keys: ['R'], decides: true, when: needing('needs.topic', () => here() && topicSpots.act('retire') !== null), run: () => topicSpots.act('retire')?.click() },
  { id: 'topics.add', labelKey: 'command.topics.add', group: 'topics', keys: ['N'], decides: true, when: here, run: () => focus('#new-topic') },
  { id: 'topics.add-scheme', labelKey: 'command.topics.add-scheme', group: 'topics', keys: ['Shift+N'], decides: true, when: here, run: () => focus('#new-scheme') },
  { id: 'topics.import', labelKey: 'command.topics.import', group: 'topics', keys: ['I'], decides: true, when: here, run: () => chooseImport(null) },
  { id: 'topics.import-into', labelKey: 'command.topics.import-into', group: 'topics', keys: ['Shift+I'], decides: true, when: needing('needs.scheme', () => here() && actInScheme('import') !== null), run: () => actInScheme('import')?.click() },
  { id: 'topics.export', labelKey: 'command.topics.export', group: 'topics', keys: ['E'], when: here, run: () => actInScheme('export')?.click() },
];
