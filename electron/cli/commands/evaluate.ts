import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pageReport } from '#core/split/page-report.ts';
import { calibrate, recalibrated, reliabilityOf } from '#core/split/train/calibrate.ts';
import { outcomesOf } from '#core/split/train/outcomes.ts';
import { type Command, requiredOption } from '../command.ts';
import { rootFolder } from '../places.ts';
import { FOLDS, type HeldOut, prepare, splitByFolds } from '../training/learn.ts';
import { confusionLines, reliabilityLines } from '../training/tables.ts';
import { SETS, evaluationPages, samplePages } from '../training/truth-pages.ts';

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: '[FOLDER] --out DIR',
  summary: 'Splits the pages of the evaluation, each with weights that never saw it.',
  help: [
    'FOLDER     evaluation pages (default ../shared/eval)',
    '--out DIR  gets dev/NAME.json and clean/NAME.json, to be scored with FOLDER/score.py',
    '',
    `The pages are dealt into ${FOLDS} folds in the order of their names; each fold is split with weights trained on the others and on the samples.`,
    'Prints how far stated probabilities hold (calibrated on the other folds), and which roles were taken for which.',
  ].join('\n'),
  options: { out: { type: 'string' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? join('..', 'shared', 'eval'));
    const out = resolve(io.cwd, requiredOption(args, 'out'));
    const pupils = SETS.flatMap((set) => prepare(evaluationPages(folder, set)));
    const held = splitByFolds(prepare(samplePages(rootFolder)), pupils, (fold) => io.err(`fold ${fold} of ${FOLDS}`));
    for (const set of SETS) mkdirSync(join(out, set), { recursive: true });
    const reports = held.map(({ page, split }) => ({ page, report: pageReport(page.name, page.source, split.tree, split.decisions) }));
    for (const { page, report } of reports) writeFileSync(join(out, page.set, `${page.name}.json`), `${JSON.stringify(report)}\n`);
    for (const set of SETS) {
      io.out([`${set}: stated and observed`, ...reliabilityLines(reliabilityOf(statedByOthers(held, set))), ''].join('\n'));
      io.out([`${set}: roles, true and found`, ...confusionLines(reports.filter(({ page }) => page.set === set)), ''].join('\n'));
    }
    io.out(SETS.map((set) => `python3 ${join(folder, 'score.py')} --truth ${join(folder, set, 'truth')} --system ${join(out, set)}`).join('\n'));
    return 0;
  },
};

/** The outcomes of a set's pages, the probabilities of each fold calibrated on the other folds. */
function statedByOthers(held: readonly HeldOut[], set: string) {
  const known = held.map(({ page, fold, split }) => ({ set: page.set, fold, outcomes: outcomesOf(page.source, page.truth, split) }));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const calibration = calibrate(known.flatMap((each) => (each.fold === fold ? [] : each.outcomes)));
    return recalibrated(known.flatMap((each) => (each.fold === fold && each.set === set ? each.outcomes : [])), calibration);
  });
}
