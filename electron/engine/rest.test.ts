import { expect, test } from 'vitest';
import { restWhenIdle } from './rest.ts';

test('released once each time that nothing happened for a while, and no more once it is over', () => {
  let now = 0;
  let waiting: { readonly act: () => void; readonly at: number } | null = null;
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const due = waiting;
    if (!due || due.at > now) return;
    waiting = null;
    due.act();
  };
  let released = 0;
  const rest = restWhenIdle(() => {
    released += 1;
  }, {
    set: (act, milliseconds) => {
      waiting = { act, at: now + milliseconds };
      return {} as NodeJS.Timeout;
    },
    clear: () => {
      waiting = null;
    },
  });
  for (let n = 0; n < 10; n += 1) {
    pass(30_000);
    rest.touched();
  }
  expect(released).toBe(0);
  pass(60_000);
  pass(600_000);
  expect(released).toBe(1);
  rest.touched();
  rest.end();
  rest.touched();
  pass(600_000);
  expect(released).toBe(1);
});
