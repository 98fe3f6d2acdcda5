import { basename, dirname, resolve } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import { isExportFilter } from '#core/export/filter.ts';
import { EXPORTERS } from '#core/export/registry.ts';
import type { Result } from '#util/result.ts';
import { exportProject } from '../../engine/export/export-project.ts';
import { wantedBy } from '../../engine/export/wanted.ts';
import { markSuspect } from '../../engine/project/check-later.ts';
import { listPresets } from '../../engine/project/presets.ts';
import { allTopics } from '../../engine/project/topics.ts';
import { VERSION } from '../../engine/version.ts';
import { CommandError, requiredOption, textOption } from '../command.ts';
import type { Command, Io } from '../command.ts';
import { orFail, progressLines, withProject } from '../project.ts';
import { FILTER_HELP, FILTER_OPTIONS, asksForFilter, exportFilter } from './export-filter.ts';
import { PRESET_HELP, presetNamed } from './export-preset.ts';

const KNOWN = EXPORTERS.map(({ id }) => id);

const LOST = { text: 'its text is lost', tree: 'its articles are damaged', history: 'its history is damaged' } as const;

/** Names the pages that keep a corpus from being exported. `mend`: has the project's next opening mend what it can. */
function naming<T>(result: Result<T, AppError>, io: Io, mend: () => void): Result<T, AppError> {
  if (result.ok || result.error.code !== 'pages-lost') return result;
  const { pages, count, again } = result.error;
  for (const { path, why } of pages) io.err(`stet: page-lost: ${path}: ${LOST[why]}`);
  if (count > pages.length) io.err(`stet: page-lost: and ${count - pages.length} more`);
  if (again > 0) mend();
  if (again > 0) io.err(`stet: page-lost: ${again} of them may be mended when the project is opened next: try again`);
  return result;
}

export const exportCommand: Command = {
  name: 'export',
  usage: '--project NAME.stet --out DIR [--preset NAME] [--format NAME]… [--approved] [--from DATE] [--to DATE] [--topic NAME]… [--reading emended|printed] [--bom] [--licence ID]',
  summary: 'Writes the cleaned corpus into a new folder, whole or not at all.',
  help: [
    '--project NAME.stet  the project',
    '--out DIR            the folder to be made; it must not be there, or be empty, or be an export that --replace takes the place of',
    '--replace            an export that is there gives way to the new one; files that are the same stay the same on the disk',
    '--only-with-id       articles that have no id yet are left out, and none is given: from a project that can only be read',
    '--leave-out-lost     pages that cannot be read any more are left out; ledger.json and manifest.json name and count them',
    '--with-project       what the project can be rebuilt from goes with it, in stet/',
    ...PRESET_HELP,
    `--format NAME        may be given more than once; “all”, or nothing, for all of them: ${KNOWN.join(', ')}`,
    ...FILTER_HELP,
    '--reading WHICH      emended: as corrected (the default); printed: as the source has it; of the fields of articles',
    '--bom                a byte order mark before tables for spreadsheets',
    '--licence ID         the licence stated in the dataset card, as cc-by-4.0; “unknown” if left out',
    '',
    'DIR gets a folder a format, README.md (what is what), ledger.json (every character of every source file accounted for) and',
    'manifest.json (SHA-256 of every file, the versions it was made with, and the characters that not every program reads alike). The same project state gives the same bytes.',
  ].join('\n'),
  options: {
    project: { type: 'string' }, out: { type: 'string' }, preset: { type: 'string' }, format: { type: 'string', multiple: true }, ...FILTER_OPTIONS,
    reading: { type: 'string' }, bom: { type: 'boolean' }, licence: { type: 'string' }, replace: { type: 'boolean' }, 'with-project': { type: 'boolean' }, 'only-with-id': { type: 'boolean' }, 'leave-out-lost': { type: 'boolean' },
  },
  async run(args, io) {
    if (args.positionals.length > 0) throw new CommandError('usage', `${JSON.stringify(args.positionals[0])} is not expected here`);
    const projectPath = resolve(io.cwd, requiredOption(args, 'project'));
    const target = resolve(io.cwd, requiredOption(args, 'out'));
    const asked = args.values['format'];
    const named = Array.isArray(asked) ? (asked.includes('all') ? KNOWN : [...new Set(asked.map(String))]) : null;
    const unknown = named?.find((format) => !KNOWN.includes(format));
    if (unknown !== undefined) throw new CommandError('usage', `there is no format ${JSON.stringify(unknown)}; known are ${KNOWN.join(', ')}`);
    const { reading, licence } = args.values;
    if (reading !== undefined && reading !== 'emended' && reading !== 'printed') throw new CommandError('usage', '--reading is emended or printed');
    const isAsked = (name: string) => args.values[name] === true;
    return withProject({ projectPath, read: false }, async ({ store, context, folder }) => {
      const preset = presetNamed(textOption(args, 'preset'), listPresets(store.db));
      const formats = named ?? preset?.formats.filter((format) => KNOWN.includes(format)) ?? KNOWN;
      const filter = preset && !asksForFilter(args) ? preset.filter : exportFilter(args, allTopics(store.db));
      if (!isExportFilter(filter)) await context.indexer.whole();
      const more = {
        reading: reading ?? preset?.reading ?? 'emended', bom: isAsked('bom') || preset?.bom === true, licence: String(licence ?? preset?.licence ?? ''),
        replace: isAsked('replace'), withProject: isAsked('with-project') || preset?.withProject === true, onlyWithId: isAsked('only-with-id'), leaveOutLost: isAsked('leave-out-lost'),
      };
      const wanted = await wantedBy(filter, context);
      const options = { projectDb: context.layout.project, watchedFolder: folder, target, formats, filter, wanted, ...more, version: VERSION, pending: context.layout.exporting, ...(!store.careful && { kept: context.layout.exported }) };
      const { articles, pages, files, filesAdded, filesChanged, filesRemoved, filesSame, withoutId, lostPages } = orFail(naming(await exportProject(store, options, io.signal, progressLines(io, 'pages')), io, () => store.readOnly === null && markSuspect(context.layout)));
      io.out(`${articles} articles of ${pages} pages in ${files} files: ${basename(dirname(target))}/${basename(target)}`);
      if (withoutId !== undefined && withoutId > 0) io.out(`left out, without an id: ${withoutId}`);
      if (lostPages !== undefined && lostPages > 0) io.out(`left out, as they cannot be read: ${lostPages} pages; ledger.json names them`);
      if (filesSame !== undefined) io.out(`files: ${filesAdded} added, ${filesChanged} changed, ${filesRemoved} removed, ${filesSame} as they were`);
      return 0;
    });
  },
};
