import { join } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import type { Translate } from '#strings/index.ts';

/** The questions only the system's own dialogs may ask: which folder or file. Each gives a path, or null if the user thought better of it. */
export type Dialogs = {
  readonly folderToWatch: () => Promise<string | null>;
  readonly project: () => Promise<string | null>;
  readonly exportFolder: () => Promise<string | null>;
  readonly keysFileToWrite: () => Promise<string | null>;
  readonly keysFileToRead: () => Promise<string | null>;
  readonly listFile: () => Promise<string | null>;
  readonly listTarget: () => Promise<string | null>;
  readonly schemeFile: () => Promise<string | null>;
  readonly schemeTarget: (name: string) => Promise<string | null>; // without an ending: that of the format chosen
};

export function createDialogs(window: BrowserWindow, translate: () => Translate, projects: string, documents: string): Dialogs {
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
    keysFileToWrite: async () => {
      const t = translate();
      const answer = await dialog.showSaveDialog(window, { title: t('dialog.write-keys'), defaultPath: join(documents, 'stet-keys.json'), filters: [{ name: 'JSON', extensions: ['json'] }] });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    keysFileToRead: () => {
      const t = translate();
      return ask({ title: t('dialog.read-keys'), buttonLabel: t('dialog.open'), defaultPath: documents, properties: ['openFile'], filters: [{ name: 'JSON', extensions: ['json'] }] });
    },
    exportFolder: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-export-folder'), buttonLabel: t('dialog.use-folder'), properties: ['openDirectory', 'createDirectory'] });
    },
    listFile: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-list'), buttonLabel: t('dialog.open'), defaultPath: documents, filters: [{ name: t('dialog.lists'), extensions: ['csv', 'tsv', 'txt'] }], properties: ['openFile'] });
    },
    listTarget: async () => {
      const t = translate();
      const answer = await dialog.showSaveDialog(window, { title: t('dialog.save-list'), defaultPath: join(documents, `${t('dialog.list-name')}.csv`), filters: [{ name: 'CSV', extensions: ['csv'] }] });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    schemeFile: () => {
      const t = translate();
      return ask({ title: t('dialog.choose-scheme'), buttonLabel: t('dialog.open'), filters: [{ name: t('dialog.schemes'), extensions: ['csv', 'ttl', 'nt', 'rdf', 'xml'] }], properties: ['openFile'] });
    },
    schemeTarget: async (name) => {
      const t = translate();
      const filters = [{ name: 'CSV', extensions: ['csv'] }, { name: 'SKOS, Turtle', extensions: ['ttl'] }, { name: 'SKOS, RDF/XML', extensions: ['rdf'] }];
      const answer = await dialog.showSaveDialog(window, { title: t('dialog.save-scheme'), defaultPath: `${name.replace(/[\\/:*?"<>|]+/g, ' ')}.csv`, filters });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
}
