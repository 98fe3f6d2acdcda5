import { createStore, useStore } from 'zustand';
import type { ImportReport, Names, Scheme } from '#contract/schemas/project.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { loadSchemes } from '../../state/project.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';

/** An import that was begun: the file, where it is to go, and what it would do. */
export type Import = {
  readonly grant: string;
  readonly label: string; // of the file
  readonly scheme: string | null; // null: a new one
  readonly retireMissing: boolean;
  readonly title: Names; // of a new one
  readonly report: ImportReport;
  readonly from: HTMLElement | null; // what had the keyboard when it was begun
};

export const importStore = createStore<{ readonly begun: Import | null }>(() => ({ begun: null }));

export const useImport = (): Import | null => useStore(importStore, (state) => state.begun);

export const leaveImport = (): void => importStore.setState({ begun: null });

const nameOf = (names: Names): string => names['zh-Hans'] || names.en;

/** Adds a scheme of the user's own. Says whether it was done. */
export async function addScheme(title: Names): Promise<boolean> {
  const added = await whileSaving(call('topics.addScheme', { once: newOnce(), title }));
  if (!added.ok) {
    sayError(added.error);
    return false;
  }
  await loadSchemes();
  say('toast.scheme-added', { scheme: nameOf(title) }, undoLast);
  return true;
}

/** Gives a scheme another title, or takes it out of use or back into it. */
export async function changeScheme({ id, title: was }: Scheme, change: { readonly title?: Names; readonly retired?: boolean }): Promise<void> {
  const changed = await whileSaving(call('topics.changeScheme', { once: newOnce(), scheme: id, ...change }));
  if (!changed.ok) return sayError(changed.error);
  await loadSchemes();
  say('toast.scheme-changed', { scheme: nameOf(change.title ?? was) }, undoLast);
}

/** Asks for a file and says what taking it in would do. Nothing is changed yet. */
export async function chooseImport(scheme: string | null): Promise<void> {
  const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const file = await call('topics.chooseFile', {});
  if (!file.ok) return sayError(file.error);
  if (file.value) await tryImport({ ...file.value, scheme, retireMissing: false, title: null, from });
}

/** The same file with other choices. */
export async function tryImport({ grant, label, scheme, retireMissing, title, from }: Pick<Import, 'grant' | 'label' | 'scheme' | 'retireMissing' | 'from'> & { readonly title: Names | null }): Promise<void> {
  const tried = await call('topics.tryImport', { grant, scheme, retireMissing });
  if (!tried.ok) return sayError(tried.error);
  const said = tried.value.title;
  const bare = label.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  importStore.setState({ begun: { grant, label, scheme, retireMissing, title: title ?? (nameOf(said) === '' ? { en: bare, 'zh-Hans': bare } : said), report: tried.value, from } });
}

/** Takes the file in. */
export async function doImport({ grant, scheme, retireMissing, title }: Import): Promise<void> {
  const done = await whileSaving(call('topics.importFile', { once: newOnce(), grant, scheme, retireMissing, title }));
  if (!done.ok) return sayError(done.error);
  leaveImport();
  await loadSchemes();
  const { added, changed, retired } = done.value;
  say('toast.topics-imported', { added, changed, retired }, undoLast);
}

/** Asks where to, and writes a scheme there. */
export async function exportScheme({ id, title }: Scheme): Promise<void> {
  const target = await call('topics.chooseTarget', { name: nameOf(title).slice(0, 100) });
  if (!target.ok) return sayError(target.error);
  if (!target.value) return;
  const written = await call('topics.exportFile', { scheme: id, grant: target.value.grant });
  if (!written.ok) return sayError(written.error);
  say('toast.scheme-exported', { count: written.value.topics, path: target.value.label });
}
