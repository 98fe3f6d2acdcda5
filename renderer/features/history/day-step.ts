/** Gives the day of a line as text that sorts, newest lines first; null where it could not be asked. */
type DayAt = (index: number) => Promise<string | null>;

/** The first of `total` lines that a condition holds for, which once it holds goes on to; `total` where it never does, null where a day could not be asked. A dozen or two questions, however many lines. */
async function firstWhere(total: number, dayAt: DayAt, holds: (day: string) => boolean): Promise<number | null> {
  let [from, to] = [0, total];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const day = await dayAt(middle);
    if (day === null) return null;
    if (holds(day)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Where a step by days leads from a line: to the first line of the next older day (1), or to that of its own day, or from there of the next newer one (-1). Null: nowhere. */
export async function dayStep(step: 1 | -1, current: number, total: number, dayAt: DayAt): Promise<number | null> {
  const day = await dayAt(current);
  if (day === null) return null;
  if (step === 1) {
    const older = await firstWhere(total, dayAt, (one) => one < day);
    return older === null || older >= total ? null : older;
  }
  const above = current === 0 ? null : await dayAt(current - 1);
  return above === null ? null : firstWhere(total, dayAt, (one) => one <= above);
}
