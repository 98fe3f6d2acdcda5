import { LINKS, type LinkGroup } from '../links.ts';
import { KIND_COUNT, LINKED, LINK_BASE, TRANSITION_BASE } from '../model.ts';
import { OBSERVATIONS, type ObservationGroup } from '../observations.ts';

/**
 * How strongly weights are drawn to what is known beforehand (the penalty on a unit's difference, squared): those of what follows what, of groups of features
 * that tell more than most about pages the weights never saw, of those that tell less, and of all others.
 */
export const PENALTIES = { transitions: 1, telling: 4, doubtful: 30, others: 10 } as const;

type Worth = Exclude<keyof typeof PENALTIES, 'transitions'>;

/**
 * Groups that tell more than most, or less. Chosen by what a change of each group's penalty would do to the likelihood of held-out pages of dev and clean
 * and of our own pages that are never learned from (the gradient of that likelihood, through the inverse of the training objective's curvature).
 */
const OF_OBSERVATIONS: Partial<Record<ObservationGroup, Worth>> = {
  gapBefore: 'telling',
  ending: 'telling',
  formula: 'telling',
  formulaLook: 'telling',
  firstLook: 'telling',
  marks: 'telling',
  shareBefore: 'telling',
  earlierNamed: 'telling',
  stackEnding: 'telling',
  stackLike: 'telling',
  stackSuffix: 'telling',
  width: 'doubtful',
  spaces: 'doubtful',
  functionWords: 'doubtful',
  openingAfter: 'doubtful',
  dangling: 'doubtful',
  danglingProseBefore: 'doubtful',
  mentioned: 'doubtful',
  widthEnding: 'doubtful',
  gapLookAfter: 'doubtful',
  look2Before: 'doubtful',
  look2After: 'doubtful',
  lookAfter: 'doubtful',
  endingBefore: 'doubtful',
  proseEndingBefore: 'doubtful',
  meetingBefore: 'doubtful',
  partAfter: 'doubtful',
  wrapAfter: 'doubtful',
  ends: 'doubtful',
  parallelBefore: 'doubtful',
  parallelAfter: 'doubtful',
  untilTitle: 'doubtful',
  verse: 'doubtful',
};
const OF_LINKS: Partial<Record<LinkGroup, Worth>> = { junction: 'telling', widthBelow: 'doubtful', formulaBelow: 'doubtful', firstLine: 'doubtful' };

/** The penalty on a weight, by its place in the model's vector. */
export function penaltyOf(weight: number): number {
  if (weight < TRANSITION_BASE) return PENALTIES[OF_OBSERVATIONS[OBSERVATIONS.groupOf(Math.floor(weight / KIND_COUNT))] ?? 'others'];
  if (weight < LINK_BASE) return PENALTIES.transitions;
  return PENALTIES[OF_LINKS[LINKS.groupOf(Math.floor((weight - LINK_BASE) / LINKED.length))] ?? 'others'];
}
