import { createStore, useStore } from 'zustand';
import { useSyncExternalStore } from 'react';
import type { Encoding, IssueFile } from '#contract/schemas/file.ts';
import { call, newOnce } from '../../../bridge/bridge.ts';
import { coalesce } from '../../../state/coalesce.ts';
import { createPageCache } from '../../../state/page-cache.ts';
import type { CacheState } from '../../../state/page-cache.ts';
import { projectStore } from '../../../state/project.ts';
import { undoLast } from '../../../state/history.ts';
import { whileSaving } from '../../../state/saving.ts';
import { openIssue } from '../../../state/screen.ts';
import { say, sayError } from '../../../state/toasts.ts';

export const FILE_SETS = ['all', 'problems', 'ask', 'missing'] as const;
export type FileSet = (typeof FILE_SETS)[number];

type State = { readonly only: FileSet; readonly current: number | null };

export const fileStore = createStore<State>(() => ({ only: 'all', current: null }));

export const useFileStore = <T>(select: (state: State) => T): T => useStore(fileStore, select);

export const files = createPageCache<IssueFile>();

export const useFiles = (): CacheState => useSyncExternalStore(files.subscribe, files.state);

/** Shows some of the files. */
export function showFiles(only: FileSet): void {
  fileStore.setState((state) => ({ only, current: only === state.only ? state.current : null }));
  files.ask(async (offset, limit) => {
    const answer = await call('files.list', { offset, limit, only });
    return answer.ok ? { ok: true, value: { total: answer.value.total, revision: 0, rows: answer.value.files } } : answer;
  });
}

/** Puts the cursor on a file of those shown. */
export function moveToFile(index: number): void {
  const { total } = files.state();
  if (total) fileStore.setState({ current: Math.min(total - 1, Math.max(0, index)) });
}

/** The file under the cursor, if it is there and known already. */
export function fileHere(): IssueFile | undefined {
  const { current } = fileStore.getState();
  return current === null ? undefined : files.row(current);
}

/** Opens the page of a file; one that could not be read has none. */
export function openFile(file: IssueFile | undefined): void {
  if (file?.issue != null) openIssue(file.issue);
}

/** Asks again whenever files have come, gone or been read, until the returned function is called. */
export function followFiles(): () => void {
  const refresh = coalesce(files.refresh, 400);
  return projectStore.subscribe((state, before) => {
    if (state.files !== before.files || state.revision !== before.revision) refresh();
  });
}

function replace(file: IssueFile): void {
  files.patch((other) => (other.file === file.file ? file : other));
}

/** Has a file read in another encoding. What was decided about it is replayed on the new reading. */
export async function setEncoding(file: IssueFile, encoding: Encoding): Promise<void> {
  const changed = await whileSaving(call('files.setEncoding', { once: newOnce(), file: file.file, encoding }));
  if (!changed.ok) return sayError(changed.error);
  replace(changed.value);
  say('toast.encoding', { file: file.path, encoding }, undoLast);
}

/** Has a file read that was passed over for its size. */
export async function readLarge(file: IssueFile): Promise<void> {
  const read = await call('files.readLarge', { file: file.file });
  if (read.ok) replace(read.value);
  else sayError(read.error);
}
