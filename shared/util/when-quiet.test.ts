import { expect, test } from 'vitest';
import { whenQuiet } from './when-quiet.ts';

test('it is done once each time that nothing happened for a while, and no more once it is over', () => {
  let now = 0;
  let waiting: { readonly act: () => void; readonly at: number } | null = null;
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const due = waiting;
    if (!due || due.at > now) return;
    waiting = null;
    due.act();
  };
  let done = 0;
  const quiet = whenQuiet(() => {
    done += 1;
  }, 35_000, {
    set: (act, milliseconds) => (waiting = { act, at: now + milliseconds }),
    clear: () => {
      waiting = null;
    },
  });
  for (let n = 0; n < 10; n += 1) {
    pass(30_000);
    quiet.touched();
  }
  expect(done).toBe(0);
  pass(60_000);
  pass(600_000);
  expect(done).toBe(1);
  quiet.touched();
  pass(35_000);
  expect(done).toBe(2);
  quiet.touched();
  quiet.end();
  quiet.touched();
  pass(600_000);
  expect(done).toBe(2);
});
