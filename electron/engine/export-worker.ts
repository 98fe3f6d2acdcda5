import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { Maker } from './export/making/maker.ts';
import type { FromMaker, ToMaker } from './export/making/makers.ts';
import type { Way } from './export/making/matter.ts';

// The entry of a making thread: blocks of pages in, what they come to out, in that order, until it is ended.
invariant(parentPort, 'an export worker is started as a thread');
const port = parentPort;
const maker = new Maker(workerData as Way);

function answered(message: ToMaker): FromMaker {
  try {
    return 'matters' in message ? { listed: maker.read(message.block, message.matters) } : { made: maker.make(message.block, message.asks) };
  } catch (error) {
    return { thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.on('message', (message: ToMaker) => {
  const answer = answered(message);
  const given = 'made' in answer ? answer.made.flatMap((made) => (made && 'parts' in made ? made.parts.map(({ buffer }) => buffer as ArrayBuffer) : [])) : [];
  port.postMessage(answer, given);
});
