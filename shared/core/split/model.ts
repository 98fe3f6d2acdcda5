import type { Calibration } from './calibration.ts';
import { LINKS } from './links.ts';
import { OBSERVATIONS } from './observations.ts';
import { KINDS, STATES, TRANSITIONS, TRANSITION_NAMES, roleOfKind } from './states.ts';

/** Kinds whose paragraph may be linked to the one above: a new paragraph, or the same one going on. */
export const LINKED = ['paragraph', 'continued'] as const;

/**
 * The weights of the model, as one vector: observation x kind, then transition, then link feature x linked kind.
 * `version` names the weights in everything they decide.
 */
export type Model = {
  readonly version: string;
  readonly weights: Float64Array;
  readonly continuity: Float64Array; // of the features in flow/continuity.ts
  readonly lost: Float64Array; // of those in flow/lost.ts
  readonly calibration: Calibration;
};

export const KIND_COUNT = KINDS.length;
export const TRANSITION_BASE = OBSERVATIONS.size * KIND_COUNT;
export const LINK_BASE = TRANSITION_BASE + TRANSITION_NAMES.length;
export const WEIGHT_COUNT = LINK_BASE + LINKS.size * LINKED.length;

const KIND_INDEX = new Map(KINDS.map((kind, index) => [kind, index]));
const NAME_INDEX = new Map(TRANSITION_NAMES.map((name, index) => [name, index]));

/** The kind of each state, as a number. */
export const KIND_OF_STATE: readonly number[] = STATES.map((state) => KIND_INDEX.get(state.kind)!);

/** The role of each kind, and whether its blocks begin an article's head (1). */
export const ROLES = KINDS.map(roleOfKind);
export const BEGINS = Uint8Array.from(KINDS, (kind) => (kind === 'kicker' || kind === 'opening' ? 1 : 0));

/** A number for the role of each kind: kinds of one role have one. */
export const ROLE = Uint8Array.from(ROLES, (role) => ROLES.indexOf(role));

/** A transition made ready for decoding: `weight` is its place in the vector; `since` and `linked` say which link it makes, -1 for none. */
export type Step = { readonly from: number; readonly to: number; readonly weight: number; readonly since: number; readonly linked: number };

export const STEPS: readonly Step[] = TRANSITIONS.map(({ from, to, name }) => {
  const since = STATES[from]?.since ?? -1;
  const linked = since < 0 ? -1 : LINKED.findIndex((kind) => kind === STATES[to]!.kind);
  return { from, to, weight: TRANSITION_BASE + NAME_INDEX.get(name)!, since: linked < 0 ? -1 : since, linked };
});

/** The name of each weight, in the vector's order: what the weights file is keyed by. */
export function weightName(index: number): string {
  if (index < TRANSITION_BASE) return `${OBSERVATIONS.nameOf(Math.floor(index / KIND_COUNT))} ${KINDS[index % KIND_COUNT]}`;
  if (index < LINK_BASE) return TRANSITION_NAMES[index - TRANSITION_BASE]!;
  const link = index - LINK_BASE;
  return `link.${LINKS.nameOf(Math.floor(link / LINKED.length))} ${LINKED[link % LINKED.length]}`;
}
