import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { Archive } from '#core/parse/archive.ts';
import type { Learnable, Progress } from '#core/split/train/adapt.ts';
import { FEWEST_PAGES, judge } from '#core/split/train/verdict.ts';
import type { Judgement } from '#core/split/train/verdict.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { decide } from '../project/decide.ts';
import { PROJECT } from '../project/journal.ts';
import { keepWeights, learnedFrom } from '../project/weights.ts';
import { write } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import { learnable } from './approved-pages.ts';
import type { ApprovedPage } from './approved-pages.ts';
import { addLesson, fileOf } from './lessons.ts';
import type { LearnThread } from './thread.ts';
import type { WeightsInUse } from './weights-in-use.ts';

/** From more pages than this the ones approved last are taken: what more of them teach is not worth the time. */
export const MOST_PAGES = 300;

export type Learning = {
  readonly store: Store;
  readonly weights: WeightsInUse;
  readonly pages: readonly ApprovedPage[]; // that can be learned from, last approved first
  readonly archive: Archive | null;
  readonly thread: LearnThread;
  readonly onProgress: (progress: Progress) => void;
};

/** Those of the pages that the weights in use never saw. */
export function freshOf(store: Store, weights: WeightsInUse, pages: readonly ApprovedPage[]): readonly ApprovedPage[] {
  const seen = learnedFrom(store.db, weights.learned() === null ? null : weights.version());
  return pages.filter(({ hash }) => !seen.has(hash));
}

/**
 * Learns from approved pages and judges what was learned on pages that neither the weights in use nor the new ones saw. What is better is kept and put to use, as one
 * entry of the journal under the key `once`; what is not is only told. Either way nothing is written before the end.
 */
export async function learn({ store, weights, archive, pages, thread, onProgress }: Learning, once: string): Promise<Result<Judgement, AppError>> {
  const version = weights.version();
  const [program, inUse] = [weights.program(), weights.learned() ?? weights.program()];
  const fresh = new Set(freshOf(store, weights, pages));
  const taken = pages.slice(0, MOST_PAGES);
  const learnables: { readonly hash: string; readonly page: Learnable }[] = [];
  for (const page of taken) {
    const there = learnable(store, page.issue);
    if (there?.read.ok) learnables.push({ hash: there.hash, page: { ...there.read.value, seen: !fresh.has(page) } });
    await breathe();
  }
  const unseen = learnables.filter(({ page }) => !page.seen).length;
  if (unseen < FEWEST_PAGES) return fail({ code: 'too-few-pages', pages: unseen, fewest: FEWEST_PAGES });
  const { model, results } = await thread.run('adapt', { pages: learnables.map(({ page }) => page), program, inUse, archive }, onProgress);
  if (weights.version() !== version) return fail({ code: 'cancelled' }); // other weights were put to use meanwhile: what was compared is no longer so
  const judgement = judge(results);
  const lesson = { before: version, approved: pages.length, judgement };
  if (judgement.verdict !== 'better') {
    const told = write(store, (tx) => {
      addLesson(tx, { ...lesson, kept: null });
      return ok(null);
    });
    return told.ok ? ok(judgement) : told;
  }
  const file = fileOf(model);
  return decide(store, { once, label: 'learn' }, true, (deciding) => {
    keepWeights(deciding.tx, file, program.version, learnables.map(({ hash }) => hash));
    addLesson(deciding.tx, { ...lesson, kept: file.version });
    deciding.set(PROJECT, { kind: 'weights', before: null, after: file.version });
    return ok(judgement);
  });
}
