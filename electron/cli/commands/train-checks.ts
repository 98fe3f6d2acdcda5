import { join, resolve } from 'node:path';
import { writeSuspectWeights } from '#core/language/company.ts';
import { trainSuspects } from '#core/language/train-suspects.ts';
import { type Command, textOption } from '../command.ts';
import { resourcesFolder } from '../places.ts';
import { lessonsIn, suspectSet } from '../training/suspect-lessons.ts';
import { SETS, evaluationPages, hashOfPages } from '../training/truth-pages.ts';
import { writeOutput } from '../write-output.ts';

export const trainChecksCommand: Command = {
  name: 'train-checks',
  usage: '[FOLDER] [--out FILE]',
  summary: 'Trains the checks of misreadings on pages whose faults are known.',
  help: [
    'FOLDER      evaluation pages (default ../shared/eval); dev and clean are learned from. real never is.',
    '--out FILE  where the weights go (default resources/checks/weights.json)',
    '',
    'The weights are numbers over a closed list of feature names, and name the hash of what they were trained on.',
  ].join('\n'),
  options: { out: { type: 'string' } },
  async run(args, io) {
    const folder = resolve(io.cwd, args.positionals[0] ?? join('..', 'shared', 'eval'));
    const out = resolve(io.cwd, textOption(args, 'out') ?? join(resourcesFolder, 'checks', 'weights.json'));
    const sets = SETS.map((set) => evaluationPages(folder, set));
    const weights = trainSuspects(sets.map((pages) => lessonsIn(suspectSet(resourcesFolder, pages), () => true)));
    const head = { generated: 'by `npm run stet -- train-checks`; not to be edited', trainedOn: { sets: SETS, sha256: hashOfPages(sets.flat()) } };
    writeOutput(out, `${JSON.stringify({ ...head, ...writeSuspectWeights(weights) }, null, 1)}\n`);
    io.out(out);
    return 0;
  },
};
