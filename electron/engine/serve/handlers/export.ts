import { join } from 'node:path';
import { safeName } from '#core/export/file-name.ts';
import { fail, ok } from '#util/result.ts';
import { VERSION } from '../../version.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { toAppError } from '../trouble.ts';

export const exportHandlers: HandlersOf<CallsOf<'export'>> = {
  'export.formats': async () => ok((await import('#core/export/registry.ts')).EXPORTERS.map(({ id }) => id)), // no need of them before

  'export.holdings': async ({ filter }, { indexer, library }) => {
    await indexer.whole();
    return ok(await library.holdings(filter));
  },

  'export.start': ({ formats, filter, grant, folderName }, { store, layout, folder, grants, jobs, log, indexer, library }) => {
    const parent = grants.get(grant);
    if (parent === undefined) return fail({ code: 'grant-unknown' });
    const name = safeName(folderName);
    if (name === '') return fail({ code: 'bad-request', where: 'export.start.folderName' });
    const running = jobs.begin('export');
    const begin = async () => {
      const [{ exportProject }, { wantedBy }] = [await import('../../export/export-project.ts'), await import('../../export/wanted.ts')];
      await indexer.whole();
      const options = {
        projectDb: layout.project, watchedFolder: folder, target: join(parent, name), formats, filter, wanted: await wantedBy(filter, { store, library }),
        reading: 'emended' as const, bom: false, licence: '', version: VERSION,
      };
      return exportProject(store, options, running.signal, running.progress);
    };
    begin().then(
      (result) => running.end(result),
      (error: unknown) => running.end(fail(toAppError(error, log))),
    );
    return ok({ job: running.job });
  },
};
