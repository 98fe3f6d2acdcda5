import { UNCALIBRATED } from '#core/split/calibration.ts';
import type { Model } from '#core/split/model.ts';
import { type Split, splitPage } from '#core/split/split-page.ts';
import { composePages } from '#core/split/train/compose.ts';
import { type Pair, trainContinuity } from '#core/split/train/train-continuity.ts';
import { type Lesson, train } from '#core/split/train/train.ts';
import type { Language } from '#core/parse/page.ts';
import { type TruthPage, languageOf, lessonOf, pairsIn } from './truth-pages.ts';

/** A page made ready to be learned from. `lesson` is null where the model's grammar cannot say its truth. */
export type Pupil = { readonly page: TruthPage; readonly language: Language; readonly lesson: Lesson | null; readonly pairs: readonly Pair[] };

/** Makes the pages of one set ready; what they say of their language is counted in that set alone. */
export function prepare(pages: readonly TruthPage[]): readonly Pupil[] {
  const language = languageOf(pages);
  return pages.map((page) => ({ page, language, lesson: lessonOf(page, language), pairs: pairsIn(page, language) }));
}

/** How often the samples are learned from: they are few, and show every trait the design names. */
export const SAMPLES_COUNT = 3;

/** How many pages' worth of articles are dealt anew into composed pages. */
export const COMPOSED_ROUNDS = 2;

/** In how many parts the pages are dealt, each split with what was learned from the others. */
export const FOLDS = 5;

/** What the pages teach. Probabilities are left as the model has them. */
export function learn(version: string, pupils: readonly Pupil[]): Model {
  const given = pupils.flatMap(({ page, lesson }) => (lesson === null ? [] : Array.from({ length: page.set === 'samples' ? SAMPLES_COUNT : 1 }, () => lesson)));
  const pages = pupils.map(({ page }) => page);
  const language = languageOf(pages);
  const composed = composePages(pages, COMPOSED_ROUNDS).flatMap((page) => lessonOf(page, language) ?? []);
  return { version, weights: train([...given, ...composed]), continuity: trainContinuity(pupils.flatMap(({ pairs }) => pairs)), calibration: UNCALIBRATED };
}

/** A page as it is split by a model that never saw it. */
export type HeldOut = { readonly page: TruthPage; readonly fold: number; readonly split: Split };

/** Splits every page with what the samples and the pages of the other folds teach. `tell` hears which fold begins. */
export function splitByFolds(samples: readonly Pupil[], pupils: readonly Pupil[], tell: (fold: number) => void): readonly HeldOut[] {
  const dealt = pupils.map((pupil, index) => ({ pupil, fold: index % FOLDS }));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    tell(fold + 1);
    const model = learn(`fold-${fold + 1}`, [...samples, ...dealt.flatMap((each) => (each.fold === fold ? [] : [each.pupil]))]);
    return dealt.flatMap(({ pupil: { page, language }, fold: its }) =>
      its === fold ? [{ page, fold, split: splitPage(page.source, { sourceVersion: page.name, model, language }) }] : [],
    );
  });
}
