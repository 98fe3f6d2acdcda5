import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { damagedOf } from './project/check-later.ts';
import type { ToCheck } from './project/check-later.ts';

// The entry of the thread that looks through databases while they are in use: says which are damaged, and ends.
invariant(parentPort, 'a check worker is started as a thread');
parentPort.postMessage(damagedOf(workerData as readonly ToCheck[]));
