import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { actOnMarks } from '../../../state/desk-again.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { undoLast } from '../../../state/desk-undo-last.ts';
import { redo } from '../../../state/desk-undo.ts';
import { choose } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { showDetails } from '../../../state/details.ts';
import { goToScreen } from '../../../state/screen.ts';
import { digitTopics } from '../../../state/topics.ts';
import { narrowBeforehand } from '../../history/history-store.ts';
import { atPage, atPassage } from './when.ts';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const tags = DIGITS.map((digit): Command => ({
  id: `desk.tag.${digit}`,
  labelKey: 'command.desk.digit',
  group: 'desk',
  keys: [`${digit}`],
  decides: true,
  when: needing('needs.digit', () => atPassage() && digitTopics().length >= digit),
  run: () => {
    const topic = digitTopics()[digit - 1];
    if (topic) actOnMarks((context) => planTopic(context, topic), true);
  },
  keysOnly: true,
}));

/** The project's history, narrowed to the page on the desk. */
function goToHistory(): void {
  const path = openedPage().files[0]?.path;
  narrowBeforehand(path === undefined ? {} : { page: path });
  goToScreen('history');
}

/** What is said of an article as a whole, and the way back. */
export const articleCommands: readonly Command[] = [
  ...tags,
  { id: 'desk.topics', labelKey: 'command.desk.topics', group: 'desk', keys: ['T'], decides: true, when: atPassage, run: () => choose('topics') },
  { id: 'desk.topicsTab', labelKey: 'command.desk.topics-tab', group: 'desk', keys: ['Shift+T'], when: atPage, run: () => showDetails('topics') },
  { id: 'desk.note', labelKey: 'command.desk.note', group: 'desk', keys: ['N'], when: atPassage, run: () => showDetails('note') },
  { id: 'desk.undo', labelKey: 'command.desk.undo', group: 'edit', keys: ['Mod+Z'], inText: true, repeats: true, ahead: true, decides: true, when: atPage, run: undoLast },
  { id: 'desk.redo', labelKey: 'command.desk.redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], inText: true, repeats: true, ahead: true, decides: true, when: atPage, run: redo },
  { id: 'desk.history', labelKey: 'command.desk.history', group: 'desk', keys: ['H'], ahead: true, when: atPage, run: () => showDetails('history') },
  { id: 'desk.wholeHistory', labelKey: 'command.desk.whole-history', group: 'desk', keys: ['Shift+H'], when: atPage, run: goToHistory },
];
