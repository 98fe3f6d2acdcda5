import { ok } from '#util/result.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const jobHandlers: HandlersOf<CallsOf<'job'>> = {
  'job.cancel': ({ job }, { jobs }) => {
    jobs.cancel(job);
    return ok(null);
  },
};
