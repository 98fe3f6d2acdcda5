import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppState, OpenProject } from '#contract/schemas/project.ts';
import type { KnownProject, SettingsStore } from '../state/settings.ts';
import { PROJECT_ENDING } from './project-name.ts';

const RECENT = 12;

/** Every project this computer has had open, by path. The list is what finds a folder's project again, so none is ever dropped. */
export type KnownProjects = {
  readonly byId: (id: string) => KnownProject | null;
  readonly byFolder: (folder: string) => KnownProject | null;
  readonly byPath: (projectPath: string) => KnownProject | null;
  /** Notes that a project is open now, and gives it as the window knows it. */
  readonly opened: (projectPath: string, folder: string) => OpenProject;
  readonly recent: () => Promise<AppState['recent']>;
};

export function createKnownProjects(settings: SettingsStore): KnownProjects {
  const find = (is: (project: KnownProject) => boolean): KnownProject | null => settings.get().projects.find(is) ?? null;
  const byPath = (projectPath: string): KnownProject | null => find((project) => project.projectPath === projectPath);
  return {
    byId: (id) => find((project) => project.id === id),
    byFolder: (folder) => find((project) => project.folder === folder),
    byPath,
    opened: (projectPath, folder) => {
      const id = byPath(projectPath)?.id ?? randomUUID();
      const now: KnownProject = { id, projectPath, folder, openedAt: new Date().toISOString() };
      settings.change({ projects: [now, ...settings.get().projects.filter((other) => other.id !== id)], lastProject: id });
      return asOpen(now);
    },
    recent: () =>
      Promise.all(
        settings.get().projects.slice(0, RECENT).map(async (project) => ({
          ...asOpen(project),
          openedAt: project.openedAt,
          there: await isFolder(project.projectPath),
        })),
      ),
  };
}

/** A project as the window knows it. */
export function asOpen(project: KnownProject): OpenProject {
  return { id: project.id, name: basename(project.projectPath, PROJECT_ENDING), folder: project.folder };
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

/** The same at once, for the start. */
export const isFolderNow = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
