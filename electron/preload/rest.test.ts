import { expect, test } from 'vitest';
import { restWhenIdle } from './rest.ts';

test('memory is given back once each time that nobody did anything for half a minute', () => {
  let now = 0;
  let waiting: { readonly act: () => void; readonly at: number } | null = null;
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const due = waiting;
    if (!due || due.at > now) return;
    waiting = null;
    due.act();
  };
  const page = new EventTarget();
  let released = 0;
  restWhenIdle(page, () => {
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
    pass(20_000);
    page.dispatchEvent(new Event(n % 2 ? 'keydown' : 'pointermove'));
  }
  expect(released).toBe(0);
  pass(30_000);
  pass(300_000);
  expect(released).toBe(1);
  page.dispatchEvent(new Event('keydown'));
  pass(30_000);
  expect(released).toBe(2);
});
