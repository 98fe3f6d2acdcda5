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
  const granted = (path: string | null) => ok(path === null ? null : { grant: grants.give(path), label: path });
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
    'project.chooseFolder': async () => granted(await dialogs.folderToWatch()),
    'project.chooseExisting': async () => granted(await dialogs.project()),
    'project.openFolder': async ({ grant }) => {
      const folder = grant === undefined ? await dialogs.folderToWatch() : grants.pathOf(grant);
      if (folder !== null) return workbench.openFolder(folder);
      return grant === undefined ? ok(null) : fail({ code: 'grant-unknown' });
    },
    'project.openExisting': async ({ grant }) => {
      const path = grant === undefined ? await dialogs.project() : grants.pathOf(grant);
      if (path !== null) return workbench.openExisting(path);
      return grant === undefined ? ok(null) : fail({ code: 'grant-unknown' });
    },
    'project.openSamples': () => workbench.openSamples(),
    'project.openRecent': ({ id }) => workbench.openRecent(id),
    'project.reopen': async () => {
      await workbench.reopen();
      return ok(null);
    },
    'project.close': async () => {
      await workbench.close();
      return ok(null);
    },
    'export.chooseFolder': async () => granted(await dialogs.exportFolder()),
    'accepted.chooseFile': async () => granted(await dialogs.listFile()),
    'accepted.chooseTarget': async () => granted(await dialogs.listTarget()),
    'topics.chooseFile': async () => granted(await dialogs.schemeFile()),
    'topics.chooseTarget': async ({ name }) => granted(await dialogs.schemeTarget(name)),
    'export.show': async ({ grant }) => {
      const path = grants.pathOf(grant);
      if (path === null) return fail({ code: 'grant-unknown' });
      reveal(path);
      return ok(null);
    },
  };
}
