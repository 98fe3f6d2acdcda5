import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { Holdings } from '#contract/schemas/holdings.ts';
import type { Filter } from '#contract/schemas/library.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { call } from '../../bridge/bridge.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { projectStore } from '../../state/project.ts';
import type { JobProgress } from '../../state/project.ts';
import { queueStore } from '../../state/queue.ts';
import { sayError } from '../../state/toasts.ts';

/** Which articles leave: all, those approved, what the Library shows, what a saved queue holds (its id), or what a preset asks for. */
export type Choice = 'all' | 'approved' | 'library' | { readonly queue: string } | { readonly filter: Filter };

/** What a refused export may be told when it is started again. `replace`: an export that is there gives way to the new one; `onlyWithId`: articles that have no id yet are left out; `leaveOutLost`: so are pages that cannot be read. */
type Leave = { readonly replace?: boolean; readonly onlyWithId?: boolean; readonly leaveOutLost?: boolean };

type State = {
  readonly offered: readonly string[] | null; // formats; null: not asked yet
  readonly formats: readonly string[]; // chosen
  readonly choice: Choice;
  readonly holdings: { readonly of: Filter; readonly counts: Holdings } | null; // what the articles chosen come to
  readonly folder: { readonly grant: string; readonly label: string } | null;
  readonly reading: 'emended' | 'printed'; // of the fields of articles
  readonly bom: boolean; // before tables for spreadsheets
  readonly licence: string;
  readonly withProject: boolean; // what the project can be rebuilt from goes with it
  readonly name: string; // of the new folder; '' until one is proposed
  readonly job: string | null; // of the export started last
  readonly asked: Leave; // what it was told to do beside
  readonly problem: AppError | null; // why the last one was not started
};

/** What was chosen for one project says nothing of another, but how one likes one's exports does. */
export function forgetExport(): void {
  exportStore.setState({ choice: 'all', holdings: null, folder: null, withProject: false, name: '', job: null, asked: {}, problem: null });
}

export const exportStore = createStore<State>(() => ({
  offered: null, formats: [], choice: 'all', holdings: null, folder: null, reading: 'emended', bom: false, licence: '', withProject: false, name: '', job: null, asked: {}, problem: null,
}));

export const useExport = <T>(select: (state: State) => T): T => useStore(exportStore, select);

/** The job of the export started last, as it goes. */
export function exportJob(jobs: readonly JobProgress[], id: string | null): JobProgress | null {
  return jobs.find((job) => job.job === id) ?? null;
}

const ALL: Filter = {};
const APPROVED: Filter = { status: ['approved'] };

const running = (): boolean => exportJob(projectStore.getState().jobs, exportStore.getState().job)?.state === 'running';

const refusal = (): AppError['code'] | undefined => exportJob(projectStore.getState().jobs, exportStore.getState().job)?.error?.code;

/** Whether the export started last was refused because one of Stet's stands in its place. */
export const isTaken = (): boolean => refusal() === 'target-is-export';

/** Whether it was refused because articles have no id and cannot be given one here. */
export const lacksIds = (): boolean => refusal() === 'articles-without-id';

/** Whether it was refused because something it takes cannot be read any more. */
export const lacksPages = (): boolean => ['pages-lost', 'project-part-lost'].includes(refusal() ?? '');

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

/** In which order formats are offered: those most readers look for first. The first is chosen where nothing was. */
const ORDER = ['jsonl', 'huggingface', 'csv', 'tsv', 'markdown', 'text', 'text-pages', 'tei-documentary', 'tei-pressmint', 'annotations'];
const placeOf = (format: string): number => (ORDER.includes(format) ? ORDER.indexOf(format) : ORDER.length);

/** Asks which formats there are, once a project. */
export async function loadFormats(): Promise<void> {
  const formats = await call('export.formats', {});
  if (!formats.ok) return sayError(formats.error);
  const offered = formats.value.toSorted((a, b) => placeOf(a) - placeOf(b));
  exportStore.setState((state) => ({ offered, formats: state.formats.length > 0 ? state.formats : offered.slice(0, 1) }));
}

/** The filter that a choice stands for now. A queue that is gone holds nothing any more: all is offered again. */
export function filterOf(choice: Choice, shown: Filter, queues: readonly Queue[]): Filter {
  if (choice === 'all') return ALL;
  if (choice === 'approved') return APPROVED;
  if (choice === 'library') return shown;
  return 'filter' in choice ? choice.filter : (queues.find(({ id }) => id === choice.queue)?.filter ?? ALL);
}

/** What leaves by the choice that stands now. */
export const filterNow = (): Filter => filterOf(exportStore.getState().choice, libraryQuery.getState().filter, queueStore.getState().queues);

let asking: Promise<void> | null = null;
let isDue = false;

/** Asks what the articles chosen come to. Every row is looked at for that: what changes meanwhile is asked for once, when the answer is there. */
export function loadHoldings(): Promise<void> {
  isDue = true;
  asking ??= ask().finally(() => (asking = null));
  return asking;
}

async function ask(): Promise<void> {
  while (isDue) {
    isDue = false;
    const filter = filterNow();
    const holdings = await call('export.holdings', { filter });
    if (holdings.ok && filterNow() === filter) exportStore.setState({ holdings: { of: filter, counts: holdings.value } });
  }
}

export function toggleFormat(format: string): void {
  exportStore.setState(({ offered, formats }) => ({ formats: (offered ?? []).filter((other) => formats.includes(other) !== (other === format)) }));
}

export async function chooseFolder(): Promise<void> {
  const folder = await call('export.chooseFolder', {});
  if (!folder.ok) return sayError(folder.error);
  if (folder.value) exportStore.setState({ folder: folder.value, problem: null });
}

/** Begins to export. */
export async function startExport(asked: Leave = {}): Promise<void> {
  const { formats, folder, name, reading, bom, licence, withProject } = exportStore.getState();
  if (!folder || !canStart()) return;
  exportStore.setState({ problem: null, job: null, asked });
  const started = await call('export.start', { formats: [...formats], filter: filterNow(), reading, bom, licence: licence.trim(), withProject, ...asked, grant: folder.grant, folderName: name.trim() });
  if (started.ok) exportStore.setState({ job: started.value.job });
  else exportStore.setState({ problem: started.error });
}

/** Begins again what was refused, with leave to do what stood in the way beside what it had leave to before. */
export const exportAnyway = (leave: Leave): Promise<void> => startExport({ ...exportStore.getState().asked, ...leave });

export async function showFolder(): Promise<void> {
  const { folder } = exportStore.getState();
  if (!folder) return;
  const shown = await call('export.show', { grant: folder.grant });
  if (!shown.ok) sayError(shown.error);
}
