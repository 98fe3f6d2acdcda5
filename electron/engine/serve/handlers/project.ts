import { parsePattern } from '#core/metadata/file-name-pattern.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { PROJECT, headOf } from '../../project/journal.ts';
import { readSettings } from '../../project/settings.ts';
import { readOnlyError } from '../../project/store.ts';
import type { Context } from '../context.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

function info({ store, name, folder, folderThere, restored, library, indexer }: Context) {
  indexer.catchUp();
  const { files } = store.db.get<{ files: number }>('SELECT count(*) AS files FROM file')!;
  return {
    name, folder, folderThere: folderThere(), readOnly: store.readOnly, settings: readSettings(store.db, store.defaultEditor),
    ...headOf(store.db), files, ...library.counts(), restored,
  };
}

export const projectHandlers: HandlersOf<CallsOf<'project'>> = {
  'project.info': (_request, context) => ok(info(context)),

  'project.setSettings': ({ once, settings }, context) => {
    const pattern = parsePattern(settings.fileNamePattern ?? '');
    if (!pattern.ok) return fail(pattern.error);
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    const done = decide(context.store, { once, label: 'set-settings' }, true, (deciding) => {
      if (given.length > 0) deciding.set(PROJECT, { kind: 'settings', before: {}, after: Object.fromEntries(given) });
      return ok(null);
    });
    return done.ok ? ok(info(context)) : done;
  },

  'project.rescan': (_request, { reading, store }) => {
    if (store.readOnly) return fail(readOnlyError(store.readOnly));
    reading.rescan();
    return ok(null);
  },
};
