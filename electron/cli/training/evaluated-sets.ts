import { join } from 'node:path';
import { languageOn } from '#core/checks/language.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import { type Outcome, calibrate, recalibrated } from '#core/split/train/calibrate.ts';
import { outcomesOf } from '#core/split/train/outcomes.ts';
import { lossOf } from '#core/split/train/train.ts';
import { archiveLanguage } from '../../engine/words/archive-language.ts';
import { loadModel, loadSplitter } from '../../engine/split/load-splitter.ts';
import { type Evaluated, evaluated } from './evaluated.ts';
import { heldOutLanguages } from './held-out-languages.ts';
import { FOLDS, type HeldOut, prepare, splitByFolds } from './learn.ts';
import { drawnSizes } from './drawn-sizes.ts';
import { UNSEEN, unseenPages } from './lesson-pages.ts';
import { ownPages } from './own-pages.ts';
import type { PlainCheck } from './plain-checks.ts';
import { SETS, type TruthPage, evaluationPages, languageOf, lessonOf, pagesFolder } from './truth-pages.ts';

/**
 * A set of the evaluation with its pages split and held against the truth. `outcomes`: which of the probabilities stated came true. `losses`: how unlikely
 * the weights make the truth of each page (minus its log-likelihood), null where the model's grammar cannot say it. `plain`: what plainer checks of misreadings find, where they were tried.
 */
export type EvaluatedSet = { readonly set: string; readonly pages: readonly Evaluated[]; readonly outcomes: readonly Outcome[]; readonly losses: readonly (number | null)[]; readonly plain: readonly PlainCheck[] };

/** The sets that may be learned from, each page split by a fold that never saw it, its probabilities calibrated on the other folds. */
export function heldOutSets(folder: string, root: string, resources: string, tell: (fold: number) => void): readonly EvaluatedSet[] {
  const pupils = SETS.flatMap((set) => prepare(evaluationPages(folder, set)));
  const held = splitByFolds(ownPages(root).flatMap(prepare), pupils, tell);
  const languages = heldOutLanguages(resources, held.map(({ page, fold }) => ({ page, fold })));
  return SETS.map((set) => ({
    set,
    pages: held
      .filter(({ page }) => page.set === set)
      .map(({ page, split }) => evaluated(page, join(pagesFolder(folder, set), `${page.name}.txt`), split, languages.of(page)))
      .toSorted((a, b) => (a.page.name < b.page.name ? -1 : 1)),
    outcomes: statedByOthers(held, set),
    losses: held.flatMap(({ page, loss }) => (page.set === set ? [loss] : [])),
    plain: languages.plain(set),
  }));
}

/** The same sets split with the program's own weights, what is misread on each page judged by a fold that never saw it: in a fraction of the time. */
export function findingSets(folder: string, resources: string): readonly EvaluatedSet[] {
  const split = loadSplitter(resources);
  const dealt = SETS.flatMap((set) => evaluationPages(folder, set)).map((page, index) => ({ page, fold: index % FOLDS }));
  const languages = heldOutLanguages(resources, dealt);
  return SETS.map((set) => {
    const given = dealt.flatMap(({ page }) => (page.set === set ? [page] : []));
    const { archive } = languageOf(given);
    const pages = given.map((page) => evaluated(page, join(pagesFolder(folder, set), `${page.name}.txt`), split(page.source, page.name, { archive }), languages.of(page)));
    return { set, pages, outcomes: [], losses: [], plain: languages.plain(set) };
  });
}

/** The outcomes of a set's pages, the probabilities of each fold calibrated on the other folds. */
function statedByOthers(held: readonly HeldOut[], set: string): readonly Outcome[] {
  const known = held.map(({ page, fold, split }) => ({ set: page.set, fold, outcomes: outcomesOf(page.source, page.truth, split) }));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const calibration = calibrate(known.flatMap((each) => (each.fold === fold ? [] : each.outcomes)));
    return recalibrated(known.flatMap((each) => (each.fold === fold && each.set === set ? each.outcomes : [])), calibration);
  });
}

/** The set that is never learned from, split with the program's own weights. */
export const realSet = (folder: string, resources: string): EvaluatedSet =>
  splitAsIs('real', evaluationPages(folder, 'real'), resources, (name) => join(pagesFolder(folder, 'real'), `${name}.txt`));

/** Pages of our own writing that are never learned from, split with the program's own weights. `wrong`: they are given sizes of type, so many of them wrong (0..1); null: none. */
export const ownSet = (root: string, resources: string, wrong: number | null = null): EvaluatedSet =>
  splitAsIs('own', unseenPages(root), resources, (name) => join(root, UNSEEN, `${name}.lesson`), (page) => (wrong === null ? [] : drawnSizes(page, wrong)));

function splitAsIs(set: string, given: readonly TruthPage[], resources: string, pathOf: (name: string) => string, hintsOf: (page: TruthPage) => readonly LayoutHint[] = () => []): EvaluatedSet {
  const split = loadSplitter(resources);
  const { weights } = loadModel(resources);
  const language = languageOf(given);
  const { archive } = language;
  const known = archiveLanguage(resources, given.map(({ source }) => source));
  const pages = given.map((page) => evaluated(page, pathOf(page.name), split(page.source, page.name, { archive }, hintsOf(page)), languageOn(page.source, known, 1)));
  const lossIn = (page: TruthPage): number | null => {
    const lesson = lessonOf(page, language);
    return lesson && lossOf(lesson, weights);
  };
  return { set, pages, outcomes: pages.flatMap(({ page, split: made }) => outcomesOf(page.source, page.truth, made)), losses: given.map(lossIn), plain: [] };
}
