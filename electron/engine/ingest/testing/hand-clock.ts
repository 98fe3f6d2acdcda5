import type { Clock } from '../clock.ts';

/** A clock that goes on with the real one, `start` milliseconds before it and as much further as the test pushes it. */
export function handClock(start: number): Clock & { push(milliseconds: number): void; readonly pending: () => number } {
  let ahead = start;
  const alarms = new Set<{ readonly at: number; readonly call: () => void }>();
  const now = () => Date.now() + ahead;
  return {
    now,
    after: (milliseconds, call) => {
      const alarm = { at: now() + milliseconds, call };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    push: (milliseconds) => {
      ahead += milliseconds;
      for (const alarm of alarms) {
        if (alarm.at > now() || !alarms.delete(alarm)) continue;
        alarm.call();
      }
    },
    pending: () => alarms.size,
  };
}
