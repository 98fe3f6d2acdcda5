import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import { handedOver, runJob } from './ingest/jobs.ts';
import type { Job, ThreadReply } from './ingest/jobs.ts';
import { loadPageTools } from './ingest/page-tools.ts';

// The entry of a reading thread: one job in, one answer out, until it is ended.
invariant(parentPort, 'a page worker is started as a thread');
const port = parentPort;
const { resourcesPath } = workerData as { readonly resourcesPath: string };
const tools = loadPageTools(resourcesPath);

port.on('message', (job: Job) => {
  runJob(job, tools).then(
    (answer) => port.postMessage({ ok: true, value: answer } satisfies ThreadReply, handedOver(answer)),
    (error: unknown) => port.postMessage({ ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies ThreadReply),
  );
});
