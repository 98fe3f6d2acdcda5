import { join } from 'node:path';
import { safeName } from '#core/export/file-name.ts';
import { EXPORTERS } from '#core/export/registry.ts';
import { fail, ok } from '#util/result.ts';
import { VERSION } from '../../version.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { toAppError } from '../trouble.ts';

export const exportHandlers: HandlersOf<CallsOf<'export'>> = {
  'export.formats': () => ok(EXPORTERS.map(({ id }) => id)),

  'export.estimate': async ({ approvedOnly }, { indexer, library }) => {
    await indexer.whole();
    return ok(library.extent(approvedOnly));
  },

  'export.start': ({ formats, approvedOnly, grant, folderName }, { store, layout, folder, grants, jobs, log }) => {
    const parent = grants.get(grant);
    if (parent === undefined) return fail({ code: 'grant-unknown' });
    const name = safeName(folderName);
    if (name === '') return fail({ code: 'bad-request', where: 'export.start.folderName' });
    const running = jobs.begin('export');
    const options = { projectDb: layout.project, watchedFolder: folder, target: join(parent, name), formats, approvedOnly, version: VERSION };
    import('../../export/export-project.ts').then(({ exportProject }) => exportProject(store, options, running.signal, running.progress)).then(
      (result) => running.end(result),
      (error: unknown) => running.end(fail(toAppError(error, log))),
    );
    return ok({ job: running.job });
  },
};
