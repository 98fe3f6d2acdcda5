import { createHash } from 'node:crypto';
import type { Judgement, LessonTold } from '#contract/schemas/learning.ts';
import type { Model } from '#core/split/model.ts';
import type { WeightsFile } from '#core/split/weights.ts';
import { writeWeights } from '#core/split/weights.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../project/store.ts';

/** A time that was learned, as it is kept. */
type Row = { readonly at: string; readonly kept: string | null; readonly judgement: string };

const told = ({ at, kept, judgement }: Row): LessonTold => ({ at, kept, judgement: JSON.parse(judgement) as LessonTold['judgement'] });

/** Writes down what came of learning. `approved`: how many pages were approved then; `kept`: the weights that were better, or null. */
export function addLesson(tx: Tx, lesson: { readonly before: string | null; readonly kept: string | null; readonly approved: number; readonly judgement: Judgement }): void {
  tx.db.run('INSERT INTO learning (at, before, after, approved, judgement) VALUES (?, ?, ?, ?, ?)', tx.at, lesson.before, lesson.kept, lesson.approved, JSON.stringify(lesson.judgement));
}

/** What came of learning the last time, and how many pages were approved then. */
export function lastLesson(db: Database): { readonly lesson: LessonTold; readonly approved: number } | null {
  const row = db.get<Row & { readonly approved: number }>('SELECT at, after AS kept, judgement, approved FROM learning ORDER BY id DESC LIMIT 1');
  return row ? { lesson: told(row), approved: row.approved } : null;
}

/** What brought weights about. */
export function lessonOf(db: Database, version: string): LessonTold | null {
  const row = db.get<Row>('SELECT at, after AS kept, judgement FROM learning WHERE after = ? ORDER BY id LIMIT 1', version);
  return row ? told(row) : null;
}

/** Learned weights as they are kept, named by what they are. */
export function fileOf(model: Model): WeightsFile {
  const file = writeWeights({ ...model, version: '' });
  return { ...file, version: createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 12) };
}
