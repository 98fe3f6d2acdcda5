import { ok } from '#util/result.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const learningHandlers: HandlersOf<CallsOf<'learning'>> = {
  'learning.state': async (_request, { learner }) => ok(await learner.state()),

  'learning.start': (_request, { learner }) => learner.start(),

  'learning.use': ({ once, weights }, { learner }) => learner.use(once, weights),

  'learning.pages': ({ offset, limit }, { learner }) => ok(learner.pages(offset, limit)),

  'learning.compare': (_request, { learner }) => {
    learner.goOn();
    return ok(null);
  },

  'learning.splitAnew': ({ once, issues }, { learner }) => learner.anew(once, issues),
};
