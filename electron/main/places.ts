import { join } from 'node:path';
import { app } from 'electron';

/** Where things are. The first group comes with Stet, the second is the user's. */
export type Places = {
  readonly preload: string;
  readonly engine: string;
  readonly renderer: string;
  readonly resources: string;
  readonly samples: string;

  readonly settings: string;
  readonly accepted: string; // wordings that are accepted in every project
  readonly logs: string;
  readonly projects: string; // where new projects go
  readonly fallbackProjects: string; // where they go if that lies inside the watched folder
};

/** `--user-data-dir` is honoured whoever started Stet: tests, and people who keep two of everything. */
export function chooseUserData(): void {
  const named = app.commandLine.getSwitchValue('user-data-dir');
  if (named !== '') app.setPath('userData', named);
}

/** Has to run after `chooseUserData`. */
export function findPlaces(): Places {
  const stet = app.getAppPath();
  const mine = app.getPath('userData');
  return {
    preload: join(stet, 'dist', 'preload', 'preload.cjs'),
    engine: join(stet, 'dist', 'engine', 'serve.js'),
    renderer: join(stet, 'dist', 'renderer'),
    resources: join(stet, 'resources'),
    samples: join(stet.replace(/\.asar$/, '.asar.unpacked'), 'resources', 'samples'), // packaged, they lie beside the archive
    settings: join(mine, 'settings.json'),
    accepted: join(mine, 'accepted.tsv'),
    logs: join(mine, 'logs'),
    projects: join(app.getPath('documents'), 'Stet'),
    fallbackProjects: join(mine, 'projects'),
  };
}
