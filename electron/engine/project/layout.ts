import { join } from 'node:path';

/** Where things are in a project's folder NAME.stet. */
export function layoutOf(projectPath: string) {
  return {
    root: projectPath,
    project: join(projectPath, 'project.db'),
    sources: join(projectPath, 'sources.db'),
    index: join(projectPath, 'index.db'),
    archive: join(projectPath, 'archive.counts'), // derived, like index.db
    language: join(projectPath, 'language.counts'), // derived
    suspect: join(projectPath, 'suspect'), // there: a database was found damaged while it was in use
    exported: join(projectPath, 'exported'), // derived: what pages came to in the last exports
    exportLooks: join(projectPath, 'exported', 'looks.json'), // derived: how the last export looked
    exporting: join(projectPath, 'exporting.json'), // there: an export is taking the place of another
    lock: join(projectPath, 'writer.lock'),
    backups: join(projectPath, 'backups'),
    damaged: join(projectPath, 'damaged'),
  } as const;
}

export type Layout = ReturnType<typeof layoutOf>;

/** A database file and what SQLite keeps beside it. */
export const withCompanions = (path: string) => [path, `${path}-wal`, `${path}-shm`, `${path}-journal`] as const;
