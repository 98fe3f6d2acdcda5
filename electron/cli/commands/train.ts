import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { calibrate } from '#core/split/train/calibrate.ts';
import { outcomesOf } from '#core/split/train/outcomes.ts';
import { PENALTIES } from '#core/split/train/penalties.ts';
import { TRAIN_OPTIONS } from '#core/split/train/train.ts';
import { writeWeights } from '#core/split/weights.ts';
import { type Command, textOption } from '../command.ts';
import { resourcesFolder, rootFolder } from '../places.ts';
import { COMPOSED_COUNTS, COMPOSED_ROUNDS, COUNTS, FOLDS, learn, prepare, splitByFolds } from '../training/learn.ts';
import { ownPages } from '../training/own-pages.ts';
import { SETS, evaluationPages, hashOfPages } from '../training/truth-pages.ts';
import { writeOutput } from '../write-output.ts';

export const trainCommand: Command = {
  name: 'train',
  usage: '[FOLDER] [--out FILE]',
  summary: 'Trains the splitter on pages whose truth is known.',
  help: [
    'FOLDER      evaluation pages (default ../shared/eval); dev and clean are learned from, and the samples of the program. real never is.',
    '--out FILE  where the weights go (default resources/split/weights.json)',
    '',
    'The weights are numbers over a closed list of feature names, and name the hash of what they were trained on.',
  ].join('\n'),
  options: { out: { type: 'string' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? join('..', 'shared', 'eval'));
    const out = resolve(io.cwd, textOption(args, 'out') ?? join(resourcesFolder, 'split', 'weights.json'));
    const samples = ownPages(rootFolder).flatMap(prepare);
    const pupils = SETS.flatMap((set) => prepare(evaluationPages(folder, set)));
    const pages = [...samples, ...pupils];
    for (const { page, lesson } of pages) if (lesson === null) io.err(`${page.set}/${page.name}: built in a way the model has no words for; left out`);
    const held = splitByFolds(samples, pupils, (fold) => io.err(`how sure it may be: fold ${fold} of ${FOLDS}`));
    const calibration = calibrate(held.flatMap(({ page, split }) => outcomesOf(page.source, page.truth, split)));
    io.err(`training on ${pages.length} pages`);
    const file = writeWeights({ ...learn('', pages), calibration });
    const version = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 12);
    const head = {
      generated: 'by `npm run train`; not to be edited',
      trainedOn: { sets: ['samples', 'lessons', ...SETS], pages: pages.length, sha256: hashOfPages(pages.map(({ page }) => page)), counts: COUNTS, composedRounds: COMPOSED_ROUNDS, composedCounts: COMPOSED_COUNTS, penalties: PENALTIES, steps: TRAIN_OPTIONS.steps },
    };
    writeOutput(out, layOut({ ...head, ...file, version }));
    io.out(`${out}: weights ${version}`);
    return 0;
  },
};

/** JSON with one feature a line, so that a change can be read. */
function layOut(file: Readonly<Record<string, unknown>>): string {
  const table = (value: object) =>
    `{\n${Object.entries(value)
      .map(([name, row]) => `    ${JSON.stringify(name)}: ${JSON.stringify(row)}`)
      .join(',\n')}\n  }`;
  const isTable = (key: string) => key === 'observations' || key === 'transitions' || key === 'links' || key === 'continuity' || key === 'lost';
  const lines = Object.entries(file).map(([key, value]) => `  ${JSON.stringify(key)}: ${isTable(key) ? table(value as object) : JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
