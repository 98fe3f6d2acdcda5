import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '#util/result.ts';
import { Jobs } from '../jobs.ts';
import { openLog } from '../log.ts';
import { temporaryProject } from '../testing/project.ts';
import { MANY, asJob, asManyJob } from './many-job.ts';

function fixture() {
  const told: string[] = [];
  const begun: string[] = [];
  const jobs = new Jobs(({ job, state, kind, done, total }) => {
    told.push(`${kind} ${state} ${done}/${total}`);
    if (state === 'running') begun.push(job);
  }, () => told.length * 1_000);
  return { told, begun, context: { jobs, log: openLog(join(temporaryProject().base, 'engine.log'), () => new Date(0)) } };
}

test('an act on few pages is no job; one on many is, and its answer is that of the act', async () => {
  const { told, context } = fixture();
  expect(await asJob(context, async ({ progress }) => {
    progress(1, MANY - 1);
    return ok(7);
  })).toEqual(ok(7));
  expect(told).toEqual([]);
  expect(await asJob(context, async ({ progress }) => {
    progress(40, MANY);
    progress(80, MANY);
    return ok(8);
  })).toEqual(ok(8));
  expect(told).toEqual(['changing running 0/0', `changing running 40/${MANY}`, `changing running 80/${MANY}`, `changing done 80/${MANY}`]);
});

test('cancelling the job tells the act that it is no longer wanted', async () => {
  const { told, begun, context } = fixture();
  const answer = await asJob(context, async ({ progress, signal }) => {
    progress(1, MANY);
    context.jobs.cancel(begun[0]!);
    return signal.aborted ? fail({ code: 'cancelled' }) : ok(1);
  });
  expect(answer).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(told.at(-1)).toBe(`changing cancelled 1/${MANY}`);
});

test('one act on many waits for another, also for one that failed; what is thrown ends the job', async () => {
  const { told, context } = fixture();
  const order: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const first = asManyJob(context, async ({ progress }) => {
    progress(1, MANY);
    await held;
    order.push('first');
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  const second = asManyJob(context, async () => {
    order.push('second');
    return ok(null);
  });
  release();
  expect(await Promise.all([first, second])).toEqual([{ ok: false, error: { code: 'disk-full' } }, ok(null)]);
  expect(order).toEqual(['first', 'second']);
  expect(told.at(-1)).toBe(`changing failed 1/${MANY}`);
});
