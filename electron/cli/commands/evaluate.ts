import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pageReport } from '#core/split/page-report.ts';
import { splitPage } from '#core/split/split-page.ts';
import { trainContinuity } from '#core/split/train/train-continuity.ts';
import { train } from '#core/split/train/train.ts';
import { dictionaryWords } from '../../engine/words/dictionary.ts';
import { type Command, requiredOption } from '../command.ts';
import { rootFolder } from '../places.ts';
import { SAMPLES_COUNT, evaluationPages, lessonOf, pairsIn, samplePages } from '../training/truth-pages.ts';

const FOLDS = 5;
const SETS = ['dev', 'clean'];

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: '[FOLDER] --out DIR',
  summary: 'Splits the pages of the evaluation, each with weights that never saw it.',
  help: [
    'FOLDER     evaluation pages (default ../shared/eval)',
    '--out DIR  gets dev/NAME.json and clean/NAME.json, to be scored with FOLDER/score.py',
    '',
    `The pages are dealt into ${FOLDS} folds in the order of their names; each fold is split with weights trained on the others and on the samples.`,
  ].join('\n'),
  options: { out: { type: 'string' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? join('..', 'shared', 'eval'));
    const out = resolve(io.cwd, requiredOption(args, 'out'));
    const samples = samplePages(rootFolder).map((page) => ({ lesson: lessonOf(page), pairs: pairsIn(page) }));
    const always = Array.from({ length: SAMPLES_COUNT }, () => samples).flat();
    const pages = SETS.flatMap((set) => evaluationPages(folder, set)).map((page, index) => ({ ...page, fold: index % FOLDS, lesson: lessonOf(page), pairs: pairsIn(page) }));
    for (const set of SETS) mkdirSync(join(out, set), { recursive: true });
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const seen = [...always, ...pages.filter((page) => page.fold !== fold)];
      io.err(`fold ${fold + 1} of ${FOLDS}: training on ${seen.length} lessons`);
      const model = {
        version: `fold-${fold + 1}`,
        weights: train(seen.flatMap(({ lesson }) => lesson ?? [])),
        continuity: trainContinuity([...new Set(seen)].flatMap(({ pairs }) => pairs)),
      };
      for (const { set, name, source } of pages.filter((page) => page.fold === fold)) {
        const { tree, decisions } = splitPage(source, { sourceVersion: name, model, words: dictionaryWords });
        writeFileSync(join(out, set, `${name}.json`), `${JSON.stringify(pageReport(name, source, tree, decisions))}\n`);
      }
    }
    io.out(SETS.map((set) => `python3 ${join(folder, 'score.py')} --truth ${join(folder, set, 'truth')} --system ${join(out, set)}`).join('\n'));
    return 0;
  },
};
