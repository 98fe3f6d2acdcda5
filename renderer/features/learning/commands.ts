import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { learningStore, splitAnew, startLearning } from '../../state/learning.ts';
import { goToScreen, isScreen } from '../../state/screen.ts';

/** Whether there is enough to learn from, and nothing is being learned. */
export function canLearn(): boolean {
  const { learning } = learningStore.getState();
  return learning !== null && learning.running === null && learning.fresh >= learning.fewest;
}

const here = (): boolean => isScreen('learning');
const canSplit = needing('needs.pages-to-split', () => here() && (learningStore.getState().learning?.otherwise.ready ?? 0) > 0);

/** Learning from approved pages, and splitting others the way it was learned. */
export const learningCommands: readonly Command[] = [
  { id: 'learning.go', labelKey: 'command.learning.go', group: 'project', keys: ['Alt+6'], contexts: 'all', inText: true, when: isProjectOpen, run: () => goToScreen('learning') },
  { id: 'learning.start', labelKey: 'command.learning.start', group: 'learning', keys: ['Mod+Enter'], when: needing('needs.pages-to-learn', () => here() && canLearn()), run: startLearning },
  { id: 'learning.splitAnew', labelKey: 'command.learning.splitAnew', group: 'learning', keys: ['S'], when: canSplit, run: () => splitAnew(null) },
];
