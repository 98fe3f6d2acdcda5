import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reliabilityOf } from '#core/split/train/calibrate.ts';
import { type Command, CommandError, requiredOption, textOption } from '../command.ts';
import { resourcesFolder, rootFolder } from '../places.ts';
import { confusionLines } from '../training/confusion-table.ts';
import { editsLines } from '../training/edits-table.ts';
import { type EvaluatedSet, findingSets, heldOutSets, ownSet, realSet } from '../training/evaluated-sets.ts';
import { findingsLines } from '../training/findings-table.ts';
import { figuresLines } from '../training/figures-table.ts';
import { FOLDS } from '../training/learn.ts';
import { lossLine } from '../training/loss-line.ts';
import { mistakeLines } from '../training/mistake-words.ts';
import { mistakesFile } from '../training/mistakes-file.ts';
import { reliabilityLines } from '../training/reliability-table.ts';

/** How many mistakes of a kind are printed. */
const SHOWN = 4;

/** A share as it is given, null where none is. */
function shareOf(text: string | null): number | null {
  const share = text === null ? null : Number(text);
  if (share !== null && !(share >= 0 && share <= 1)) throw new CommandError('usage', '--type-sizes takes a share from 0 to 1');
  return share;
}

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: '[FOLDER] --out DIR [--real | --own [--type-sizes WRONG] | --findings]',
  summary: 'Splits the pages of the evaluation and holds them against their truth.',
  help: [
    'FOLDER     evaluation pages (default ../shared/eval)',
    '--out DIR  gets SET/NAME.json for every page, to be scored with FOLDER/score.py, and mistakes.md, which lists every mistake and every edit',
    '--real     only the set real, with the weights of the program: nothing is ever trained on it. Its pages lie in FOLDER/../archive/issues',
    '--own      only pages of our own writing that nothing is trained on (resources/lessons/unseen), with the weights of the program: needs no FOLDER',
    '--type-sizes WRONG  with --own: as if files of layout told sizes of type, drawn for each role as printers set it, that share of them (0 to 1) at random',
    '--findings only what the checks find on dev and clean: split with the weights of the program, misreadings judged by a fold that never saw the page',
    '',
    `Without --real, --own and --findings: dev and clean. Their pages are dealt into ${FOLDS} folds in the order of their names; each fold is split with weights trained on the`,
    'others and on the samples. Printed are, for each set: the figures beside what is asked for; how far stated probabilities hold (calibrated on the other',
    'folds); which roles were taken for which; how many edits of the model lead from what was made to the truth; and the mistakes by kind.',
  ].join('\n'),
  options: { out: { type: 'string' }, 'type-sizes': { type: 'string' }, real: { type: 'boolean' }, own: { type: 'boolean' }, findings: { type: 'boolean' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? join('..', 'shared', 'eval'));
    const out = resolve(io.cwd, requiredOption(args, 'out'));
    const onlyFindings = args.values['findings'] === true;
    const sets =
      args.values['own'] === true
        ? [ownSet(rootFolder, resourcesFolder, shareOf(textOption(args, 'type-sizes')))]
        : args.values['real'] === true
          ? [realSet(folder, resourcesFolder)]
          : onlyFindings
            ? findingSets(folder, resourcesFolder)
            : heldOutSets(folder, rootFolder, resourcesFolder, (fold) => io.err(`fold ${fold} of ${FOLDS}`));
    for (const { set, pages } of sets) {
      mkdirSync(join(out, set), { recursive: true });
      for (const { page, report } of pages) writeFileSync(join(out, set, `${page.name}.json`), `${JSON.stringify(report)}\n`);
    }
    if (onlyFindings) {
      for (const { set, pages, plain } of sets) io.out([`${set}: findings`, ...findingsLines(pages, plain), ''].join('\n'));
      return 0;
    }
    const list = join(out, 'mistakes.md');
    writeFileSync(list, mistakesFile(sets, out));
    for (const each of sets) io.out([...report(each, io.cwd), `  all of them, with the beginnings of their blocks: ${relative(io.cwd, list)}`, ''].join('\n'));
    if (args.values['own'] !== true) io.out(sets.map(({ set }) => `python3 ${join(folder, 'score.py')} --truth ${join(folder, set, 'truth')} --system ${join(out, set)}`).join('\n'));
    return 0;
  },
};

/** All that is printed of a set. */
function report({ set, pages, outcomes, losses, plain }: EvaluatedSet, folder: string): readonly string[] {
  const articles = pages.reduce((sum, { truth }) => sum + truth.articles.length, 0);
  return [
    `${set}: figures (${pages.length} pages, ${articles} articles)`,
    ...figuresLines(set, pages),
    lossLine(losses),
    '',
    `${set}: probabilities stated, and observed`,
    ...reliabilityLines(reliabilityOf(outcomes)),
    '',
    `${set}: roles, true (rows) and found (columns)`,
    ...confusionLines(pages),
    '',
    `${set}: edits to the truth`,
    ...editsLines(pages, folder),
    '',
    `${set}: findings`,
    ...findingsLines(pages, plain),
    '',
    `${set}: mistakes`,
    ...mistakeLines(pages, folder, SHOWN),
  ];
}
