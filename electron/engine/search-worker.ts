import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { Database } from './db/database.ts';
import { doTask } from './search/tasks.ts';
import type { Task } from './search/tasks.ts';
import type { TaskReply } from './search/threads.ts';

// The entry of a searching thread: one task in, one answer out, until it is ended. It only reads.
invariant(parentPort, 'a search worker is started as a thread');
const port = parentPort;
const { path } = workerData as { readonly path: string | null };
const db = path === null ? Database.inMemory() : Database.open(path, 'read-only'); // without a file only tasks that bring their texts are handed over

port.on('message', (task: Task) => {
  let reply: TaskReply;
  try {
    reply = { ok: true, value: doTask(db, task) };
  } catch (error) {
    reply = { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port.postMessage(reply);
});
