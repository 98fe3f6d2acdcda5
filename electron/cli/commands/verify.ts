import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyProject } from '../../engine/project/verify.ts';
import type { Flaw } from '../../engine/project/verify.ts';
import { verifyExport } from '../../engine/export/verify-export.ts';
import type { ExportFlaw } from '../../engine/export/verify-export.ts';
import { CommandError, requiredOption, textOption } from '../command.ts';
import type { Command, Io } from '../command.ts';
import { progressLines, withProject } from '../project.ts';

function sentence(flaw: Flaw): string {
  switch (flaw.code) {
    case 'database':
      return 'project.db is not sound';
    case 'references':
      return `project.db: ${flaw.rows} rows refer to what is not there`;
    case 'source':
      return `${flaw.path}: the kept source is missing or not what it was`;
    case 'unreadable':
      return `${flaw.path}: its articles cannot be read`;
    case 'lost':
    case 'twice':
    case 'outside':
      return `${flaw.path}: the ledger does not add up (${flaw.code}, at ${flaw.at})`;
  }
}

/** A fault of an export, in words. */
export function flawSentence(flaw: ExportFlaw): string {
  switch (flaw.code) {
    case 'no-manifest':
      return 'there is no manifest.json of Stet’s here';
    case 'no-ledger':
      return 'ledger.json is missing or cannot be read';
    case 'missing':
      return `${flaw.path}: is not there`;
    case 'changed':
      return `${flaw.path}: is not what was exported`;
    case 'unlisted':
      return `${flaw.path}: was not exported`;
    case 'sum':
      return `${flaw.path}: kept, struck and aside are not the source`;
    case 'total':
      return `ledger.json: the pages do not add up to the total of ${JSON.stringify(flaw.figure)}`;
  }
}

async function verifyFolder(folder: string, io: Io): Promise<number> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError('not-found', `${folder} is no folder`);
  const { files, bytes, pages, leftOut, manifest, flaws } = await verifyExport(folder, progressLines(io, 'files'), io.signal);
  if (io.signal.aborted) throw new CommandError('cancelled', 'stopped before the end');
  for (const flaw of flaws) io.err(`stet: verify-failed: ${flawSentence(flaw)}`);
  io.out(`${files} files, ${bytes} bytes, ${pages} pages, ${leftOut === 0 ? '' : `${leftOut} left out as they could not be read, `}${flaws.length} faults${manifest && `; SHA-256 of manifest.json: ${manifest}`}`);
  return flaws.length === 0 ? 0 : 1;
}

export const verifyCommand: Command = {
  name: 'verify',
  usage: '--project NAME.stet | --export DIR',
  summary: 'Checks a project (its database, its kept sources, every page’s ledger) or an export (every file, the ledger).',
  help: [
    '--project NAME.stet  the project',
    '--export DIR         the folder of an export; the project it came from is not needed',
    '',
    'Reads everything and changes nothing. What is wrong is named on stderr, a line each, and the exit status is 1.',
  ].join('\n'),
  options: { project: { type: 'string' }, export: { type: 'string' } },
  async run(args, io) {
    const exported = textOption(args, 'export');
    if (exported !== null) {
      if (args.values['project'] !== undefined) throw new CommandError('usage', 'either --project or --export is to be given, not both');
      return verifyFolder(resolve(io.cwd, exported), io);
    }
    const projectPath = resolve(io.cwd, requiredOption(args, 'project'));
    return withProject({ projectPath, read: false }, async ({ store }) => {
      const { issues, characters, flaws } = await verifyProject(store, progressLines(io, 'pages'), io.signal);
      if (io.signal.aborted) throw new CommandError('cancelled', 'stopped before the end');
      for (const flaw of flaws) io.err(`stet: verify-failed: ${sentence(flaw)}`);
      io.out(`${issues} pages, ${characters} characters, ${flaws.length} faults`);
      return flaws.length === 0 ? 0 : 1;
    });
  },
};
