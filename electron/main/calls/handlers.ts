import { ok, fail } from '#util/result.ts';
import type { AppState, Keys } from '#contract/schemas/project.ts';
import type { Dialogs } from '../window/dialogs.ts';
import type { Workbench } from '../projects/workbench.ts';
import type { SettingsStore } from '../state/settings.ts';
import type { Grants } from '../state/grants.ts';
import { readKeysFile, writeKeysFile } from '../state/keys-file.ts';
import type { Handlers } from './answer.ts';

type Parts = {
  readonly appState: () => Promise<AppState>;
  readonly settings: SettingsStore;
  readonly changed: () => void; // language, theme, keys or type
  readonly workbench: Workbench;
  readonly dialogs: Dialogs;
  readonly grants: Grants;
  readonly reveal: (path: string) => void;
  readonly leave: () => void; // lets the window close
  readonly keysTold: (keys: Keys) => void; // the window's commands have these keys now
};

/** Main's side of the contract. Paths come from dialogs and stay here. */
export function createHandlers({ appState, settings, changed, workbench, dialogs, grants, reveal, leave, keysTold }: Parts): Handlers {
  return {
    'app.state': async () => ok(await appState()),
    'app.setLanguage': async ({ language }) => {
      settings.change({ language });
      changed();
      return ok(await appState());
    },
    'app.setTheme': async ({ theme }) => {
      settings.change({ theme });
      changed();
      return ok(await appState());
    },
    'app.setKeys': async ({ keys }) => {
      settings.change({ keys });
      changed();
      return ok(await appState());
    },
    'app.tellKeys': async ({ keys }) => {
      keysTold(keys);
      return ok(null);
    },
    'app.setReading': async ({ reading }) => {
      settings.change({ reading });
      changed();
      return ok(await appState());
    },
    'app.keep': async ({ unsent }) => {
      settings.change({ unsent });
      await settings.written();
      return ok(null);
    },
    'app.kept': async () => ok(settings.get().unsent),
    'app.leave': async () => {
      leave();
      return ok(null);
    },
    'app.exportKeys': async () => {
      const path = await dialogs.keysFileToWrite();
      return path === null ? ok(null) : writeKeysFile(path, settings.get().keys);
    },
    'app.importKeys': async () => {
      const path = await dialogs.keysFileToRead();
      return path === null ? ok(null) : readKeysFile(path);
    },
    'project.openFolder': async () => {
      const folder = await dialogs.folderToWatch();
      return folder === null ? ok(null) : workbench.openFolder(folder);
    },
    'project.openExisting': async () => {
      const path = await dialogs.project();
      return path === null ? ok(null) : workbench.openExisting(path);
    },
    'project.openSamples': () => workbench.openSamples(),
    'project.openRecent': ({ id }) => workbench.openRecent(id),
    'project.close': async () => {
      await workbench.close();
      return ok(null);
    },
    'export.chooseFolder': async () => {
      const path = await dialogs.exportFolder();
      return path === null ? ok(null) : ok({ grant: grants.give(path), label: path });
    },
    'topics.chooseFile': async () => {
      const path = await dialogs.schemeFile();
      return path === null ? ok(null) : ok({ grant: grants.give(path), label: path });
    },
    'topics.chooseTarget': async ({ name }) => {
      const path = await dialogs.schemeTarget(name);
      return path === null ? ok(null) : ok({ grant: grants.give(path), label: path });
    },
    'export.show': async ({ grant }) => {
      const path = grants.pathOf(grant);
      if (path === null) return fail({ code: 'grant-unknown' });
      reveal(path);
      return ok(null);
    },
  };
}
