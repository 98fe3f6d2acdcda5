import type { AppError } from '#contract/app-error.ts';
import type { Model } from '#core/split/model.ts';
import { fail, ok } from '#util/result.ts';
import type { ArchiveKeeper } from './archive/archive-keeper.ts';
import { startIngest } from './ingest/ingest.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { Jobs, Running } from './jobs.ts';
import type { Log } from './log.ts';
import type { FileStore } from './project/file-store.ts';
import type { Reading } from './serve/context.ts';

export type ReadingOptions = {
  readonly folder: string;
  readonly files: FileStore;
  readonly archives: ArchiveKeeper;
  readonly learned: () => Model | null; // the weights in use; null: the program's own
  readonly resourcesPath: string;
  readonly watch: boolean;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly onFolder: (there: boolean) => void;
  readonly onLooked: () => void;
  readonly toError: (error: unknown) => AppError;
};

/** Reads the watched folder, each reading of files a job that can be cancelled. Begins at once. */
export function startReading(options: ReadingOptions): Reading & { readonly ingest: Ingest } {
  const { folder, files, archives, learned, resourcesPath, watch, jobs, log, onFolder, onLooked, toError } = options;
  let controller = new AbortController();
  let running: Running | null = null;

  const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
    if (!running) {
      running = jobs.begin('reading');
      const mine = running;
      const cancels = controller;
      mine.signal.addEventListener('abort', () => {
        cancels.abort();
        mine.end(fail({ code: 'cancelled' }));
        if (running === mine) running = null;
      });
      // Whatever becomes of the look at the folder, the job does not outlive it.
      ingest.settled().then(() => over(mine, null), (error: unknown) => over(mine, toError(error)));
    }
    running.progress(done, total);
    if (done >= total) over(running, null);
  };

  const over = (job: Running, error: AppError | null) => {
    job.end(error ? fail(error) : ok(null));
    if (running === job) running = null;
  };

  const ingest = startIngest({ folder, store: files, archives, learned, resourcesPath, watch, signal: controller.signal, onProgress, onFolder, onLooked, log });

  return {
    ingest,
    rescan() {
      controller = new AbortController();
      ingest.rescan(controller.signal).catch((error: unknown) => toError(error)); // which writes it down; the job has told it
    },
    readLarge: (path) => ingest.readLarge(path),
    reread: (path, encoding) => ingest.reread(path, encoding),
    meets: (source, pairs) => ingest.meets(source, pairs),
  };
}
