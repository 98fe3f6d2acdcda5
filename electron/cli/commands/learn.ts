import { resolve } from 'node:path';
import { AGREED } from '#core/split/train/block-tree.ts';
import type { Tally } from '#core/split/train/block-tree.ts';
import { invariant } from '#util/invariant.ts';
import type { Engine } from '../../engine/engine.ts';
import { requiredOption } from '../command.ts';
import type { Command, Io } from '../command.ts';
import { commandError, orFail, progressLines, withProject } from '../project.ts';

export const learnCommand: Command = {
  name: 'learn',
  usage: '--project NAME.stet',
  summary: 'Learns from the approved pages of a project how its papers are laid out.',
  help: [
    '--project NAME.stet  the project',
    '',
    'What was learned is put to use only if it proves better on approved pages held back from it; else nothing changes. It can be taken back in the',
    'window. Pages that are there already stay as they are: which of them would be split differently is said at the end.',
    '',
    'Prints, of boundaries, roles and joins, how many were right before and after. Exit status 0 whether or not anything was better.',
  ].join('\n'),
  options: { project: { type: 'string' } },
  run: (args, io) => withProject({ projectPath: resolve(io.cwd, requiredOption(args, 'project')), read: false }, (engine) => learnIn(engine, io)),
};

async function learnIn(engine: Engine, io: Io): Promise<number> {
  const tell = progressLines(io, 'learning');
  const over = new Promise<void>((done, failed) => {
    engine.on((name, payload) => {
      if (name !== 'job.progress' || !('kind' in payload) || payload.kind !== 'learning') return;
      if (payload.total > 0) tell(payload.done, payload.total);
      if (payload.state === 'failed' && payload.error) failed(commandError(payload.error));
      else if (payload.state === 'cancelled') failed(commandError({ code: 'cancelled' }));
      else if (payload.state === 'done') done();
    });
  });
  const { job } = orFail(await engine.call('learning.start', {}));
  io.signal.addEventListener('abort', () => void engine.call('job.cancel', { job }));
  await over;
  await (await engine.context.learner()).settled();
  const { last, otherwise } = orFail(await engine.call('learning.state', {}));
  invariant(last, 'what came of learning is written down');
  const { verdict, pages, before, after, chance } = last.judgement;
  for (const kind of AGREED) io.out(`${kind}: ${share(before[kind])} → ${share(after[kind])} (${before[kind].wrong} → ${after[kind].wrong} mistakes)`);
  io.out(`${verdict}: on ${pages} approved pages, chance ${chance.toPrecision(2)}`);
  if (last.kept !== null) io.out(`in use: ${last.kept}; ${otherwise.pages} pages would be split differently`);
  return 0;
}

function share({ right, wrong }: Tally): string {
  return right + wrong === 0 ? '–' : `${((100 * right) / (right + wrong)).toFixed(1)} %`;
}
