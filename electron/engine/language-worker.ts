import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { Database } from './db/database.ts';
import { strictDecode } from './ingest/strict-decode.ts';
import type { FromJudge, JudgePlace, ToJudge } from './language/judge-thread.ts';
import { makeJudges } from './language/judges.ts';
import { SourceStore } from './project/source-store.ts';

// The entry of the judging thread: questions in, answers out, until it is ended. It writes nothing but what it counted.
invariant(parentPort, 'a language worker is started as a thread');
const port = parentPort;
const { project, sources, isStill, resourcesPath, path } = workerData as JudgePlace;

// Who works at the desk comes first. On Linux a priority is a thread's own; elsewhere it is the whole process's, and is left alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const open = (file: string) => Database.open(file, isStill ? 'still' : 'read-only');
const judges = makeJudges({ stores: { db: open(project), sources: new SourceStore(open(sources), strictDecode) }, resourcesPath, path });

port.on('message', ({ id, kind, ask }: ToJudge) => {
  judges.run(kind, ask as never).then(
    (value) => port.postMessage({ id, ok: true, value } satisfies FromJudge),
    (error: unknown) => port.postMessage({ id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies FromJudge),
  );
});
