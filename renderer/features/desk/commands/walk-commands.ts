import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { extend, extendToEnd, only, stepArticle, stepPassage } from '../../../state/desk-selection.ts';
import type { DeskSelection } from '../../../state/desk-selection.ts';
import { areDetailsShown, showDetails, toggleDetails } from '../../../state/details.ts';
import { clearMarks } from '../../../state/desk-marks.ts';
import { closeDrawer, deskViewStore, nextView, select } from '../../../state/desk-view.ts';
import { dropHeld, sendHeld } from '../../../state/desk-save.ts';
import { deskStore, openedPage } from '../../../state/desk.ts';
import type { Tree } from '#core/model/issue.ts';
import { tell } from '../../../state/desk-tell.ts';
import { isNarrow } from '../../../state/narrow.ts';
import { paneStore, toggleBesideArticles, togglePane } from '../../../state/panes.ts';
import { closeFind, findStore } from '../find/find-store.ts';
import { endPreview, isPreviewing } from '../preview/preview-store.ts';
import { withFindingHere } from '../findings/findings-store.ts';
import { showFindings } from './finding-commands.ts';
import { atPage, atPassage } from './when.ts';
import { showWhySuggested } from '../suggested/suggested-store.ts';

type Walk = (tree: Tree, selection: DeskSelection | null, step: 1 | -1) => DeskSelection | null;

const go = (walk: Walk, step: 1 | -1) => () => {
  const { selection } = deskViewStore.getState();
  const next = walk(openedPage().issue, selection, step);
  if (next !== selection) select(next);
};

const hasMore = needing('needs.more-selected', () => {
  const { selection, drawer } = deskViewStore.getState();
  return atPage() && (isPreviewing() || drawer || findStore.getState().isOpen || deskViewStore.getState().marks.size > 0 || (selection !== null && selection.anchor !== selection.focus));
});

const isHeld = (): boolean => deskStore.getState().saving.state === 'held';

function less(): void {
  const { selection, drawer, marks } = deskViewStore.getState();
  if (isPreviewing()) endPreview();
  else if (drawer) closeDrawer();
  else if (selection && selection.anchor !== selection.focus) select(only(selection.focus));
  else if (marks.size > 0) clearMarks();
  else closeFind();
}

/** Shows the details where they are: in their pane, or as a drawer where the window is narrow. Where they are in sight already, it is said so. */
export function showWhy(): void {
  if (deskViewStore.getState().tab === 'why' && areDetailsShown()) tell('desk.why-here');
  showDetails('why');
}

/** Leaves the articles alone, or shows again what stood beside them. In a narrow window that is the source only: the details are a drawer there, and their pane stays as it is remembered. */
function aloneOrNot(): void {
  const { selection } = deskViewStore.getState();
  if (!isNarrow()) toggleBesideArticles();
  else if (!areDetailsShown() || !paneStore.getState()['desk.source'].hidden) togglePane('desk.source');
  closeDrawer();
  select(selection);
}

/** Moving about the page, and what is shown of it. */
export const walkCommands: readonly Command[] = [
  { id: 'desk.next', labelKey: 'command.desk.next', group: 'desk', keys: ['J', 'ArrowDown'], ahead: true, when: atPage, repeats: true, keysOnly: true, run: go(stepPassage, 1) },
  { id: 'desk.previous', labelKey: 'command.desk.previous', group: 'desk', keys: ['K', 'ArrowUp'], ahead: true, when: atPage, repeats: true, keysOnly: true, run: go(stepPassage, -1) },
  { id: 'desk.nextArticle', labelKey: 'command.desk.next-article', group: 'desk', keys: ['Shift+J'], ahead: true, when: atPage, repeats: true, keysOnly: true, run: go(stepArticle, 1) },
  { id: 'desk.previousArticle', labelKey: 'command.desk.previous-article', group: 'desk', keys: ['Shift+K'], ahead: true, when: atPage, repeats: true, keysOnly: true, run: go(stepArticle, -1) },
  { id: 'desk.extendDown', labelKey: 'command.desk.extend-down', group: 'desk', keys: ['Shift+ArrowDown'], when: atPage, repeats: true, keysOnly: true, run: go(extend, 1) },
  { id: 'desk.extendUp', labelKey: 'command.desk.extend-up', group: 'desk', keys: ['Shift+ArrowUp'], when: atPage, repeats: true, keysOnly: true, run: go(extend, -1) },
  { id: 'desk.extendToEnd', labelKey: 'command.desk.extend-to-end', group: 'desk', keys: ['Shift+End'], when: atPage, keysOnly: true, run: go(extendToEnd, 1) },
  { id: 'desk.extendToStart', labelKey: 'command.desk.extend-to-start', group: 'desk', keys: ['Shift+Home'], when: atPage, keysOnly: true, run: go(extendToEnd, -1) },
  { id: 'desk.less', labelKey: 'command.desk.less', group: 'desk', keys: ['Escape'], when: hasMore, keysOnly: true, run: less },
  { id: 'desk.why', labelKey: 'command.desk.why', group: 'desk', keys: ['W'], ahead: true, when: atPassage, run: () => void (showWhySuggested() || withFindingHere(showFindings) || showWhy()) },
  { id: 'desk.save', labelKey: 'command.desk.save', group: 'desk', keys: ['Mod+S'], inText: true, when: needing('needs.held', isHeld), run: sendHeld },
  { id: 'desk.giveUp', labelKey: 'command.desk.give-up', group: 'desk', keys: ['Mod+Shift+Delete'], inText: true, when: needing('needs.held', isHeld), run: dropHeld },
  { id: 'desk.view', labelKey: 'command.desk.view', group: 'desk', keys: ['V'], ahead: true, when: atPage, run: nextView },
  { id: 'desk.source', labelKey: 'command.desk.source', group: 'view', keys: ['Mod+1'], inText: true, ahead: true, when: atPage, run: () => togglePane('desk.source') },
  { id: 'desk.articles', labelKey: 'command.desk.articles-alone', group: 'view', keys: ['Mod+2'], inText: true, ahead: true, when: atPage, run: aloneOrNot },
  { id: 'desk.details', labelKey: 'command.desk.details', group: 'view', keys: ['Mod+3'], inText: true, ahead: true, when: atPage, run: toggleDetails },
];
