import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, requiredOption } from '../command.ts';
import type { Command, Io } from '../command.ts';
import { commandError, orFail, progressLines, withProject } from '../project.ts';
import { readOnlyError } from '../../engine/project/store.ts';
import type { Engine } from '../../engine/engine.ts';

const PAGE = 500;

/** Names every file that could not be read, with its reason. Returns how many. */
async function tellProblems(engine: Engine, io: Io): Promise<number> {
  let told = 0;
  for (;;) {
    const { files, total } = orFail(await engine.call('files.list', { only: 'problems', offset: told, limit: PAGE }));
    for (const { path, problem } of files) io.err(`stet: cannot-read: ${path}: ${problem}`);
    told += files.length;
    if (told >= total || files.length === 0) return total;
  }
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FOLDER --project NAME.stet',
  summary: 'Reads a folder of issue files into a project, making it where it is not there.',
  help: [
    '--project NAME.stet  the project, a folder; one that watches this folder already reads what is new or changed',
    '',
    'Prints how many files, pages and articles the project holds. Files that cannot be read are named on stderr with their reason; the exit status',
    'is 1 then. The files of FOLDER are never written to.',
  ].join('\n'),
  options: { project: { type: 'string' } },
  async run(args, io) {
    const [given, ...more] = args.positionals;
    if (given === undefined || more.length > 0) throw new CommandError('usage', 'exactly one folder has to be given');
    const folder = resolve(io.cwd, given);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError('not-found', `${folder} is no folder`);
    const projectPath = resolve(io.cwd, requiredOption(args, 'project'));
    return withProject({ projectPath, folder, read: true }, async (engine) => {
      if (engine.folder !== folder) throw new CommandError('usage', `${projectPath} watches ${engine.folder}, not ${folder}`);
      const { readOnly } = engine.store;
      if (readOnly) throw commandError(readOnlyError(readOnly));
      const tell = progressLines(io, 'reading');
      const jobs = new Set<string>();
      const off = engine.on((_name, payload) => {
        if (!('job' in payload)) return;
        jobs.add(payload.job);
        if (payload.total > 0) tell(payload.done, payload.total);
      });
      io.signal.addEventListener('abort', () => {
        for (const job of jobs) void engine.call('job.cancel', { job });
      });
      await engine.settled();
      off();
      if (io.signal.aborted) throw new CommandError('cancelled', 'stopped; what was read so far is in the project');
      engine.context.indexer.complete();
      const info = orFail(await engine.call('project.info', {}));
      const facets = orFail(await engine.call('library.facets', { filter: {} }));
      const problems = await tellProblems(engine, io);
      io.out(`${info.files} files, ${facets.issues} pages, ${facets.articles} articles`);
      return problems === 0 ? 0 : 1;
    });
  },
};
