import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { doing } from './learn/thread-jobs.ts';
import type { LearnJob, LearnReply } from './learn/thread-jobs.ts';

// The entry of the learning thread: one job in, word of how far it is, one answer out, until it is ended.
invariant(parentPort, 'a learn worker is started as a thread');
const port = parentPort;
const say = (reply: LearnReply) => port.postMessage(reply);

// Who works at the desk comes first. On Linux a priority is a thread's own; elsewhere it is the whole process's, and is left alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

port.on('message', (job: LearnJob) => {
  try {
    const work = doing(job);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return say({ ok: true, value: step.value });
      say({ progress: step.value });
    }
  } catch (error) {
    say({ ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
