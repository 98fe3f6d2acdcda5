import { ok } from '#util/result.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const learningHandlers: HandlersOf<CallsOf<'learning'>> = {
  'learning.state': async (_request, { learner }) => ok(await (await learner()).state()),

  'learning.start': async (_request, { learner }) => (await learner()).start(),

  'learning.use': async ({ once, weights }, { learner }) => (await learner()).use(once, weights),

  'learning.pages': async ({ offset, limit }, { learner }) => ok((await learner()).pages(offset, limit)),

  'learning.compare': async (_request, { learner }) => {
    (await learner()).goOn();
    return ok(null);
  },

  'learning.splitAnew': async ({ once, issues }, { learner }) => (await learner()).anew(once, issues),
};
