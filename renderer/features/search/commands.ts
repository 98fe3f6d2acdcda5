import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { goToSearch, moveBy, moveByArticle, openHit } from './acts.ts';
import { restrictionCommands } from './restriction-commands.ts';
import { unrestrict } from './restrict.ts';
import { showSaveSearch } from './save-shown.ts';
import { askFor, currentHit, hits, isAsked, isRestricted, moveTo, searchStore } from './search-store.ts';

const question = () => searchStore.getState().question;
const here = needing('needs.at.search', () => isProjectOpen() && isScreen('search'));
const away = needing('needs.other', () => isProjectOpen() && !isScreen('search'));
const hasHit = needing('needs.hit', () => here() && currentHit() !== undefined);
const hasHits = needing('needs.hit', () => here() && (hits.state().total ?? 0) > 0);
const isNarrowed = needing('needs.filter', () => here() && isRestricted(question()));
const canSave = needing('needs.question', () => here() && isAsked(question()));

const PAGE = 15; // hits a Page key goes

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void): Command =>
  ({ id: `search.${id}`, labelKey, group: 'search', keys, when: hasHits, run, repeats: true, keysOnly: true });

/** The search over the archive, by keys. */
export const searchCommands: readonly Command[] = [
  { id: 'app.search', labelKey: 'command.app.search', group: 'search', keys: ['Mod+Shift+F'], inText: true, when: isProjectOpen, run: goToSearch },
  // Where a list has a field of its own, this key leads to that.
  { id: 'search.begin', labelKey: 'command.search.begin', group: 'search', keys: ['/'], contexts: ['desk', 'topics', 'export', 'learning', 'settings'], when: away, run: goToSearch },
  { id: 'search.ask', labelKey: 'command.search.ask', group: 'search', keys: ['Mod+F', '/'], inText: true, when: here, run: goToSearch },
  move('next', ['J', 'ArrowDown'], 'command.search.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.search.previous', () => moveBy(-1)),
  move('nextArticle', ['Shift+J'], 'command.search.next-article', () => moveByArticle(1)),
  move('previousArticle', ['Shift+K'], 'command.search.previous-article', () => moveByArticle(-1)),
  move('pageDown', ['PageDown'], 'command.search.page-down', () => moveBy(PAGE)),
  move('pageUp', ['PageUp'], 'command.search.page-up', () => moveBy(-PAGE)),
  move('first', ['Home'], 'command.search.first', () => moveTo(0)),
  move('last', ['End'], 'command.search.last', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'search.open', labelKey: 'command.search.open', group: 'search', keys: ['Enter', 'ArrowRight'], when: hasHit, run: openHit },
  { id: 'search.expression', labelKey: 'command.search.expression', group: 'search', keys: ['Alt+G'], inText: true, when: here, run: () => askFor({ expression: !question().expression }) },
  { id: 'search.exact', labelKey: 'command.search.exact', group: 'search', keys: ['Alt+C'], inText: true, when: here, run: () => askFor({ exact: !question().exact }) },
  { id: 'search.view', labelKey: 'command.search.view', group: 'search', keys: ['V'], when: here, run: () => askFor({ view: question().view === 'emended' ? 'printed' : 'emended' }) },
  { id: 'search.newest', labelKey: 'command.search.newest', group: 'search', keys: ['N'], when: here, run: () => askFor({ newest: !question().newest }) },
  { id: 'search.save', labelKey: 'command.search.save', group: 'search', keys: ['S'], when: canSave, decides: true, run: () => showSaveSearch(true) },
  { id: 'search.everywhere', labelKey: 'command.search.everywhere', group: 'search', keys: ['Escape'], when: isNarrowed, run: unrestrict },
  ...restrictionCommands,
];
