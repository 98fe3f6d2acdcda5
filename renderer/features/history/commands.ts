import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { togglePane } from '../../state/panes.ts';
import { isScreen } from '../../state/screen.ts';
import { kindOf, moveBy, moveByDay, moveTo, openPlace, setPart, takeBack } from './acts.ts';
import { currentLine, historyStore, lines, showHistory } from './history-store.ts';

const here = needing('needs.at.history', () => isProjectOpen() && isScreen('history'));
const hasLine = needing('needs.line', () => here() && currentLine() !== undefined);
const hasLines = needing('needs.line', () => here() && (lines.state().total ?? 0) > 0);
const isNarrowed = needing('needs.filter', () => here() && Object.keys(historyStore.getState().filter).length > 0);

const PAGE = 15; // lines a Page key goes

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void | Promise<void>): Command =>
  ({ id: `history.${id}`, labelKey, group: 'history', keys, when: hasLines, run, repeats: true, keysOnly: true });

/** Narrowed to what the line has, or, if it is so already, no longer. */
function toggle(part: 'kind' | 'by' | 'page'): void {
  const line = currentLine();
  if (historyStore.getState().filter[part] !== undefined) return setPart(part, null);
  if (!line) return;
  const kind = kindOf(line);
  if (part === 'by') setPart('by', { origin: line.origin, who: line.who });
  else if (part === 'page' && line.page) setPart('page', line.page.path);
  else if (part === 'kind' && kind) setPart('kind', kind);
}

/** The history of the whole project, by keys. */
export const historyCommands: readonly Command[] = [
  move('next', ['J', 'ArrowDown'], 'command.history.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.history.previous', () => moveBy(-1)),
  move('pageDown', ['PageDown'], 'command.history.page-down', () => moveBy(PAGE)),
  move('pageUp', ['PageUp'], 'command.history.page-up', () => moveBy(-PAGE)),
  move('olderDay', ['D'], 'command.history.older-day', () => moveByDay(1)),
  move('newerDay', ['Shift+D'], 'command.history.newer-day', () => moveByDay(-1)),
  move('newest', ['Home'], 'command.history.newest', () => moveTo(0)),
  move('oldest', ['End'], 'command.history.oldest', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'history.open', labelKey: 'command.history.open', group: 'history', keys: ['Enter', 'ArrowRight'], when: hasLine, run: openPlace },
  { id: 'history.look', labelKey: 'command.history.look', group: 'history', keys: ['Space'], when: here, run: () => togglePane('history.entry') },
  { id: 'history.takeBack', labelKey: 'command.history.take-back', group: 'history', keys: ['Backspace', 'Delete'], decides: true, when: hasLine, run: takeBack },
  { id: 'history.filter', labelKey: 'command.history.filter', group: 'history', keys: ['F', '/', 'Mod+F'], when: here, run: () => document.querySelector<HTMLInputElement>('#history-page')?.focus() },
  { id: 'history.sameKind', labelKey: 'command.history.same-kind', group: 'history', keys: ['T'], when: here, run: () => toggle('kind') },
  { id: 'history.samePerson', labelKey: 'command.history.same-person', group: 'history', keys: ['W'], when: here, run: () => toggle('by') },
  { id: 'history.samePage', labelKey: 'command.history.same-page', group: 'history', keys: ['P'], when: here, run: () => toggle('page') },
  { id: 'history.all', labelKey: 'command.history.all', group: 'history', keys: ['Escape'], when: isNarrowed, run: () => showHistory({}) },
];
