import { expect, test } from 'vitest';
import { awaitCalm } from './calm.ts';
import type { CalmTimers } from './calm.ts';

/** Timers that run when they are told to. */
function timers() {
  const waiting = new Map<NodeJS.Timeout, { readonly act: () => void; readonly at: number }>();
  let now = 0;
  const fake: CalmTimers = {
    set: (act, milliseconds) => {
      const timer = {} as NodeJS.Timeout;
      waiting.set(timer, { act, at: now + milliseconds });
      return timer;
    },
    clear: (timer) => void (timer && waiting.delete(timer)),
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
    for (const [timer, { act, at }] of waiting) {
      if (at > now || !waiting.delete(timer)) continue;
      act();
    }
  };
  return { fake, pass, left: () => waiting.size };
}

const watched = () => {
  const { fake, pass, left } = timers();
  const calm = awaitCalm(fake);
  let came = false;
  void calm.come.then(() => {
    came = true;
  });
  return { calm, pass, left, came: async () => (await Promise.resolve(), came) };
};

test('comes when nothing was asked for a while after the last answer', async () => {
  const { calm, pass, left, came } = watched();
  pass(1_000);
  expect(await came()).toBe(false);
  for (let n = 0; n < 5; n += 1) {
    calm.answered();
    pass(1_000);
  }
  expect(await came()).toBe(false);
  pass(500);
  expect(await came()).toBe(true);
  expect(left()).toBe(0);
});

test('comes in the end where nobody asks, and where somebody never stops', async () => {
  const silent = watched();
  silent.pass(8_000);
  expect(await silent.came()).toBe(true);
  const busy = watched();
  for (let n = 0; n < 8; n += 1) {
    busy.calm.answered();
    busy.pass(1_000);
  }
  expect(await busy.came()).toBe(true);
});

test('once it is not waited for, nothing is left that waits', async () => {
  const { calm, pass, left, came } = watched();
  calm.answered();
  calm.end();
  calm.answered();
  expect(left()).toBe(0);
  pass(10_000);
  expect(await came()).toBe(false);
});
