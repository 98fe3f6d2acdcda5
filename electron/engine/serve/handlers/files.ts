import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { fileById, filesOf, listFiles, toIssueFile } from '../../project/files.ts';
import { PROJECT } from '../../project/journal.ts';
import { readOnlyError } from '../../project/store.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const filesHandlers: HandlersOf<CallsOf<'files'>> = {
  'files.list': ({ only, offset, limit }, { store }) => ok(listFiles(store.db, only, offset, limit)),

  'files.of': ({ issue }, { store }) => ok(filesOf(store.db, issue).map((file) => toIssueFile(store.db, file))),

  'files.setEncoding': async ({ once, file, encoding }, { store, reading }) => {
    const known = fileById(store.db, file);
    if (!known) return fail({ code: 'no-such-file' });
    const done = decide(store, { once, label: 'set-encoding' }, known.issue === null, (deciding) => {
      deciding.set(known.issue ?? PROJECT, { kind: 'encoding', file, before: null, after: encoding });
      return ok(null);
    });
    if (!done.ok) return done;
    await reading.reread(known.path, encoding);
    return ok(toIssueFile(store.db, fileById(store.db, file) ?? known));
  },

  'files.readLarge': async ({ file }, { store, reading }) => {
    const known = fileById(store.db, file);
    if (!known) return fail({ code: 'no-such-file' });
    if (store.readOnly) return fail(readOnlyError(store.readOnly));
    await reading.readLarge(known.path);
    return ok(toIssueFile(store.db, fileById(store.db, file) ?? known));
  },
};
