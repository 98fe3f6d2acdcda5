import { resolve } from 'node:path';
import { verifyProject } from '../../engine/project/verify.ts';
import type { Flaw } from '../../engine/project/verify.ts';
import { CommandError, requiredOption } from '../command.ts';
import type { Command } from '../command.ts';
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

export const verifyCommand: Command = {
  name: 'verify',
  usage: '--project NAME.stet',
  summary: 'Checks a project: its database, its kept sources, every page’s ledger.',
  help: [
    '--project NAME.stet  the project',
    '',
    'Reads everything and changes nothing. What is wrong is named on stderr, a line each, and the exit status is 1.',
  ].join('\n'),
  options: { project: { type: 'string' } },
  async run(args, io) {
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
