import { parentPort } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { drawPicture } from './companion/draw.ts';
import type { DrawAsk } from './companion/draw.ts';
import type { DrawReply } from './companion/thread.ts';

// The entry of the picture thread: one page asked for, one drawn. What a decoder throws ends the thread: it may have left anything behind.
invariant(parentPort, 'a picture worker is started as a thread');
const port = parentPort;

port.on('message', (ask: DrawAsk) => {
  void drawPicture(ask).then((drawn) => port.postMessage(drawn satisfies DrawReply, drawn.ok ? [drawn.value.image.bytes.buffer] : []));
});
