/** Gives the day of a line as text, newest lines first; null where it could not be asked. */
type DayAt = (index: number) => Promise<string | null>;

/**
 * The last line of the run of one day that a line is in, going one way. Found by strides that double and then halve: a few dozen questions, however many lines. It takes
 * no order of days for granted: a clock that was set back leaves lines of later days below those of earlier ones. Null where a day could not be asked.
 */
async function endOfRun(from: number, way: 1 | -1, total: number, dayAt: DayAt): Promise<number | null> {
  const day = await dayAt(from);
  if (day === null) return null;
  const last = way === 1 ? total - 1 : 0;
  const within = (index: number): number => (way === 1 ? Math.min(last, index) : Math.max(last, index));
  let same = from;
  for (let stride = 1; same !== last; stride *= 2) {
    let other = within(same + way * stride);
    const there = await dayAt(other);
    if (there === null) return null;
    if (there === day) {
      same = other;
      continue;
    }
    while (Math.abs(other - same) > 1) {
      const middle = (same + other) >> 1;
      const here = await dayAt(middle);
      if (here === null) return null;
      if (here === day) same = middle;
      else other = middle;
    }
    return same;
  }
  return same;
}

/** Where a step by days leads from a line: to the first line of the next older day (1), or to that of its own day, or from there of the next newer one (-1). Null: nowhere. */
export async function dayStep(step: 1 | -1, current: number, total: number, dayAt: DayAt): Promise<number | null> {
  if (step === -1) return current === 0 ? null : endOfRun(current - 1, -1, total, dayAt);
  const end = await endOfRun(current, 1, total, dayAt);
  return end === null || end >= total - 1 ? null : end + 1;
}
