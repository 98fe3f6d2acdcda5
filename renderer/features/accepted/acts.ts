import type { AcceptedRow, AcceptedScope, AcceptedWording } from '#contract/schemas/accepted.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { acceptedStore, loadAccepted } from '../../state/accepted.ts';
import { undoLast } from '../../state/history.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError, sayHere } from '../../state/toasts.ts';
import { lookFor } from '../search/acts.ts';
import { chosenRows, currentIndex, listStore, moveTo, rowKey, shownRows } from './accepted-store.ts';
import type { BegunImport } from './accepted-store.ts';

const wordingOf = ({ scope, check, text }: AcceptedWording): AcceptedWording => ({ scope, check, text });

/** Changes the lists as one entry of the journal. Says whether it was done; if not, the user has been told why. */
async function change(remove: readonly AcceptedWording[], add: readonly AcceptedWording[]): Promise<boolean> {
  const done = await whileSaving(call('accepted.change', { once: newOnce(), remove: remove.map(wordingOf), add: add.map(wordingOf) }));
  if (!done.ok) sayError(done.error);
  else await loadAccepted();
  return done.ok;
}

const isThere = (wording: AcceptedWording): boolean => acceptedStore.getState().rows.some((row) => rowKey(row) === rowKey(wording));

/** Accepts a wording that was typed. False if it is there already, or could not be. */
export async function addWording(wording: AcceptedWording): Promise<boolean> {
  if (isThere(wording)) {
    listStore.setState({ current: rowKey(wording) });
    sayHere('accepted.there', { text: wording.text });
    return false;
  }
  if (!(await change([], [wording]))) return false;
  listStore.setState({ current: rowKey(wording) });
  say('accepted.added', { text: wording.text }, undoLast);
  return true;
}

/** Puts another wording in the place of one. */
export async function changeWording(before: AcceptedRow, after: AcceptedWording): Promise<boolean> {
  if (rowKey(before) === rowKey(after)) return true;
  if (!(await change([before], [after]))) return false;
  listStore.setState({ current: rowKey(after) });
  say('accepted.changed', { text: after.text }, undoLast);
  return true;
}

/** Takes the chosen rows out of their lists. */
export async function removeChosen(): Promise<void> {
  const rows = chosenRows();
  const at = currentIndex();
  if (rows.length === 0 || !(await change(rows, []))) return;
  listStore.setState({ ticked: new Set() });
  if (at !== null && shownRows().length > 0) moveTo(at);
  say('accepted.removed', { count: rows.length, text: rows[0]!.text }, undoLast);
}

/** Moves the chosen rows to the other list: all to the one that the first is not in. */
export async function moveChosen(): Promise<void> {
  const rows = chosenRows();
  const [first] = rows;
  if (!first || !acceptedStore.getState().everywhere) return;
  const scope: AcceptedScope = first.scope === 'project' ? 'everywhere' : 'project';
  const moved = rows.filter((row) => row.scope !== scope);
  const after = moved.map((row) => ({ ...row, scope }));
  if (!(await change(moved, after))) return;
  listStore.setState({ ticked: new Set(), current: rowKey(after[0]!) });
  say(`accepted.moved.${scope}`, { count: moved.length, text: first.text }, undoLast);
}

/** Asks for a file, and shows what its wordings would bring to a list. */
export async function importList(scope: AcceptedScope): Promise<void> {
  const file = await call('accepted.chooseFile', {});
  if (!file.ok) return sayError(file.error);
  if (!file.value) return;
  await tryImport({ ...file.value, scope });
}

/** Shows what a file that was chosen would bring to a list. */
export async function tryImport({ grant, label, scope }: Pick<BegunImport, 'grant' | 'label' | 'scope'>): Promise<void> {
  const tried = await call('accepted.tryImport', { grant, scope });
  if (!tried.ok) return sayError(tried.error);
  listStore.setState({ importing: { grant, label, scope, tried: tried.value } });
}

/** Takes in what was shown. */
export async function doImport(): Promise<void> {
  const { importing } = listStore.getState();
  if (!importing) return;
  const done = await whileSaving(call('accepted.importFile', { once: newOnce(), grant: importing.grant, scope: importing.scope }));
  if (!done.ok) return sayError(done.error);
  listStore.setState({ importing: null });
  await loadAccepted();
  const { added, same, refused } = done.value;
  say('accepted.imported', { added, same, refused }, added > 0 ? undoLast : null);
}

/** Asks where to, and writes there what is shown of the lists: both, or one of them. */
export async function exportList(): Promise<void> {
  const { scope } = listStore.getState();
  const target = await call('accepted.chooseTarget', {});
  if (!target.ok) return sayError(target.error);
  if (!target.value) return;
  const written = await call('accepted.exportFile', { grant: target.value.grant, scope: scope === 'both' ? null : scope });
  if (!written.ok) return sayError(written.error);
  say('accepted.exported', { count: written.value.wordings, path: target.value.label });
}

/** Looks for the wording under the cursor in all articles. */
export function findCurrent(): void {
  const row = shownRows()[currentIndex() ?? -1];
  if (row) lookFor(row.text);
}

/** Begins to change the wording under the cursor. */
export function editCurrent(): void {
  const row = shownRows()[currentIndex() ?? -1];
  if (row) listStore.setState({ editing: row });
}
