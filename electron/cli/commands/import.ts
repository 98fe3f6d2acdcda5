import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, requiredOption, textOption } from '../command.ts';
import type { Args, Command, Io } from '../command.ts';
import { commandError, orFail, progressLines, withProject } from '../project.ts';
import { verifyExport } from '../../engine/export/verify-export.ts';
import { strictDecode } from '../../engine/ingest/strict-decode.ts';
import { RebuildError, rebuildProject } from '../../engine/project/rebuild.ts';
import { readOnlyError } from '../../engine/project/store.ts';
import { flawSentence } from './verify.ts';
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

/** Makes a project of an export, once every byte of it has been verified. */
async function rebuild(args: Args, from: string, io: Io): Promise<number> {
  if (args.positionals.length > 0) throw new CommandError('usage', `${JSON.stringify(args.positionals[0])} is not expected here`);
  const projectPath = resolve(io.cwd, requiredOption(args, 'project'));
  const folder = resolve(io.cwd, textOption(args, 'folder') ?? `${projectPath.replace(/\.stet$/u, '')} pages`);
  const { flaws } = await verifyExport(from, progressLines(io, 'verifying'), io.signal);
  if (io.signal.aborted) throw new CommandError('cancelled', 'stopped before anything was made');
  for (const flaw of flaws) io.err(`stet: verify-failed: ${flawSentence(flaw)}`);
  if (flaws.length > 0) return 1;
  try {
    const { sources, files } = await rebuildProject({ from, projectPath, folder, decode: strictDecode, now: () => new Date() });
    io.err(`${sources} versions kept, ${files} files written into ${folder}`);
  } catch (error) {
    throw error instanceof RebuildError ? new CommandError(...TROUBLE[error.code]) : error;
  }
  return withProject({ projectPath, read: false }, async (engine) => {
    engine.context.indexer.complete();
    const info = orFail(await engine.call('project.info', {}));
    const facets = orFail(await engine.call('library.facets', { filter: {} }));
    io.out(`${info.files} files, ${facets.issues} pages, ${facets.articles} articles`);
    return 0;
  });
}

const TROUBLE: Readonly<Record<RebuildError['code'], [CommandError['code'], string]>> = {
  'no-part': ['not-found', 'this export carries no project: it is to be made with --with-project'],
  newer: ['project-newer', 'this export was made by a newer version of Stet'],
  damaged: ['verify-failed', 'what this export says of its project does not fit together'],
  'project-exists': ['target-exists', 'the project is there already'],
};

export const importCommand: Command = {
  name: 'import',
  usage: 'FOLDER --project NAME.stet | --from-export DIR --project NEW.stet [--folder FOLDER]',
  summary: 'Reads a folder of issue files into a project, or rebuilds a project from an export that carries one.',
  help: [
    '--project NAME.stet  the project, a folder; one that watches this folder already reads what is new or changed',
    '',
    'Prints how many files, pages and articles the project holds. Files that cannot be read are named on stderr with their reason; the exit status',
    'is 1 then. The files of FOLDER are never written to.',
    '',
    '--from-export DIR    the folder of an export made with --with-project: it is verified, and the project made of it as it was, with its journal and ids',
    '--folder FOLDER      the folder to be watched then; files that are not in it are written there. By default NEW pages, beside the project',
  ].join('\n'),
  options: { project: { type: 'string' }, 'from-export': { type: 'string' }, folder: { type: 'string' } },
  async run(args, io) {
    const exported = textOption(args, 'from-export');
    if (exported !== null) return rebuild(args, resolve(io.cwd, exported), io);
    if (args.values['folder'] !== undefined) throw new CommandError('usage', '--folder goes with --from-export');
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
