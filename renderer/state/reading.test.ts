import { expect, test } from 'vitest';
import { READING, readingSchema } from '#contract/schemas/project.ts';
import { READING_STEPS, stepped } from './reading.ts';
import type { ReadingPart } from './reading.ts';

/** Whether the contract takes it. */
const isTaken = (reading: unknown): boolean => {
  const result = readingSchema['~standard'].validate(reading);
  return !('then' in result) && result.issues === undefined;
};

test.each(Object.keys(READING_STEPS) as ReadingPart[])('%s goes as far as the contract has it, in steps, and no further', (part) => {
  for (const by of [1, -1] as const) {
    let reading = READING;
    const seen = new Set<number>();
    while (!seen.has(reading[part])) {
      seen.add(reading[part]);
      expect(isTaken(reading)).toBe(true);
      reading = Object.assign({}, reading, { [part]: stepped(reading, part, by) });
    }
    expect(reading[part]).toBe(READING_STEPS[part][by > 0 ? 'max' : 'min']);
    expect(isTaken({ ...reading, [part]: reading[part] + by * READING_STEPS[part].step })).toBe(false);
  }
});
