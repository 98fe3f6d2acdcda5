import type { StringKey } from '#strings/index.ts';

/** A question whether something can be done now. `needs` says in words what is wanting where the answer is no. */
export type Possible = (() => boolean) & { readonly needs?: StringKey };

/** The question with what is wanting where its answer is no. */
export function needing(needs: StringKey, when: () => boolean): Possible {
  return Object.assign(() => when(), { needs });
}
