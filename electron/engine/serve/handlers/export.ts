import { join } from 'node:path';
import { safeName } from '#core/export/file-name.ts';
import { fail, ok } from '#util/result.ts';
import { readSettings } from '../../project/settings.ts';
import { VERSION } from '../../version.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { toAppError } from '../trouble.ts';

export const exportHandlers: HandlersOf<CallsOf<'export'>> = {
  'export.formats': async () => ok((await import('#core/export/registry.ts')).EXPORTERS.map(({ id }) => id)), // no need of them before

  'export.holdings': async ({ filter }, { indexer, library }) => {
    await indexer.whole();
    return ok(await library.holdings(filter));
  },

  'export.kept': async (_request, { store, layout, ready }) => {
    store.changes.flush();
    if (!readSettings(store.db, '').makeReady) await ready?.done(); // what was kept goes
    return ok({ bytes: (await import('../../export/kept/kept-exports.ts')).keptBytes(layout.exported) });
  },

  'export.preview': async ({ format, filter, reading = 'emended', bom = false, licence = '' }, { store, layout, indexer, library }) => {
    const [{ exporterOf }, { previewExport }] = [await import('#core/export/registry.ts'), await import('../../export/preview.ts')];
    const exporter = exporterOf(format);
    if (!exporter) return fail({ code: 'bad-request', where: 'export.preview.format' });
    await indexer.whole();
    return ok(await previewExport({ store, library }, exporter, { projectDb: layout.project, filter, reading, bom, licence, version: VERSION }));
  },

  'export.estimate': async ({ formats, filter, reading = 'emended', bom = false, licence = '' }, { store, layout, indexer, library }) => {
    const [{ exporterOf }, { estimateExport }] = [await import('#core/export/registry.ts'), await import('../../export/estimate.ts')];
    const exporters = formats.flatMap((format) => exporterOf(format) ?? []);
    if (exporters.length < formats.length) return fail({ code: 'bad-request', where: 'export.estimate.formats' });
    await indexer.whole();
    return ok(await estimateExport({ store, library }, exporters, { projectDb: layout.project, filter, reading, bom, licence, version: VERSION, ...(!store.careful && { kept: layout.exported }) }));
  },

  'export.start': ({ formats, filter, reading = 'emended', bom = false, licence = '', grant, folderName, withProject = false, replace = false, onlyWithId = false, leaveOutLost = false }, { store, layout, folder, grants, jobs, log, indexer, library, ready }) => {
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
        reading, bom, licence, version: VERSION, withProject, replace, onlyWithId, leaveOutLost, pending: layout.exporting, ...(ready && { kept: layout.exported }),
      };
      const letGo = await ready?.hold();
      try {
        const made = await exportProject(store, options, running.signal, running.progress);
        if (made.ok && !onlyWithId) await ready?.asked(options);
        return made;
      } finally {
        letGo?.();
      }
    };
    begin().then(
      (result) => running.end(result, true), // cancelled too late, the corpus is there
      (error: unknown) => running.end(fail(toAppError(error, log))),
    );
    return ok({ job: running.job });
  },
};
