import { STATUSES } from '#core/model/issue.ts';
import type { Status } from '#core/model/issue.ts';
import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { asksTopics, clearFilter, isFiltered, libraryQuery, toggleExactTopics } from '../../state/library-query.ts';
import { togglePane } from '../../state/panes.ts';
import { goTo, screenStore } from '../../state/screen.ts';
import { digitTopics } from '../../state/topics.ts';
import { hasSelection, setStatus, toggleTopic } from './acts.ts';
import { moveBy, moveTo, openCurrent, tickAll, tickTo, toggleTick, untickAll } from './cursor.ts';
import { STATUS_KEYS } from './status-keys.ts';
import { FILE_SETS, fileHere, files, showFiles } from './files/files-store.ts';
import type { FileSet } from './files/files-store.ts';
import { articles, libraryStore, listInFront, pages } from './library-store.ts';
import { showBulkPanel, showSaveQueue } from './panels.ts';
import { togglePreview } from './preview-pane.ts';
import { tickCount } from './ticks.ts';

const inList = needing('needs.list', () => {
  const { place } = screenStore.getState();
  return isProjectOpen() && place.screen === 'library' && place.view !== 'files';
});
const inFiles = needing('needs.files', () => {
  const { place } = screenStore.getState();
  return isProjectOpen() && place.screen === 'library' && place.view === 'files';
});
const here = needing('needs.articles', () => inList() && listInFront() === articles);

// Opened by its key, the line of filters takes what is typed next.
function toggleFilterRow(): void {
  libraryStore.setState(({ filterRow }) => ({ filterRow: !filterRow }));
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.data-head .filters input')?.focus());
}

const hasRow = needing('needs.row', () => (inFiles() ? fileHere()?.issue != null : inList() && listInFront().currentRow() !== undefined));
const hasRows = needing('needs.row', () => (inFiles() ? (files.state().total ?? 0) > 0 : inList() && (listInFront().rows.state().total ?? 0) > 0));
const hasArticle = needing('needs.article', () => here() && articles.currentRow() !== undefined);
const hasArticles = needing('needs.article', () => here() && (articles.rows.state().total ?? 0) > 0);
const canAct = needing('needs.article', () => here() && hasSelection());
const hasTicks = needing('needs.ticks', () => here() && tickCount(libraryStore.getState().ticks, articles.rows.state().total ?? 0) > 0);
const current = (): number => articles.cursor.getState().current ?? 0;

const PAGE = 15; // rows a Page key goes

const move = (id: string, keys: readonly string[], labelKey: Command['labelKey'], run: () => void | Promise<void>, when = hasRows): Command =>
  ({ id: `library.${id}`, labelKey, group: 'library', keys, when, run, repeats: true, keysOnly: true });

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('#library-search')?.focus();
}

const QUICK_KEYS: { readonly [S in Status]?: string } = { approved: 'Shift+A', problem: 'Shift+X' };

const statusCommands = STATUSES.map((status): Command => ({
  id: `library.status.${status}`,
  labelKey: `command.library.status.${status}`,
  group: 'library',
  keys: [QUICK_KEYS[status] ?? [], STATUS_KEYS[status]].flat(),
  decides: true,
  when: canAct,
  run: () => setStatus(status),
}));

const digitCommands = Array.from({ length: 9 }, (_, at): Command => ({
  id: `library.digit.${at + 1}`,
  labelKey: 'command.library.digit',
  group: 'library',
  keys: [`${at + 1}`],
  decides: true,
  when: needing('needs.digit', () => canAct() && digitTopics()[at] !== undefined),
  run: () => {
    const topic = digitTopics()[at];
    return topic && toggleTopic(topic);
  },
  keysOnly: true,
}));

const FILE_SET_KEYS: { readonly [S in FileSet]: string } = { all: 'S A', problems: 'S N', ask: 'S E', missing: 'S M' };

const fileCommands = FILE_SETS.map((set): Command => ({
  id: `library.files.${set}`,
  labelKey: `command.library.files.${set}`,
  group: 'library',
  keys: [FILE_SET_KEYS[set]],
  when: inFiles,
  run: () => showFiles(set),
}));

/** What can be done in the library. */
export const libraryCommands: readonly Command[] = [
  { id: 'library.open', labelKey: 'command.library.open', group: 'library', keys: ['Enter'], when: hasRow, run: openCurrent },
  move('next', ['J', 'ArrowDown'], 'command.library.next', () => moveBy(1)),
  move('previous', ['K', 'ArrowUp'], 'command.library.previous', () => moveBy(-1)),
  move('page-down', ['PageDown'], 'command.library.page-down', () => moveBy(PAGE)),
  move('page-up', ['PageUp'], 'command.library.page-up', () => moveBy(-PAGE)),
  move('first', ['Home'], 'command.library.first', () => moveTo(0)),
  move('last', ['End'], 'command.library.last', () => moveTo(Number.MAX_SAFE_INTEGER)),
  { id: 'library.tick', labelKey: 'command.library.tick', group: 'library', keys: ['Space'], when: hasArticle, run: () => toggleTick(current()) },
  move('tick-down', ['Shift+J', 'Shift+ArrowDown'], 'command.library.tick-down', () => tickTo(current() + 1), hasArticles),
  move('tick-up', ['Shift+K', 'Shift+ArrowUp'], 'command.library.tick-up', () => tickTo(current() - 1), hasArticles),
  { id: 'library.tickAll', labelKey: 'command.library.tickAll', group: 'library', keys: ['Mod+A'], when: hasArticles, run: tickAll },
  { id: 'library.untickAll', labelKey: 'command.library.untickAll', group: 'library', keys: ['Escape'], when: hasTicks, run: untickAll },
  { id: 'library.tag', labelKey: 'command.library.tag', group: 'library', keys: ['T'], decides: true, when: canAct, run: () => showBulkPanel('topics') },
  { id: 'library.metadata', labelKey: 'command.library.metadata', group: 'library', keys: ['D'], decides: true, when: canAct, run: () => showBulkPanel('metadata') },
  ...statusCommands,
  ...digitCommands,
  { id: 'library.list', labelKey: 'command.library.list', group: 'library', keys: ['V'], when: needing('needs.project', isProjectOpen), run: () => goTo({ screen: 'library', view: listInFront() === pages ? 'articles' : 'pages' }) },
  { id: 'library.search', labelKey: 'command.library.search', group: 'library', keys: ['/', 'Mod+F'], when: inList, run: focusSearch },
  { id: 'library.filterRow', labelKey: 'command.library.filterRow', group: 'library', keys: ['F'], when: inList, run: toggleFilterRow },
  { id: 'library.exactTopics', labelKey: 'command.library.exactTopics', group: 'library', keys: ['Shift+T'], when: needing('needs.topic-filter', () => inList() && asksTopics(libraryQuery.getState().filter)), run: toggleExactTopics },
  { id: 'library.saveQueue', labelKey: 'command.library.saveQueue', group: 'library', keys: ['Mod+D'], decides: true, when: needing('needs.filter', () => inList() && isFiltered(libraryQuery.getState().filter)), run: () => showSaveQueue(true) },
  { id: 'library.clearFilter', labelKey: 'command.library.clearFilter', group: 'library', keys: ['Shift+F'], when: needing('needs.filter', () => inList() && isFiltered(libraryQuery.getState().filter)), run: clearFilter },
  { id: 'library.facets', labelKey: 'command.library.facets', group: 'view', keys: ['Mod+1'], inText: true, when: inList, run: () => togglePane('library.facets') },
  { id: 'library.preview', labelKey: 'command.library.preview', group: 'view', keys: ['Mod+3'], inText: true, when: inList, run: togglePreview },
  { id: 'library.files', labelKey: 'command.library.files', group: 'library', keys: ['Alt+8'], contexts: 'all', inText: true, when: isProjectOpen, run: () => goTo({ screen: 'library', view: 'files' }) },
  ...fileCommands,
];
