import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { NOTHING_ACCEPTED, acceptedOf } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { languageOn } from '#core/checks/language.ts';
import { checkedReport } from '#core/checks/report.ts';
import { fileStem } from '#core/metadata/file-stem.ts';
import { ArchiveSample, type SamplePage } from '#core/parse/archive-sample.ts';
import { loadList } from '../../engine/accepted/list-files.ts';
import { pagesIn } from '../../engine/archive/count-pages.ts';
import { statisticsOf } from '../../engine/archive/statistics.ts';
import { type Commonness, loadCommonness } from '../../engine/ingest/commonness.ts';
import type { Entry } from '../../engine/ingest/entry.ts';
import { type ReadItem, readPage } from '../../engine/ingest/read-page.ts';
import { lookAgain, walkFolder } from '../../engine/ingest/walk.ts';
import { loadSplitter } from '../../engine/split/load-splitter.ts';
import { archiveLanguage } from '../../engine/words/archive-language.ts';
import { type Command, CommandError, requiredOption, textOption } from '../command.ts';
import { resourcesFolder } from '../places.ts';
import { commandError } from '../project.ts';
import { writeOutput } from '../write-output.ts';

type Found = { readonly folder: string; readonly entry: Entry };

/** The files meant by one argument: itself, or every issue file of a folder. */
function filesOf(path: string): readonly Found[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new CommandError('not-found', `${path} is not there`);
  if (stats.isDirectory()) return walkFolder(path).entries.map((entry) => ({ folder: path, entry }));
  const entry = lookAgain(dirname(path), basename(path));
  if (entry === null) throw new CommandError('cannot-read', `${path} is no file`);
  return [{ folder: dirname(path), entry }];
}

const itemOf = ({ entry }: Found): ReadItem => ({ ...entry, encoding: null, knownHash: null, told: null });

/** The pages among some files that say what the archive's language is like: all, or a fair sample of very many. */
function countedPages(found: readonly Found[], commonness: Commonness): readonly SamplePage[] {
  const sample = new ArchiveSample();
  for (const each of found) if (each.entry.problem === null) for (const page of pagesIn(each.folder, [itemOf(each)], commonness)) sample.add(page);
  return sample.pages();
}

/** The wordings of a list. */
async function acceptedIn(path: string): Promise<Accepted> {
  const read = await loadList(path);
  if (!read.ok) throw commandError(read.error);
  return acceptedOf(read.value.rows);
}

export const splitCommand: Command = {
  name: 'split',
  usage: 'FILE|FOLDER… --out DIR [--archive FOLDER] [--accepted FILE]',
  summary: 'Splits issue files into articles, one JSON file a page.',
  help: [
    '--out DIR         gets NAME.json for every page; NAME is its path below the given folder, without .txt or .xml',
    '--archive FOLDER  whose pages tell what the archive\'s language is like (how often characters stand together, names); by default the pages given',
    '--accepted FILE   a list of wordings that are right as they stand (CSV, or one a line): nothing is found in them',
    '',
    'A page: { page, articles: [{ headline, blocks, roles, body, truncated }], roles, joins, findings, otherFindings, splitter }. Blocks (runs of non-blank lines)',
    'are numbered from 0; offsets count code points from a block\'s first character. `splitter` names what split the page: splitter, weights and the',
    'statistics of the archive, which depend on the set of its pages alone. A file that cannot be read is named on stderr; the rest goes on.',
  ].join('\n'),
  options: { out: { type: 'string' }, archive: { type: 'string' }, accepted: { type: 'string' } },
  async run(args, io) {
    if (args.positionals.length === 0) throw new CommandError('usage', 'no file or folder given');
    const out = resolve(io.cwd, requiredOption(args, 'out'));
    const tools = { commonness: loadCommonness(resourcesFolder), split: loadSplitter(resourcesFolder) };
    const given = args.positionals.flatMap((path) => filesOf(resolve(io.cwd, path)));
    const from = textOption(args, 'archive');
    const counted = countedPages(from === null ? given : filesOf(resolve(io.cwd, from)), tools.commonness);
    const archive = statisticsOf(counted);
    if (from !== null && archive === null) throw new CommandError('not-found', `${from} holds no page`);
    const texts = counted.map(({ text }) => text);
    const language = archiveLanguage(resourcesFolder, texts);
    const own = new Set(texts);
    const list = textOption(args, 'accepted');
    const accepted = list === null ? NOTHING_ACCEPTED : await acceptedIn(resolve(io.cwd, list));
    let unread = 0;
    for (const each of given) {
      const { folder, entry } = each;
      if (io.signal.aborted) throw new CommandError('cancelled', 'stopped; the pages done so far stand in the folder');
      const report = entry.problem === null ? readPage(folder, itemOf(each), tools, { archive }) : null;
      if (report?.kind !== 'read') {
        unread += 1;
        io.err(`stet: cannot-read: ${join(folder, entry.path)}: ${report?.kind === 'problem' ? report.problem : (entry.problem ?? 'changing')}`);
        continue;
      }
      const name = fileStem(entry.path);
      const { source, tree, decisions, splitter } = report.page;
      writeOutput(join(out, `${name}.json`), `${JSON.stringify({ ...checkedReport(name, source, tree, decisions, languageOn(source, language, own.has(source) ? 1 : 0), accepted), splitter })}\n`);
    }
    return unread === 0 ? 0 : 1;
  },
};
