import { expect, it } from 'vitest';
import type { LessonPage } from '#core/split/train/lesson-page.ts';
import { found, lessonOf, taught } from './split-lesson.ts';

type Trait = readonly [name: string, text: string];

/** Tries pages written as lessons, each by the name of its trait: what is found has to be what they teach, if nothing else is said. */
export function traits(rows: readonly Trait[], holds: (lesson: LessonPage) => void = asTaught): void {
  it.each(rows)('%s', (_name, text) => {
    expect.hasAssertions();
    holds(lessonOf(text));
  });
}

function asTaught(lesson: LessonPage): void {
  expect(found(lesson)).toEqual(taught(lesson));
}
