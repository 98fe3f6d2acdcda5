import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { Database } from './db/database.ts';
import { preparing } from './export/ready/prepare.ts';
import { GO_ON, WAIT } from './export/ready/ready-thread.ts';
import type { ReadyTask } from './export/ready/ready-thread.ts';
import { strictDecode } from './ingest/strict-decode.ts';
import { SourceStore } from './project/source-store.ts';

// The entry of the thread that makes exports ready: one task, one answer. Of the project it writes nothing but what may be deleted.
invariant(parentPort, 'a ready worker is started as a thread');
const { ask: { project, sources, isStill, kept, looks, version, by }, told } = workerData as ReadyTask;

const LONG = 20_000; // milliseconds of others' work after which memory is given back: what was made is kept, the rest is begun anew

// Who works at the desk comes first. On Linux a priority is a thread's own; elsewhere it is the whole process's, and is left alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

/** Whether to go on, once that is told. */
function goesOn(): boolean {
  while (Atomics.load(told, 0) === WAIT) if (Atomics.wait(told, 0, WAIT, LONG) === 'timed-out') return false;
  return Atomics.load(told, 0) === GO_ON;
}

const open = (file: string) => Database.open(file, isStill ? 'still' : 'read-only');
const [projectDb, sourcesDb] = [open(project), open(sources)];
const steps = preparing({ db: projectDb, sources: new SourceStore(sourcesDb, strictDecode), project, kept, looks, version, by });
for (let step = steps.next(); ; step = goesOn() ? steps.next() : steps.return({ made: 0, isFull: false })) {
  if (!step.done) continue;
  parentPort.postMessage(Atomics.load(told, 0) === GO_ON ? step.value : null);
  break;
}
projectDb.close();
sourcesDb.close();
