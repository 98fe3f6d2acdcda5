import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import type { Translate } from '#strings/index.ts';

/** The questions only the system's own dialogs may ask: which folder. Each gives a path, or null if the user thought better of it. */
export type Dialogs = {
  readonly folderToWatch: () => Promise<string | null>;
  readonly project: () => Promise<string | null>;
  readonly exportFolder: () => Promise<string | null>;
};

export function createDialogs(window: BrowserWindow, translate: () => Translate, projects: string): Dialogs {
  const ask = async (options: OpenDialogOptions): Promise<string | null> => {
    const answer = await dialog.showOpenDialog(window, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    folderToWatch: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-folder'), buttonLabel: t('dialog.open'), properties: ['openDirectory'] });
    },
    project: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-project'), buttonLabel: t('dialog.open'), defaultPath: projects, properties: ['openDirectory'] });
    },
    exportFolder: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-export-folder'), buttonLabel: t('dialog.use-folder'), properties: ['openDirectory', 'createDirectory'] });
    },
  };
}
