import { UNCALIBRATED } from '#core/split/calibration.ts';
import type { Model } from '#core/split/model.ts';
import { type Split, splitPage } from '#core/split/split-page.ts';
import { composePages } from '#core/split/train/compose.ts';
import type { Case } from '#core/split/train/logistic.ts';
import { type Pair, trainContinuity } from '#core/split/train/train-continuity.ts';
import { trainLost } from '#core/split/train/train-lost.ts';
import { type Lesson, lossOf, train } from '#core/split/train/train.ts';
import type { Language } from '#core/parse/page.ts';
import { type TruthPage, languageOf, lessonOf, lossesIn, pairsIn } from './truth-pages.ts';

/** A page made ready to be learned from. `lesson` is null where the model's grammar cannot say its truth. */
export type Pupil = { readonly page: TruthPage; readonly language: Language; readonly lesson: Lesson | null; readonly pairs: readonly Pair[]; readonly losses: readonly Case[] };

/** Makes the pages of one set ready; what they say of their language is counted in that set alone. */
export function prepare(pages: readonly TruthPage[]): readonly Pupil[] {
  const language = languageOf(pages);
  return pages.map((page) => ({ page, language, lesson: lessonOf(page, language), pairs: pairsIn(page, language), losses: lossesIn(page, language) }));
}

/** As how many pages one of a set counts, if not as one: the samples are few; the lessons crowd into a page what papers show in a month. */
export const COUNTS: Readonly<Record<string, number>> = { samples: 2, lessons: 0.4 };

/** How many times all articles are dealt anew into composed pages, and as how many pages one of those counts: the more deals, the less is left to chance. */
export const COMPOSED_ROUNDS = 12;
export const COMPOSED_COUNTS = 0.175;

/** The same with other column breaks: what a fragment goes on with is learned from many more cuts than the given pages show. */
export const CUT_ROUNDS = 3;

/** Every how many-th lesson's articles are dealt into the pages of a round: they come in company that is as papers are. */
const SHARE = 3;

/** In how many parts the pages are dealt, each split with what was learned from the others. */
export const FOLDS = 5;

/** What the pages teach. Probabilities are left as the model has them. */
export function learn(version: string, pupils: readonly Pupil[]): Model {
  const given = pupils.flatMap(({ page, lesson }) => (lesson === null ? [] : [{ ...lesson, counts: COUNTS[page.set] ?? 1 }]));
  const pages = pupils.flatMap(({ page }) => (page.set === 'lessons' ? [] : [page]));
  const language = languageOf(pages);
  const written = pupils.flatMap(({ page }) => (page.set === 'lessons' ? [page] : []));
  const lessons = Array.from({ length: COMPOSED_ROUNDS }, (_, round) => {
    const some = written.filter((_page, index) => index % SHARE === round % SHARE);
    return composePages([...pages, ...some], 1, { columns: 'as-printed', seed: round + 1 }).flatMap((page) => {
      const lesson = lessonOf(page, language);
      return lesson === null ? [] : [{ ...lesson, counts: COMPOSED_COUNTS }];
    });
  }).flat();
  const cut = Array.from({ length: CUT_ROUNDS }, (_, round) => {
    const anew = composePages(pages, 1, { columns: 'anew', seed: round + 1 });
    const own = languageOf(anew); // what was cut must not be known whole from elsewhere
    return anew.map((page) => ({ pairs: pairsIn(page, own), losses: lossesIn(page, own) }));
  }).flat();
  return {
    version,
    weights: train([...given, ...lessons]),
    continuity: trainContinuity([...pupils, ...cut].flatMap(({ pairs }) => pairs)),
    lost: trainLost([...pupils, ...cut].flatMap(({ losses }) => losses)),
    calibration: UNCALIBRATED,
  };
}

/** A page as it is split by a model that never saw it; `loss`: how unlikely that model makes its truth, null where the grammar cannot say it. */
export type HeldOut = { readonly page: TruthPage; readonly fold: number; readonly split: Split; readonly loss: number | null };

/** Splits every page with what the samples and the pages of the other folds teach. `tell` hears which fold begins. */
export function splitByFolds(samples: readonly Pupil[], pupils: readonly Pupil[], tell: (fold: number) => void): readonly HeldOut[] {
  const dealt = pupils.map((pupil, index) => ({ pupil, fold: index % FOLDS }));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    tell(fold + 1);
    const model = learn(`fold-${fold + 1}`, [...samples, ...dealt.flatMap((each) => (each.fold === fold ? [] : [each.pupil]))]);
    return dealt.flatMap(({ pupil: { page, language, lesson }, fold: its }) => {
      if (its !== fold) return [];
      return [{ page, fold, split: splitPage(page.source, { sourceVersion: page.name, model, language }), loss: lesson && lossOf(lesson, model.weights) }];
    });
  });
}
