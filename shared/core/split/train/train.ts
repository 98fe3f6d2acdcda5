import { UNCALIBRATED } from '../calibration.ts';
import { type Evidence, LINK_ROWS } from '../evidence.ts';
import { LINK_STRIDE, type Lattice, latticeOf, stepScore } from '../lattice.ts';
import type { FeatureRows } from '../feature-rows.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, LINK_BASE, type Model, STEPS, TRANSITION_BASE, WEIGHT_COUNT } from '../model.ts';
import { sumSteps } from '../sums.ts';
import { LINKS, priorOfLink } from '../links.ts';
import { priorOfObservation } from '../observations.ts';
import { KINDS } from '../states.ts';
import { minimise } from './lbfgs.ts';
import { penaltyOf } from './penalties.ts';

/** A page with its true labelling: what the model learns from. `states` are numbers of `STATES`, one a position; `counts`: as how many pages it counts (1). */
export type Lesson = { readonly evidence: Evidence; readonly states: readonly number[]; readonly counts?: number };

/** `penalty`: that of each weight by its place in the vector, on what differs from what is known beforehand. */
export type TrainOptions = { readonly penalty: (weight: number) => number; readonly steps: number };

/** The options the weights of the repository are trained with. */
export const TRAIN_OPTIONS: TrainOptions = { penalty: penaltyOf, steps: 100 };

const STEP_OF = new Map(STEPS.map((step) => [step.from * STEPS.length + step.to, step]));
const CONTINUED = LINKED.indexOf('continued');
const NONE = new Float64Array(0);

/**
 * The weights that make the true labellings most likely (a conditional random field, maximum likelihood with a quadratic penalty on what differs from
 * `prior`, where the search begins).
 */
export function train(lessons: readonly Lesson[], options: TrainOptions = TRAIN_OPTIONS, prior: Float64Array = knownBeforehand()): Float64Array {
  const penalties = prior.map((_each, weight) => options.penalty(weight));
  const objective = (change: Float64Array, gradient: Float64Array): number => {
    const model = modelOf(added(prior, change));
    let value = 0;
    for (let i = 0; i < change.length; i += 1) {
      value += (penalties[i]! / 2) * change[i]! ** 2;
      gradient[i] = penalties[i]! * change[i]!;
    }
    for (const lesson of lessons) value += addLesson(lesson, model, gradient);
    return value;
  };
  return added(prior, minimise(objective, WEIGHT_COUNT, { steps: options.steps, tolerance: 1e-4 }));
}

/** How unlikely weights make the true labelling of a page: minus its log-likelihood. */
export function lossOf(lesson: Lesson, weights: Float64Array): number {
  return addLesson(lesson, modelOf(weights), new Float64Array(WEIGHT_COUNT));
}

function knownBeforehand(): Float64Array {
  const prior = new Float64Array(WEIGHT_COUNT);
  for (let weight = 0; weight < TRANSITION_BASE; weight += 1) prior[weight] = priorOfObservation(Math.floor(weight / KIND_COUNT), KINDS[weight % KIND_COUNT]!);
  for (let feature = 0; feature < LINKS.size; feature += 1) prior[LINK_BASE + feature * LINKED.length + CONTINUED] = priorOfLink(feature);
  return prior;
}

const modelOf = (weights: Float64Array): Model => ({ version: '', weights, continuity: NONE, lost: NONE, calibration: UNCALIBRATED });
const added = (base: Float64Array, change: Float64Array): Float64Array => base.map((each, i) => each + change[i]!);

/** Minus the log-likelihood of one lesson; its gradient is added to `gradient`. */
function addLesson({ evidence, states, counts = 1 }: Lesson, model: Model, gradient: Float64Array): number {
  if (evidence.length === 0) return 0;
  const lattice = latticeOf(evidence, model);
  // How often the model expects each kind, step and link.
  const { total, likely, links, expected } = sumSteps(lattice, model);
  const kinds = new Float64Array(lattice.kinds.length);
  for (let i = 0; i < evidence.length; i += 1) {
    for (let state = 0; state < KIND_OF_STATE.length; state += 1) kinds[i * KIND_COUNT + KIND_OF_STATE[state]!]! += likely[i * KIND_OF_STATE.length + state]! * counts;
  }
  for (let link = 0; link < links.length; link += 1) links[link]! *= counts;
  for (let step = 0; step < expected.length; step += 1) gradient[STEPS[step]!.weight]! += expected[step]! * counts;
  const truth = meetTruth(lattice, model, states, { kinds, links, gradient, counts });
  for (let i = 0; i < evidence.length; i += 1) spread(evidence.observations, i, kinds, KIND_COUNT, gradient, 0);
  for (let row = 0; row < evidence.length * LINK_ROWS; row += 1) spread(evidence.links, row, links, LINKED.length, gradient, LINK_BASE);
  return (total - truth) * counts;
}

/** Adds the masses of a row to the gradients of its features: gradient[base + feature * width + column]. */
function spread({ starts, features }: FeatureRows, row: number, masses: Float64Array, width: number, gradient: Float64Array, base: number): void {
  for (let k = starts[row]!; k < starts[row + 1]!; k += 1) {
    const from = base + features[k]! * width;
    for (let column = 0; column < width; column += 1) gradient[from + column]! += masses[row * width + column]!;
  }
}

type Masses = { readonly kinds: Float64Array; readonly links: Float64Array; readonly gradient: Float64Array; readonly counts: number };

/** Takes away what the truth shows of them; returns the truth's score. Throws if the truth breaks the grammar. */
function meetTruth(lattice: Lattice, model: Model, states: readonly number[], { kinds, links, gradient, counts }: Masses): number {
  let score = 0;
  for (let i = 0; i < lattice.length; i += 1) {
    const from = i === 0 ? -1 : states[i - 1]!;
    const to = states[i]!;
    const step = STEP_OF.get(from * STEPS.length + to);
    if (step === undefined) throw new Error(`the grammar has no step from state ${from} to state ${to}`);
    const kind = i * KIND_COUNT + KIND_OF_STATE[to]!;
    score += lattice.kinds[kind]! + stepScore(lattice, model, i, step);
    kinds[kind]! -= counts;
    gradient[step.weight]! -= counts;
    if (step.linked >= 0) links[i * LINK_STRIDE + step.since * LINKED.length + step.linked]! -= counts;
  }
  return score;
}
