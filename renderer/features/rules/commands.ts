import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { goToScreen, isScreen } from '../../state/screen.ts';
import { concordanceStore } from '../concordance/concordance-store.ts';
import { beginRule, currentRule, makeRule, moveBy, placesApplied, placesOfRule, removeRule, switchRule, undoApplied } from './acts.ts';
import { askAgain, leftPlace } from './left-store.ts';

const here = needing('needs.rule', () => isProjectOpen() && isScreen('rules') && currentRule() !== undefined);
const atRules = needing('needs.at.rules', () => isProjectOpen() && isScreen('rules'));
const hasLeft = needing('needs.left-place', () => here() && leftPlace() !== undefined);
const canMake = needing('needs.rule-to-make', () => {
  const { question, put, shown } = concordanceStore.getState();
  return isProjectOpen() && isScreen('concordance') && shown === null && put !== null && !question.expression && question.text.trim() !== '';
});

/** The standing rules, by keys. */
export const rulesCommands: readonly Command[] = [
  { id: 'project.rules', labelKey: 'command.project.rules', group: 'concordance', keys: ['Alt+U'], inText: true, when: isProjectOpen, run: () => goToScreen('rules') },
  { id: 'concordance.makeRule', labelKey: 'command.concordance.make-rule', group: 'concordance', keys: ['M'], decides: true, when: canMake, run: makeRule },
  { id: 'rules.begin', labelKey: 'command.rules.begin', group: 'concordance', keys: ['N'], when: atRules, run: beginRule },
  { id: 'rules.next', labelKey: 'command.rules.next', group: 'concordance', keys: ['J', 'ArrowDown'], when: here, run: () => moveBy(1), repeats: true, keysOnly: true },
  { id: 'rules.previous', labelKey: 'command.rules.previous', group: 'concordance', keys: ['K', 'ArrowUp'], when: here, run: () => moveBy(-1), repeats: true, keysOnly: true },
  { id: 'rules.switch', labelKey: 'command.rules.switch', group: 'concordance', keys: ['Space'], decides: true, when: here, run: () => switchRule() },
  { id: 'rules.places', labelKey: 'command.rules.places', group: 'concordance', keys: ['E', 'Enter'], when: here, run: () => placesOfRule() },
  { id: 'rules.applied', labelKey: 'command.rules.applied', group: 'concordance', keys: ['H'], when: here, run: () => placesApplied() },
  { id: 'rules.undoApplied', labelKey: 'command.rules.undo-applied', group: 'concordance', keys: ['Shift+Backspace'], decides: true, when: here, run: () => undoApplied() },
  { id: 'rules.askAgain', labelKey: 'command.rules.ask-again', group: 'concordance', keys: ['U'], decides: true, when: hasLeft, run: () => askAgain() },
  { id: 'rules.remove', labelKey: 'command.rules.remove', group: 'concordance', keys: ['Backspace', 'Delete'], decides: true, when: here, run: () => removeRule() },
];
