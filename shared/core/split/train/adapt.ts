import type { Page } from '../../parse/page.ts';
import type { CalibratedKind, Calibration, Scaling } from '../calibration.ts';
import { evidenceOf } from '../evidence.ts';
import type { Model } from '../model.ts';
import type { Split } from '../split-page.ts';
import { agreementOf, blockTreeOf } from './block-tree.ts';
import { type Outcome, calibrate } from './calibrate.ts';
import { type Taught, composePages } from './compose.ts';
import type { Approved } from './from-issue.ts';
import { outcomesOf } from './outcomes.ts';
import { type Pair, continuityLoss, pairsOf, trainContinuity } from './train-continuity.ts';
import { type Lesson, lossOf, train } from './train.ts';
import { goldOf } from './truth.ts';
import type { PageResult } from './verdict.ts';

/** An approved page to learn from. `seen`: the weights in use were trained on it, so that nothing can be proved with it. */
export type Learnable = Approved & { readonly seen: boolean };

/** How pages are read and split: with the dictionary, and what is known of the language, that all pages of the project are split with. */
export type Tools = { readonly read: (source: string) => Page; readonly split: (source: string, model: Model) => Split };

export type AdaptOptions = { readonly program: Model; readonly inUse: Model; readonly tools: Tools };

/** What was learned, and how every page that had not been seen came out: with the weights in use, and with new ones that never saw it either. */
export type Adapted = { readonly model: Model; readonly results: readonly PageResult[] };

export type Progress = { readonly done: number; readonly total: number };

/** How strongly new weights are drawn to the program's own (the penalty on a unit's difference, squared). */
const STRENGTHS = [3, 10, 30];

/** In how many parts the pages are dealt. */
const FOLDS = 5;

const STEPS = 30;

/** Up to how many pages twice their articles are dealt anew into composed pages; once where there are more. Without, a few pages teach their own company by heart. */
const FEW = 60;

type Pupil = { readonly page: Learnable; readonly fold: number; readonly lesson: Lesson; readonly pairs: readonly Pair[] };
type Trial = { readonly weights: Float64Array; readonly continuity: Float64Array; readonly loss: number; readonly continuityLoss: number };

/**
 * Learns from approved pages. The pages that the program's weights were trained on are not at hand, so these stand for them: the new weights are the likeliest
 * under the approved pages, with a normal prior around the program's (maximum a posteriori). How tight it is is chosen by the likelihood of held-back
 * pages. Each page that the weights in use never saw is split by weights that never saw it, of a tightness chosen without its fold; the weights that are returned saw all.
 * Yields before each training; deterministic.
 */
export function* adapt(pages: readonly Learnable[], options: AdaptOptions): Generator<Progress, Adapted> {
  const pupils = dealt(pages, options.tools);
  const folds = Array.from({ length: Math.max(0, ...pupils.map(({ fold }) => fold + 1)) }, (_, fold) => fold);
  const total = folds.length * STRENGTHS.length + 1;
  let done = 0;
  const trials: Trial[][] = [];
  for (const fold of folds) {
    const [taught, held] = [pupils.filter((each) => each.fold !== fold), pupils.filter((each) => each.fold === fold)];
    const lessons = lessonsOf(taught, options.tools);
    const row: Trial[] = [];
    for (const strength of STRENGTHS) {
      yield { done, total };
      row.push(tried(learned(lessons, taught, options.program, strength, strength), held));
      done += 1;
    }
    trials.push(row);
  }
  const results: PageResult[] = [];
  const outcomes: Outcome[] = [];
  for (const fold of folds) {
    const model = chosen(trials, fold, options.program);
    for (const { page } of pupils.filter((each) => each.fold === fold)) {
      const agreement = ({ tree }: Split) => agreementOf(page.tree, blockTreeOf({ source: page.source, ...tree }));
      const after = options.tools.split(page.source, model);
      results.push({ before: agreement(options.tools.split(page.source, options.inUse)), after: agreement(after) });
      outcomes.push(...outcomesOf(page.source, page.truth, after));
    }
  }
  yield { done, total };
  const [strength, continuityStrength] = [STRENGTHS[best(trials, 'loss', -1)]!, STRENGTHS[best(trials, 'continuityLoss', -1)]!];
  const final = learned(lessonsOf(pupils, options.tools), pupils, options.program, strength, continuityStrength);
  const calibration = rescaled(options.program.calibration, outcomes);
  return { model: { version: '', ...final, lost: options.program.lost, calibration }, results };
}

/** The pages as lessons; those that nothing is known of are dealt to the folds in turn, the others are of none (-1) and always learned from. */
function dealt(pages: readonly Learnable[], { read }: Tools): readonly Pupil[] {
  const fresh = pages.filter(({ seen }) => !seen);
  return pages.flatMap((page): readonly Pupil[] => {
    const lesson = lessonOf(page, read);
    const fold = page.seen ? -1 : fresh.indexOf(page) % FOLDS;
    return lesson === null ? [] : [{ page, fold, lesson, pairs: pairsOf(read(page.source), page.truth) }];
  });
}

function lessonOf({ source, truth }: Taught, read: Tools['read']): Lesson | null {
  const gold = goldOf(truth);
  return gold.ok ? { evidence: evidenceOf(read(source), gold.value.order), states: gold.value.states } : null;
}

function lessonsOf(pupils: readonly Pupil[], { read }: Tools): readonly Lesson[] {
  const composed = composePages(pupils.map(({ page }) => page), pupils.length <= FEW ? 2 : 1);
  return [...pupils.map(({ lesson }) => lesson), ...composed.flatMap((page) => lessonOf(page, read) ?? [])];
}

type Learned = { readonly weights: Float64Array; readonly continuity: Float64Array };

function learned(lessons: readonly Lesson[], pupils: readonly Pupil[], program: Model, strength: number, continuityStrength: number): Learned {
  return {
    weights: train(lessons, { penalty: () => strength, steps: STEPS }, program.weights),
    continuity: trainContinuity(pupils.flatMap(({ pairs }) => pairs), continuityStrength, program.continuity),
  };
}

function tried({ weights, continuity }: Learned, held: readonly Pupil[]): Trial {
  return {
    weights,
    continuity,
    loss: held.reduce((sum, { lesson }) => sum + lossOf(lesson, weights), 0),
    continuityLoss: held.reduce((sum, { pairs }) => sum + continuityLoss(pairs, continuity), 0),
  };
}

/** Which strength makes held-back pages likeliest, those of one fold left out of account. */
function best(trials: readonly (readonly Trial[])[], kind: 'loss' | 'continuityLoss', without: number): number {
  const losses = STRENGTHS.map((_, strength) => trials.reduce((sum, row, fold) => (fold === without ? sum : sum + row[strength]![kind]), 0));
  return losses.indexOf(Math.min(...losses));
}

function chosen(trials: readonly (readonly Trial[])[], fold: number, { lost, calibration }: Model): Model {
  const row = trials[fold]!;
  return { version: '', weights: row[best(trials, 'loss', fold)]!.weights, continuity: row[best(trials, 'continuityLoss', fold)]!.continuity, lost, calibration };
}

/** From how many decisions of a kind on, and of how many each that were right and wrong, what is stated about it is scaled anew. */
const DECISIONS = 200;
const OF_EACH = 10;

/** A calibration under which the outcomes are likeliest; kinds with too few of them stay as they are. */
export function rescaled(calibration: Calibration, outcomes: readonly Outcome[]): Calibration {
  const anew = calibrate(outcomes);
  const speaks = (kind: CalibratedKind): boolean => {
    const mine = outcomes.filter((outcome) => outcome.kind === kind);
    const right = mine.filter((outcome) => outcome.right).length;
    return mine.length >= DECISIONS && Math.min(right, mine.length - right) >= OF_EACH;
  };
  const of = (kind: CalibratedKind): Scaling => {
    if (!speaks(kind)) return calibration[kind];
    const { slope, shift } = calibration[kind];
    return { slope: anew[kind].slope * slope, shift: anew[kind].slope * shift + anew[kind].shift };
  };
  const kicker = speaks('boundary') ? anew.boundary.slope * calibration.kicker + anew.kicker : calibration.kicker;
  return { boundary: of('boundary'), role: of('role'), join: of('join'), kicker };
}
