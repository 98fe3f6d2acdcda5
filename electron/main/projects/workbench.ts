import { mkdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { AppError } from '#contract/app-error.ts';
import type { AppState, OpenProject } from '#contract/schemas/project.ts';
import type { EngineLink } from '../engine/engine-link.ts';
import type { SettingsStore } from '../state/settings.ts';
import { fileError } from './file-error.ts';
import { asOpen, isFolder, isFolderNow } from './known-projects.ts';
import type { KnownProjects } from './known-projects.ts';
import { copySamples, samplesFolder } from './samples.ts';
import { PROJECT_ENDING, projectFolderName, projectName } from './project-name.ts';

type Opened = Result<OpenProject, AppError>;

/** The one project of the window: which it is, and how it becomes another. One request is carried out at a time. */
export type Workbench = {
  readonly project: () => OpenProject | null;
  /** What was to be opened at the start and could not be, until another is opened. */
  readonly notOpened: () => AppState['notOpened'];
  readonly openFolder: (folder: string) => Promise<Opened>;
  readonly openExisting: (projectPath: string) => Promise<Opened>;
  readonly openRecent: (id: string) => Promise<Opened>;
  readonly openSamples: () => Promise<Opened>;
  /** Opens what was open when Stet was quit. Its engine is started before this returns. */
  readonly openLast: () => Promise<void>;
  /** Closes the project's engine and starts it again: the project stays the window's. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Places = {
  readonly samples: string; // as they come with Stet
  readonly samplesNames: () => readonly [string, ...string[]]; // of the user's copy: in the language spoken, then in others in which it may have been made
  readonly projects: string; // where new projects go
  readonly fallbackProjects: string; // where they go if that lies inside the watched folder
};

export function createWorkbench(places: Places, known: KnownProjects, settings: SettingsStore, link: EngineLink, changed: () => void): Workbench {
  let current: { readonly path: string; readonly project: OpenProject } | null = null;
  let notOpened: AppState['notOpened'] = null;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined); // whoever asked hears of it
    return mine;
  };

  const open = async (projectPath: string, folder: string | null): Promise<Opened> => {
    if (current?.path === projectPath) return ok(current.project);
    const opened = await link.open(projectPath, folder);
    if (!opened.ok) return opened;
    current = { path: projectPath, project: known.opened(projectPath, opened.value.folder) };
    notOpened = null;
    changed();
    return ok(current.project);
  };

  const openFolder = async (chosen: string): Promise<Opened> => {
    const folder = await realpath(chosen);
    const same = known.byFolder(folder);
    if (same !== null && (await isFolder(same.projectPath))) return open(same.projectPath, folder);
    const home = isInside(places.projects, folder) ? places.fallbackProjects : places.projects;
    await mkdir(home, { recursive: true });
    const name = projectName(basename(folder));
    for (let n = 1; ; n += 1) {
      const path = join(home, projectFolderName(name, n));
      if (known.byPath(path) !== null && (await isFolder(path))) continue; // another folder's
      const opened = await open(path, folder);
      // A project that is there and that this computer does not remember may be this folder's or another's: only the engine can tell.
      if (!opened.ok || opened.value.folder === folder) return opened;
    }
  };

  const openExisting = async (projectPath: string): Promise<Opened> => {
    if (!projectPath.endsWith(PROJECT_ENDING) || !(await isFolder(projectPath))) return fail({ code: 'not-a-project', path: projectPath });
    return open(await realpath(projectPath), null);
  };

  return {
    project: () => current?.project ?? null,
    notOpened: () => notOpened,
    openFolder: (folder) => inTurn(() => foreseen(() => openFolder(folder))),
    openExisting: (path) => inTurn(() => foreseen(() => openExisting(path))),
    openRecent: (id) => inTurn(() => foreseen(async () => openExisting(known.byId(id)?.projectPath ?? ''))),
    openSamples: () =>
      inTurn(() =>
        foreseen(async () => {
          const folder = await samplesFolder(places.projects, places.samplesNames());
          await copySamples(places.samples, folder);
          return openFolder(folder);
        }),
      ),
    openLast: () => {
      const last = known.byId(settings.get().lastProject ?? '');
      if (last === null || !isFolderNow(last.projectPath)) return Promise.resolve();
      current = { path: last.projectPath, project: asOpen(last) }; // at once: the window need not show the first-run page first
      const opening = link.open(last.projectPath, null);
      return inTurn(async () => {
        const opened = await opening;
        if (opened.ok) known.opened(last.projectPath, opened.value.folder);
        else {
          current = null;
          notOpened = { name: asOpen(last).name, error: opened.error };
        }
        changed();
      });
    },
    reopen: () => inTurn(async () => link.reopen()),
    close: () =>
      inTurn(async () => {
        current = null;
        settings.change({ lastProject: null });
        await link.close();
        changed();
      }),
  };
}

async function foreseen(act: () => Promise<Opened>): Promise<Opened> {
  try {
    return await act();
  } catch (error) {
    const known = fileError(error);
    if (known === null) throw error;
    return fail(known);
  }
}

const isInside = (path: string, folder: string): boolean => `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
