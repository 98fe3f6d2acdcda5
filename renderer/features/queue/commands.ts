import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { showOverlay } from '../../commands/overlay.ts';
import { isProjectOpen } from '../../state/app.ts';
import { nextUnit } from './acts.ts';

const WORK = ['desk', 'library'] as const;
const inProject = needing('needs.project', isProjectOpen);

/** Which queue is worked, and by what. */
export const queueCommands: readonly Command[] = [
  { id: 'queue.choose', labelKey: 'command.queue.choose', group: 'desk', keys: ['Q'], contexts: WORK, when: inProject, run: () => showOverlay('queues') },
  { id: 'queue.unit', labelKey: 'command.queue.unit', group: 'desk', keys: ['Alt+Q'], contexts: WORK, when: inProject, run: nextUnit },
];
