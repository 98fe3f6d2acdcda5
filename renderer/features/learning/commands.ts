import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { compareRest, learningStore, splitAnew, startLearning } from '../../state/learning.ts';
import { projectStore } from '../../state/project.ts';
import { goToScreen, isScreen } from '../../state/screen.ts';
import { showOtherwise } from './show-otherwise.ts';
import { learningSpots } from './spots.ts';

/** Whether there is enough to learn from, and nothing is being learned. */
export function canLearn(): boolean {
  const { learning } = learningStore.getState();
  return learning !== null && learning.running === null && learning.fresh >= learning.fewest;
}

const here = (): boolean => isScreen('learning');
const canSplit = needing('needs.pages-to-split', () => here() && (learningStore.getState().learning?.otherwise.ready ?? 0) > 0);

const canCompare = needing('needs.pages-to-compare', () => here() && learningStore.getState().learning?.otherwise.complete === false && !projectStore.getState().jobs.some(({ kind, state }) => kind === 'comparing' && state === 'running'));

/** What is done with the line one is at, by its button. */
const act = (name: string, labelKey: Command['labelKey'], key: string, more: Pick<Command, 'decides'> = {}): Command =>
  ({ ...more, id: `learning.${name}`, labelKey, group: 'learning', keys: [key], when: needing('needs.such-line', () => here() && learningSpots.act(name) !== null), run: () => learningSpots.act(name)?.click() });

/** Learning from approved pages, and splitting others the way it was learned. */
export const learningCommands: readonly Command[] = [
  { id: 'learning.go', labelKey: 'command.learning.go', group: 'project', keys: ['Alt+7'], contexts: 'all', inText: true, when: isProjectOpen, run: () => goToScreen('learning') },
  { id: 'learning.start', labelKey: 'command.learning.start', group: 'learning', keys: ['Mod+Enter'], decides: true, when: needing('needs.pages-to-learn', () => here() && canLearn()), run: startLearning },
  { id: 'learning.splitAnew', labelKey: 'command.learning.splitAnew', group: 'learning', keys: ['S'], decides: true, when: canSplit, run: () => splitAnew(null) },
  { id: 'learning.next', labelKey: 'command.learning.next', group: 'learning', keys: ['J', 'ArrowDown'], when: needing('needs.at.learning', here), run: () => learningSpots.move(1), repeats: true, keysOnly: true },
  { id: 'learning.previous', labelKey: 'command.learning.previous', group: 'learning', keys: ['K', 'ArrowUp'], when: needing('needs.at.learning', here), run: () => learningSpots.move(-1), repeats: true, keysOnly: true },
  act('open', 'command.learning.open', 'Enter'),
  act('splitOne', 'command.learning.split-one', 'Shift+S', { decides: true }),
  act('use', 'command.learning.use', 'U', { decides: true }),
  { id: 'learning.compareRest', labelKey: 'command.learning.compare-rest', group: 'learning', keys: ['C'], when: canCompare, run: compareRest },
  { id: 'learning.showOtherwise', labelKey: 'command.learning.show-otherwise', group: 'learning', keys: ['L'], when: canSplit, run: showOtherwise },
];
