import type { Clock } from '../clock.ts';

/** A clock that stands still, `start` milliseconds ahead of the time when it was made and as much further as the test pushes it. */
export function handClock(start: number): Clock & { push(milliseconds: number): void; readonly pending: () => number } {
  let time = Date.now() + start;
  const alarms = new Set<{ readonly at: number; readonly call: () => void }>();
  const now = () => time;
  return {
    now,
    after: (milliseconds, call) => {
      const alarm = { at: now() + milliseconds, call };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    push: (milliseconds) => {
      time += milliseconds;
      for (const alarm of alarms) {
        if (alarm.at > now() || !alarms.delete(alarm)) continue;
        alarm.call();
      }
    },
    pending: () => alarms.size,
  };
}
