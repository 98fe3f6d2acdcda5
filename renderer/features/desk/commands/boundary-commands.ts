import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { planMerge, planReorder, planSplit } from '../../../state/desk-plan-articles.ts';
import { approve, approvePage, goInQueue, goToNextDoubt, goToPage, setArticleStatus } from '../../../state/desk-go-on.ts';
import { hasMarks, stepBack } from '../../../state/desk-trail.ts';
import { accept, reject } from '../../../state/desk-work.ts';
import { askPreview } from '../preview/preview-store.ts';
import { dismiss, mend, withFindingHere } from '../findings/findings-store.ts';
import { lookAtOrder } from '../strands/strands-store.ts';
import { atPage, atPassage } from './when.ts';

/** Deciding where articles begin and end, and that they are right. */
export const boundaryCommands: readonly Command[] = [
  { id: 'desk.accept', labelKey: 'command.desk.accept', group: 'desk', keys: ['A'], decides: true, when: atPassage, run: () => void (withFindingHere(mend) || lookAtOrder() || accept()) },
  { id: 'desk.reject', labelKey: 'command.desk.reject', group: 'desk', keys: ['X'], decides: true, when: atPassage, run: () => void (withFindingHere(dismiss) || reject()) },
  { id: 'desk.nextDoubt', labelKey: 'command.desk.next-doubt', group: 'desk', keys: ['D'], ahead: true, when: atPage, run: goToNextDoubt },
  { id: 'desk.split', labelKey: 'command.desk.split', group: 'desk', keys: ['S'], decides: true, when: atPassage, run: () => void act(planSplit(planContext())) },
  { id: 'desk.merge', labelKey: 'command.desk.merge', group: 'desk', keys: ['M'], decides: true, when: atPassage, run: () => void act(planMerge(planContext())) },
  { id: 'desk.previewSplit', labelKey: 'command.desk.preview-split', group: 'desk', keys: ['Alt+S'], when: atPassage, run: () => askPreview('split') },
  { id: 'desk.previewMerge', labelKey: 'command.desk.preview-merge', group: 'desk', keys: ['Alt+M'], when: atPassage, run: () => askPreview('merge') },
  { id: 'desk.articleUp', labelKey: 'command.desk.article-up', group: 'desk', keys: ['Alt+Shift+ArrowUp'], decides: true, when: atPassage, run: () => void act(planReorder(planContext(), -1)) },
  { id: 'desk.articleDown', labelKey: 'command.desk.article-down', group: 'desk', keys: ['Alt+Shift+ArrowDown'], decides: true, when: atPassage, run: () => void act(planReorder(planContext(), 1)) },
  { id: 'desk.approve', labelKey: 'command.desk.approve', group: 'desk', keys: ['Shift+A', 'Y A'], decides: true, when: atPassage, run: approve },
  { id: 'desk.approvePage', labelKey: 'command.desk.approve-page', group: 'desk', keys: ['Mod+Enter'], inText: true, decides: true, when: atPage, run: approvePage },
  { id: 'desk.inWork', labelKey: 'command.desk.status.in-work', group: 'desk', keys: ['Y I'], decides: true, when: atPassage, run: () => setArticleStatus('in-work') },
  { id: 'desk.problem', labelKey: 'command.desk.status.problem', group: 'desk', keys: ['Shift+X', 'Y P'], decides: true, when: atPassage, run: () => setArticleStatus('problem') },
  { id: 'desk.new', labelKey: 'command.desk.status.new', group: 'desk', keys: ['Y N'], decides: true, when: atPassage, run: () => setArticleStatus('new') },
  { id: 'desk.nextInQueue', labelKey: 'command.desk.next-in-queue', group: 'desk', keys: ['Shift+Q'], ahead: true, when: atPage, run: () => goInQueue({ by: 1, page: false }) },
  { id: 'desk.stepBack', labelKey: 'command.desk.step-back', group: 'desk', keys: ['Backspace'], repeats: true, ahead: true, when: needing('needs.back', () => atPage() && hasMarks()), run: stepBack },
  { id: 'desk.nextPage', labelKey: 'command.desk.next-page', group: 'desk', keys: ['Mod+PageDown'], inText: true, ahead: true, when: atPage, run: () => goToPage(1) },
  { id: 'desk.previousPage', labelKey: 'command.desk.previous-page', group: 'desk', keys: ['Mod+PageUp'], inText: true, ahead: true, when: atPage, run: () => goToPage(-1) },
];
