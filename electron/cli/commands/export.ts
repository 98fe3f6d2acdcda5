import { basename, dirname, resolve } from 'node:path';
import { EXPORTERS } from '#core/export/registry.ts';
import { exportProject } from '../../engine/export/export-project.ts';
import { wantedBy } from '../../engine/export/wanted.ts';
import { allTopics } from '../../engine/project/topics.ts';
import { VERSION } from '../../engine/version.ts';
import { CommandError, requiredOption } from '../command.ts';
import type { Command } from '../command.ts';
import { orFail, progressLines, withProject } from '../project.ts';
import { FILTER_HELP, FILTER_OPTIONS, exportFilter } from './export-filter.ts';

const KNOWN = EXPORTERS.map(({ id }) => id);

export const exportCommand: Command = {
  name: 'export',
  usage: '--project NAME.stet --out DIR [--format NAME]… [--approved] [--from DATE] [--to DATE] [--topic NAME]… [--reading emended|printed] [--bom] [--licence ID]',
  summary: 'Writes the cleaned corpus into a new folder, whole or not at all.',
  help: [
    '--project NAME.stet  the project',
    '--out DIR            the folder to be made; it must not be there, or be empty, or be an export that --replace takes the place of',
    '--replace            an export that is there gives way to the new one; files that are the same stay the same on the disk',
    '--only-with-id       articles that have no id yet are left out, and none is given: from a project that can only be read',
    '--with-project       what the project can be rebuilt from goes with it, in stet/',
    `--format NAME        may be given more than once; “all”, or nothing, for all of them: ${KNOWN.join(', ')}`,
    ...FILTER_HELP,
    '--reading WHICH      emended: as corrected (the default); printed: as the source has it; of the fields of articles',
    '--bom                a byte order mark before tables for spreadsheets',
    '--licence ID         the licence stated in the dataset card, as cc-by-4.0; “unknown” if left out',
    '',
    'DIR gets a folder a format, ledger.json (every character of every source file accounted for) and manifest.json (SHA-256 of every file, the',
    'versions it was made with, and the characters that not every program reads alike). The same project state gives the same bytes.',
  ].join('\n'),
  options: {
    project: { type: 'string' }, out: { type: 'string' }, format: { type: 'string', multiple: true }, ...FILTER_OPTIONS,
    reading: { type: 'string' }, bom: { type: 'boolean' }, licence: { type: 'string' }, replace: { type: 'boolean' }, 'with-project': { type: 'boolean' }, 'only-with-id': { type: 'boolean' },
  },
  async run(args, io) {
    if (args.positionals.length > 0) throw new CommandError('usage', `${JSON.stringify(args.positionals[0])} is not expected here`);
    const projectPath = resolve(io.cwd, requiredOption(args, 'project'));
    const target = resolve(io.cwd, requiredOption(args, 'out'));
    const asked = args.values['format'];
    const formats = Array.isArray(asked) && !asked.includes('all') ? [...new Set(asked.map(String))] : KNOWN;
    const unknown = formats.find((format) => !KNOWN.includes(format));
    if (unknown !== undefined) throw new CommandError('usage', `there is no format ${JSON.stringify(unknown)}; known are ${KNOWN.join(', ')}`);
    const reading = args.values['reading'] ?? 'emended';
    if (reading !== 'emended' && reading !== 'printed') throw new CommandError('usage', '--reading is emended or printed');
    const more = { reading, bom: args.values['bom'] === true, licence: String(args.values['licence'] ?? ''), replace: args.values['replace'] === true, withProject: args.values['with-project'] === true, onlyWithId: args.values['only-with-id'] === true } as const;
    return withProject({ projectPath, read: false }, async ({ store, context, folder }) => {
      const filter = exportFilter(args, allTopics(store.db));
      const wanted = await wantedBy(filter, context);
      const options = { projectDb: context.layout.project, watchedFolder: folder, target, formats, filter, wanted, ...more, version: VERSION, pending: context.layout.exporting, ...(!store.careful && { kept: context.layout.exported }) };
      const { articles, pages, files, filesAdded, filesChanged, filesRemoved, filesSame, withoutId } = orFail(await exportProject(store, options, io.signal, progressLines(io, 'pages')));
      io.out(`${articles} articles of ${pages} pages in ${files} files: ${basename(dirname(target))}/${basename(target)}`);
      if (withoutId !== undefined && withoutId > 0) io.out(`left out, without an id: ${withoutId}`);
      if (filesSame !== undefined) io.out(`files: ${filesAdded} added, ${filesChanged} changed, ${filesRemoved} removed, ${filesSame} as they were`);
      return 0;
    });
  },
};
