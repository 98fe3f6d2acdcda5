import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { goBack, goTo, isScreen, screenStore } from '../../state/screen.ts';
import { atPage } from '../desk/commands/when.ts';
import { currentLine } from '../history/history-store.ts';
import { isAsked, searchStore } from '../search/search-store.ts';
import { dismissHere, mendAll, mendHere, mendTicked, moveBy, openPlace, putField, readField, takeListBack, takePlaceBack, tickAll, tickApproved, tickHere, toggleTakeOut } from './acts.ts';
import { everyPlaceDone, everyPlaceFound, everyPlaceHere, hasLike } from './begin.ts';
import { MENDING } from './mending.ts';
import { askFor, concordanceStore, moveTo, places, showDone, toggleAndRule } from './concordance-store.ts';

const state = concordanceStore.getState;
const here = needing('needs.at.concordance', () => isProjectOpen() && isScreen('concordance'));
const hasPlaces = needing('needs.hit', () => here() && (places.state().total ?? 0) > 0);
const isOpen = needing('needs.open-places', () => here() && state().shown === null && (places.state().total ?? 0) > 0);
const isDone = needing('needs.done-places', () => here() && state().shown !== null && (places.state().total ?? 0) > 0);
const isAsking = needing('needs.open-places', () => here() && state().shown === null);

const PAGE = 15; // places a Page key goes

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void): Command =>
  ({ id: `concordance.${id}`, labelKey, group: 'concordance', keys, when: hasPlaces, run, repeats: true, keysOnly: true });

/** Goes back to where one came from. */
function leave(): void {
  if (state().shown !== null && state().question.text !== '') return showDone(null);
  if (screenStore.getState().back.length > 0) goBack();
  else goTo({ screen: 'search' });
}

const mended = (): number | null => {
  const line = isScreen('history') ? currentLine() : undefined;
  return line && MENDING.includes(line.label) ? line.entry : null;
};

/** All places that read alike: to be gone to, listed, ticked and mended at once. */
export const concordanceCommands: readonly Command[] = [
  { id: 'desk.everyPlace', labelKey: 'command.desk.every-place', group: 'desk', keys: ['E', 'Mod+E'], inText: true, when: needing('needs.like', () => atPage() && hasLike()), run: everyPlaceHere },
  { id: 'search.everyPlace', labelKey: 'command.search.every-place', group: 'search', keys: ['E', 'Mod+E'], inText: true, when: needing('needs.question', () => isProjectOpen() && isScreen('search') && isAsked(searchStore.getState().question)), run: everyPlaceFound },
  { id: 'history.everyPlace', labelKey: 'command.history.every-place', group: 'history', keys: ['E'], when: needing('needs.mending', () => isProjectOpen() && mended() !== null), run: () => everyPlaceDone({ by: 'entry', entry: mended()! }) },
  move('next', ['J', 'ArrowDown'], 'command.concordance.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.concordance.previous', () => moveBy(-1)),
  move('pageDown', ['PageDown'], 'command.concordance.page-down', () => moveBy(PAGE)),
  move('pageUp', ['PageUp'], 'command.concordance.page-up', () => moveBy(-PAGE)),
  move('first', ['Home'], 'command.concordance.first', () => moveTo(0)),
  move('last', ['End'], 'command.concordance.last', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'concordance.open', labelKey: 'command.concordance.open', group: 'concordance', keys: ['Enter', 'ArrowRight'], when: hasPlaces, run: openPlace },
  { id: 'concordance.tick', labelKey: 'command.concordance.tick', group: 'concordance', keys: ['Space'], when: isOpen, run: tickHere, repeats: true },
  { id: 'concordance.tickAll', labelKey: 'command.concordance.tick-all', group: 'concordance', keys: ['Mod+A'], when: isOpen, run: tickAll },
  { id: 'concordance.tickApproved', labelKey: 'command.concordance.tick-approved', group: 'concordance', keys: ['P'], when: needing('needs.approved-places', () => isOpen() && state().counts.approved > 0), run: tickApproved },
  { id: 'concordance.mend', labelKey: 'command.concordance.mend', group: 'concordance', keys: ['A'], decides: true, when: isOpen, run: mendHere },
  { id: 'concordance.dismiss', labelKey: 'command.concordance.dismiss', group: 'concordance', keys: ['X'], decides: true, when: isOpen, run: dismissHere },
  { id: 'concordance.mendTicked', labelKey: 'command.concordance.mend-ticked', group: 'concordance', keys: ['Mod+Enter'], inText: true, decides: true, when: isOpen, run: mendTicked },
  { id: 'concordance.mendAll', labelKey: 'command.concordance.mend-all', group: 'concordance', keys: ['Shift+A'], decides: true, when: isOpen, run: mendAll },
  { id: 'concordance.andRule', labelKey: 'command.concordance.and-rule', group: 'concordance', keys: ['Y'], when: needing('needs.rule-to-make', () => isOpen() && state().put !== null && !state().question.expression), run: toggleAndRule },
  { id: 'concordance.read', labelKey: 'command.concordance.read', group: 'concordance', keys: ['/', 'Mod+F'], inText: true, when: isAsking, run: () => readField()?.select() },
  { id: 'concordance.put', labelKey: 'command.concordance.put', group: 'concordance', keys: ['R'], when: isAsking, run: () => putField()?.select() },
  { id: 'concordance.takeOut', labelKey: 'command.concordance.take-out', group: 'concordance', keys: ['Alt+D'], inText: true, when: isAsking, run: toggleTakeOut },
  { id: 'concordance.expression', labelKey: 'command.search.expression', group: 'concordance', keys: ['Alt+G'], inText: true, when: isAsking, run: () => askFor({ expression: !state().question.expression }) },
  { id: 'concordance.exact', labelKey: 'command.search.exact', group: 'concordance', keys: ['Alt+C'], inText: true, when: isAsking, run: () => askFor({ exact: !state().question.exact }) },
  { id: 'concordance.done', labelKey: 'command.concordance.done', group: 'concordance', keys: ['H'], when: needing('needs.mending', () => here() && state().last !== null), run: () => showDone(state().shown === null ? { by: 'entry', entry: state().last!.entry } : null) },
  { id: 'concordance.takeBack', labelKey: 'command.concordance.take-back', group: 'concordance', keys: ['Backspace', 'Delete'], decides: true, when: isDone, run: takePlaceBack },
  { id: 'concordance.takeAllBack', labelKey: 'command.concordance.take-all-back', group: 'concordance', keys: ['Shift+Backspace'], decides: true, when: isDone, run: takeListBack },
  { id: 'concordance.leave', labelKey: 'command.concordance.leave', group: 'concordance', keys: ['Escape'], when: here, run: leave },
];
