import { fail, ok } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import { isArticleRole } from '../../model/role.ts';
import type { Operation } from '../operation.ts';
import { findPassage, withPassage } from '../tree.ts';

/** A passage gets another role of the side it stands on; `setAside` and `restore` change the side. */
export const setRole: Operation<'setRole'> = {
  apply(issue, { passage, role }) {
    const place = findPassage(issue, passage);
    if (!place) return fail({ code: 'no-such-passage', passage });
    if (isArticleRole(role) !== place.article >= 0) return fail({ code: 'role-not-allowed-here', role });
    return ok(withPassage(issue, place, { ...place.passage, role }));
  },
  invert(before, { passage }) {
    const place = findPassage(before, passage);
    invariant(place, 'the passage is there before');
    return { kind: 'setRole', passage, role: place.passage.role };
  },
};
