import { expect, test } from 'vitest';
import { fail, ok } from '#util/result.ts';
import { Jobs } from './jobs.ts';

function fixture() {
  const told: string[] = [];
  const clock = { now: 0 };
  const jobs = new Jobs(({ state, done, total, perSecond, secondsLeft, error, result }) => {
    told.push([state, `${done}/${total}`, perSecond, secondsLeft, error?.code ?? '', result ? JSON.stringify(result) : ''].join(' ').trimEnd());
  }, () => clock.now);
  return { told, clock, jobs };
}

test('progress is told at most ten times a second, with speed and time left; the end always', () => {
  const { told, clock, jobs } = fixture();
  const job = jobs.begin('reading');
  for (clock.now = 50; clock.now <= 300; clock.now += 50) job.progress(clock.now / 10, 100);
  clock.now = 1000;
  job.end(ok({ pages: 100 }));
  job.end(ok(null));
  job.progress(1, 2);
  expect(told).toEqual(['running 0/0 0', 'running 10/100 100 0.9', 'running 20/100 100 0.8', 'running 30/100 100 0.7', 'done 30/100 30   {"pages":100}']);
});

test('a cancelled job is told as cancelled, whatever it came to', () => {
  const { told, jobs } = fixture();
  const job = jobs.begin('export');
  jobs.cancel(job.job);
  expect(job.signal.aborted).toBe(true);
  job.end(fail({ code: 'disk-full' }));
  jobs.cancel(job.job);
  expect(told.at(-1)).toBe('cancelled 0/0 0');
});

test('cancelled too late: what is there whole is told as done, what is not as cancelled', () => {
  const { told, jobs } = fixture();
  for (const result of [ok(null), fail({ code: 'cancelled' as const })]) {
    const job = jobs.begin('export');
    jobs.cancel(job.job);
    job.end(result, true);
  }
  expect(told.filter((each) => !each.startsWith('running'))).toEqual(['done 0/0 0', 'cancelled 0/0 0']);
});

test('a failure is told by its code', () => {
  const { told, jobs } = fixture();
  jobs.begin('export').end(fail({ code: 'disk-full' }));
  expect(told.at(-1)).toBe('failed 0/0 0  disk-full');
});

test('stopping asks all jobs to end and waits until they have', async () => {
  const { jobs } = fixture();
  const running = [jobs.begin('export'), jobs.begin('verify')];
  let stopped = false;
  const stopping = jobs.stop().then(() => (stopped = true));
  expect(running.every(({ signal }) => signal.aborted)).toBe(true);
  running[0]!.end(ok(null));
  await Promise.resolve();
  expect(stopped).toBe(false);
  running[1]!.end(ok(null));
  await stopping;
  expect(stopped).toBe(true);
});
