import { STATUSES } from '#core/model/issue.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { ROLE_KEYS } from '../desk/commands/role-keys.ts';
import { STATUS_KEYS } from '../library/status-keys.ts';
import { removeSearch } from './acts.ts';
import { toggleRole, toggleStatus, toggleUntagged } from './restrict.ts';
import { DIGITS, askSaved, goToSaved, savedHere } from './saved.ts';
import { searchStore } from './search-store.ts';

const here = needing('needs.at.search', () => isProjectOpen() && isScreen('search'));
const hasSaved = needing('needs.saved-search', () => here() && searchStore.getState().saved.length > 0);
const hasTopics = needing('needs.topic-of-articles', () => here() && topicAsked() !== null);

/** The topic that is asked for, else the first there is. */
const topicAsked = (): HTMLElement | null => document.querySelector<HTMLElement>('.search-topics .facet[aria-pressed=true]') ?? document.querySelector<HTMLElement>('.search-topics .facet');

const digits = Array.from({ length: DIGITS }, (_, at): Command => ({
  id: `search.digit.${at + 1}`,
  labelKey: 'command.search.digit',
  group: 'search',
  keys: [`${at + 1}`],
  when: needing('needs.saved-search', () => here() && searchStore.getState().saved[at] !== undefined),
  run: () => askSaved(at),
  keysOnly: true,
}));

const roles = ARTICLE_ROLES.map((role): Command => ({
  id: `search.role.${role}`,
  labelKey: `command.search.role.${role}`,
  group: 'search',
  keys: [`R ${ROLE_KEYS[role]}`], // the letters that give a passage its role at the desk
  when: here,
  run: () => toggleRole(role),
}));

const statuses = STATUSES.map((status): Command => ({
  id: `search.status.${status}`,
  labelKey: `command.search.status.${status}`,
  group: 'search',
  keys: [STATUS_KEYS[status]],
  when: here,
  run: () => toggleStatus(status),
}));

/** The searches that were saved, and what a search is restricted to. */
export const restrictionCommands: readonly Command[] = [
  { id: 'search.saved', labelKey: 'command.search.saved', group: 'search', keys: ['G'], when: hasSaved, run: goToSaved },
  ...digits,
  { id: 'search.removeSaved', labelKey: 'command.search.remove-saved', group: 'search', keys: ['Backspace', 'Delete'], decides: true, when: needing('needs.saved-search', () => here() && savedHere() !== undefined), run: () => removeSearch(savedHere()!) },
  ...roles,
  ...statuses,
  { id: 'search.dates', labelKey: 'command.search.dates', group: 'search', keys: ['D'], when: here, run: () => document.querySelector<HTMLInputElement>('.search-facets .facet-dates input')?.select() },
  { id: 'search.topics', labelKey: 'command.search.topics', group: 'search', keys: ['T'], when: hasTopics, run: () => topicAsked()?.focus() },
  { id: 'search.untagged', labelKey: 'command.search.untagged', group: 'search', keys: ['Shift+T'], when: here, run: toggleUntagged },
];
