import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { goToScreen, isScreen } from '../../state/screen.ts';
import { findName, settleAnew, settleDifferent, settleSpelling } from './acts.ts';
import { currentName, moveTo, names, namesStore, nextKind, toggleShow } from './names-store.ts';

const here = needing('needs.at.names', () => isProjectOpen() && isScreen('names'));
const hasRows = needing('needs.name', () => here() && (names.state().total ?? 0) > 0);
const hasRow = needing('needs.name', () => here() && currentName() !== undefined);

const PAGE = 15; // rows a Page key goes

const moveBy = (step: number): void => moveTo((namesStore.getState().current ?? (step > 0 ? -1 : 0)) + step);

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void): Command =>
  ({ id: `names.${id}`, labelKey, group: 'names', keys, when: hasRows, run, repeats: true, keysOnly: true });

/** The register of names, by keys. */
export const namesCommands: readonly Command[] = [
  { id: 'app.go.names', labelKey: 'command.app.go.names', group: 'view', keys: ['Alt+N'], inText: true, when: isProjectOpen, run: () => goToScreen('names') },
  move('next', ['J', 'ArrowDown'], 'command.names.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.names.previous', () => moveBy(-1)),
  move('pageDown', ['PageDown'], 'command.names.page-down', () => moveBy(PAGE)),
  move('pageUp', ['PageUp'], 'command.names.page-up', () => moveBy(-PAGE)),
  move('first', ['Home'], 'command.names.first', () => moveTo(0)),
  move('last', ['End'], 'command.names.last', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'names.filter', labelKey: 'command.names.filter', group: 'names', keys: ['/', 'F', 'Mod+F'], inText: true, when: here, run: () => document.querySelector<HTMLElement>('#names-filter')?.focus() },
  { id: 'names.twofold', labelKey: 'command.names.twofold', group: 'names', keys: ['T'], when: here, run: () => toggleShow('twofold') },
  { id: 'names.showSettled', labelKey: 'command.names.show-settled', group: 'names', keys: ['V'], when: here, run: () => toggleShow('settled') },
  { id: 'names.kind', labelKey: 'command.names.kind', group: 'names', keys: ['G'], when: here, run: nextKind },
  { id: 'names.spelling', labelKey: 'command.names.spelling', group: 'names', keys: ['Enter', 'A'], when: hasRow, run: settleSpelling },
  { id: 'names.different', labelKey: 'command.names.different', group: 'names', keys: ['D', 'X'], decides: true, when: hasRow, run: settleDifferent },
  { id: 'names.reopen', labelKey: 'command.names.reopen', group: 'names', keys: ['U'], decides: true, when: hasRow, run: settleAnew },
  { id: 'names.find', labelKey: 'command.names.find', group: 'names', keys: ['S', 'ArrowRight'], when: hasRow, run: findName },
];
