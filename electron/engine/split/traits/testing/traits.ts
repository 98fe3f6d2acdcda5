import { expect, it } from 'vitest';
import type { LessonPage } from '#core/split/train/lesson-page.ts';
import { found, lessonOf, taught } from './split-lesson.ts';

/**
 * Traits that these weights miss. Each is still tried, and expected to fail: when weights learn it, the test says so and its name is taken out here.
 */
const MISSED: ReadonlySet<string> = new Set([
  'with a subtitle without dashes', // taken for one more line of the headline
]);

type Trait = readonly [name: string, text: string];

/** Tries pages written as lessons, each by the name of its trait: what is found has to be what they teach, if nothing else is said. */
export function traits(rows: readonly Trait[], holds: (lesson: LessonPage) => void = asTaught): void {
  for (const [name, text] of rows) (MISSED.has(name) ? it.fails : it)(name, () => holds(lessonOf(text)));
}

function asTaught(lesson: LessonPage): void {
  expect(found(lesson)).toEqual(taught(lesson));
}
