import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import { call } from '../../bridge/bridge.ts';
import { projectStore } from '../../state/project.ts';
import type { JobProgress } from '../../state/project.ts';
import { sayError } from '../../state/toasts.ts';

type Estimate = { readonly articles: number; readonly issues: number; readonly characters: number };

type State = {
  readonly offered: readonly string[] | null; // formats; null: not asked yet
  readonly formats: readonly string[]; // chosen
  readonly approvedOnly: boolean;
  readonly estimate: Estimate | null;
  readonly folder: { readonly grant: string; readonly label: string } | null;
  readonly name: string; // of the new folder; '' until one is proposed
  readonly job: string | null; // of the export started last
  readonly problem: AppError | null; // why the last one was not started
};

export const exportStore = createStore<State>(() => ({
  offered: null, formats: [], approvedOnly: false, estimate: null, folder: null, name: '', job: null, problem: null,
}));

export const useExport = <T>(select: (state: State) => T): T => useStore(exportStore, select);

/** The job of the export started last, as it goes. */
export function exportJob(jobs: readonly JobProgress[], id: string | null): JobProgress | null {
  return jobs.find((job) => job.job === id) ?? null;
}

const running = (): boolean => exportJob(projectStore.getState().jobs, exportStore.getState().job)?.state === 'running';

const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]|^\.{0,2}$|[. ]$/u;

/** Whether a name can be a folder's on every system. */
export const isFolderName = (name: string): boolean => name.trim() !== '' && name.length <= 120 && !FORBIDDEN.test(name.trim());

/** A name for the new folder: the project and the day, as the screen first proposes. `day` as YYYY-MM-DD. */
export function proposedName(project: string, day: string): string {
  return `${project.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Stet'} ${day}`;
}

export function canStart(): boolean {
  const { formats, folder, name } = exportStore.getState();
  return formats.length > 0 && folder !== null && isFolderName(name) && !running();
}

/** Asks which formats there are, once a project. */
export async function loadFormats(): Promise<void> {
  const formats = await call('export.formats', {});
  if (!formats.ok) return sayError(formats.error);
  exportStore.setState((state) => ({ offered: formats.value, formats: state.formats.length > 0 ? state.formats : formats.value.slice(0, 1) }));
}

/** Reckons what the export would hold. */
export async function loadEstimate(): Promise<void> {
  const { formats, approvedOnly } = exportStore.getState();
  if (formats.length === 0) return exportStore.setState({ estimate: null });
  const estimate = await call('export.estimate', { formats: [...formats], approvedOnly });
  const now = exportStore.getState();
  if (estimate.ok && now.formats === formats && now.approvedOnly === approvedOnly) exportStore.setState({ estimate: estimate.value });
}

export function toggleFormat(format: string): void {
  exportStore.setState(({ offered, formats }) => ({ formats: (offered ?? []).filter((other) => formats.includes(other) !== (other === format)) }));
}

export async function chooseFolder(): Promise<void> {
  const folder = await call('export.chooseFolder', {});
  if (!folder.ok) return sayError(folder.error);
  if (folder.value) exportStore.setState({ folder: folder.value, problem: null });
}

export async function startExport(): Promise<void> {
  const { formats, approvedOnly, folder, name } = exportStore.getState();
  if (!folder || !canStart()) return;
  exportStore.setState({ problem: null, job: null });
  const started = await call('export.start', { formats: [...formats], approvedOnly, grant: folder.grant, folderName: name.trim() });
  if (started.ok) exportStore.setState({ job: started.value.job });
  else exportStore.setState({ problem: started.error });
}

export async function showFolder(): Promise<void> {
  const { folder } = exportStore.getState();
  if (!folder) return;
  const shown = await call('export.show', { grant: folder.grant });
  if (!shown.ok) sayError(shown.error);
}
