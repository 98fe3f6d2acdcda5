import { app, dialog } from 'electron';
import { createTranslator } from '#strings/index.ts';
import { findPlaces } from './places.ts';
import { languageOf } from './state/language.ts';
import { openLog } from './state/log.ts';

/** Ends a Stet that could not open its window, and says so: a program that stays without one cannot be seen or closed. */
export function failToStart(thrown: unknown): void {
  const log = openLog(findPlaces().logs);
  const id = log.bug(thrown);
  process.stderr.write(`Stet could not start (${id}): ${String(thrown)}\n`);
  if (app.isPackaged) {
    const t = createTranslator(languageOf('system', app.getPreferredSystemLanguages()));
    dialog.showErrorBox(t('app.name'), t('app.start-failed', { id, log: log.path }));
  }
  app.exit(1);
}
