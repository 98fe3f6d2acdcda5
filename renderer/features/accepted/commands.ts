import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { acceptedStore } from '../../state/accepted.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { chosenRows, currentIndex, listStore, moveTo, shownRows, toggleTick } from './accepted-store.ts';
import { editCurrent, exportList, findCurrent, importList, moveChosen, removeChosen } from './acts.ts';

const here = needing('needs.at.accepted', () => isProjectOpen() && isScreen('accepted'));
const hasRows = needing('needs.wording', () => here() && shownRows().length > 0);
const hasRow = needing('needs.wording', () => here() && currentIndex() !== null);
const hasChosen = needing('needs.wording', () => here() && chosenRows().length > 0);
const isAny = needing('needs.no-wording', () => here() && acceptedStore.getState().rows.length > 0);

const PAGE = 15; // rows a Page key goes

const moveBy = (step: number): void => moveTo((currentIndex() ?? (step > 0 ? -1 : 0)) + step);

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void): Command =>
  ({ id: `accepted.${id}`, labelKey, group: 'accepted', keys, when: hasRows, run, repeats: true, keysOnly: true });

const focus = (field: string): void => document.querySelector<HTMLElement>(field)?.focus();

/** Ticks the row under the cursor and goes on. */
function tick(): void {
  const at = currentIndex();
  if (at === null) return;
  toggleTick(at);
  moveTo(at + 1);
}

/** The lists of accepted wordings, by keys. */
export const acceptedCommands: readonly Command[] = [
  move('next', ['J', 'ArrowDown'], 'command.accepted.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.accepted.previous', () => moveBy(-1)),
  move('pageDown', ['PageDown'], 'command.accepted.page-down', () => moveBy(PAGE)),
  move('pageUp', ['PageUp'], 'command.accepted.page-up', () => moveBy(-PAGE)),
  move('first', ['Home'], 'command.accepted.first', () => moveTo(0)),
  move('last', ['End'], 'command.accepted.last', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'accepted.tick', labelKey: 'command.accepted.tick', group: 'accepted', keys: ['Space'], when: hasRow, run: tick, repeats: true },
  { id: 'accepted.filter', labelKey: 'command.accepted.filter', group: 'accepted', keys: ['/', 'F', 'Mod+F'], inText: true, when: here, run: () => focus('#accepted-filter') },
  { id: 'accepted.add', labelKey: 'command.accepted.add', group: 'accepted', keys: ['N'], decides: true, when: here, run: () => {
    listStore.setState({ editing: null });
    focus('#accepted-text');
  } },
  { id: 'accepted.change', labelKey: 'command.accepted.change', group: 'accepted', keys: ['Enter', 'F2', 'C'], decides: true, when: hasRow, run: editCurrent },
  { id: 'accepted.move', labelKey: 'command.accepted.move', group: 'accepted', keys: ['M'], decides: true, when: hasChosen, run: moveChosen },
  { id: 'accepted.remove', labelKey: 'command.accepted.remove', group: 'accepted', keys: ['Delete', 'Backspace'], decides: true, when: hasChosen, run: removeChosen },
  { id: 'accepted.find', labelKey: 'command.accepted.find', group: 'accepted', keys: ['S', 'ArrowRight'], when: hasRow, run: findCurrent },
  { id: 'accepted.import', labelKey: 'command.accepted.import', group: 'accepted', keys: ['I'], decides: true, when: here, run: () => importList('project') },
  { id: 'accepted.importEverywhere', labelKey: 'command.accepted.import-everywhere', group: 'accepted', keys: ['Shift+I'], decides: true, when: here, run: () => importList('everywhere') },
  { id: 'accepted.export', labelKey: 'command.accepted.export', group: 'accepted', keys: ['E'], when: isAny, run: exportList },
  { id: 'accepted.less', labelKey: 'command.accepted.less', group: 'accepted', keys: ['Escape'], when: needing('needs.filter', () => here() && isNarrowed()), run: () => listStore.setState({ text: '', scope: 'both', ticked: new Set() }) },
];

function isNarrowed(): boolean {
  const { text, scope, ticked } = listStore.getState();
  return text !== '' || scope !== 'both' || ticked.size > 0;
}
