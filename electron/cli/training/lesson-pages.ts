import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLesson } from '#core/split/train/lesson-page.ts';
import { CommandError } from '../command.ts';
import type { TruthPage } from './truth-pages.ts';

/** The pages written to be learned from: ROOT/resources/lessons/NAME.lesson, in the order of their names. */
export function lessonPages(root: string): readonly TruthPage[] {
  const folder = join(root, 'resources', 'lessons');
  if (!existsSync(folder)) throw new CommandError('not-found', `${folder} is not there`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.lesson'));
  return files.sort().map((file) => {
    const page = readLesson(readFileSync(join(folder, file), 'utf8'));
    if (!page.ok) throw new CommandError('cannot-read', `${join(folder, file)}:${page.error.line}: ${page.error.code}`);
    return { set: 'lessons', name: file.slice(0, -'.lesson'.length), source: page.value.source, truth: { ...page.value.truth, lost: page.value.lost.map(({ block }) => block) } };
  });
}
