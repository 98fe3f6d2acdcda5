import { ROLES, type Role } from '../../model/role.ts';
import type { MarkedTruth } from '../marked-truth.ts';
import type { Found } from './found.ts';
import type { Hits, Share } from './tally.ts';

/** How often each role was taken for each: true role, then the one found. Where editors may differ, every role that will do counts as the true one. */
export type Confusion = Readonly<Record<Role, Readonly<Record<Role, number>>>>;

export function confusionOf(pages: readonly { readonly truth: MarkedTruth; readonly found: Found }[]): Confusion {
  const rows = Object.fromEntries(ROLES.map((role) => [role, Object.fromEntries(ROLES.map((as) => [as, 0]))])) as Record<Role, Record<Role, number>>;
  for (const { truth, found } of pages) {
    for (const { index, role, roles } of truth.blocks) {
      const as = found.roleOf(index);
      rows[role][(roles ?? []).includes(as) ? role : as] += 1;
    }
  }
  return rows;
}

export function roleTally(truth: MarkedTruth, found: Found): { readonly roles: Share; readonly byRole: Readonly<Record<Role, Hits>> } {
  const confusion = confusionOf([{ truth, found }]);
  const hitsOf = (role: Role): Hits => {
    const others = ROLES.filter((other) => other !== role);
    return {
      tp: confusion[role][role],
      fp: others.reduce((sum, other) => sum + confusion[other][role], 0),
      fn: others.reduce((sum, other) => sum + confusion[role][other], 0),
    };
  };
  return {
    roles: { hit: ROLES.reduce((sum, role) => sum + confusion[role][role], 0), of: truth.blocks.length },
    byRole: Object.fromEntries(ROLES.map((role) => [role, hitsOf(role)])) as Record<Role, Hits>,
  };
}
