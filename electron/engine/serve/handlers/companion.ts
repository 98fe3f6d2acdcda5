import { ok } from '#util/result.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const companionHandlers: HandlersOf<CallsOf<'companion'>> = {
  'companion.find': ({ issue }, { companions }) => ok(companions.find(issue)),
  'companion.image': ({ issue, page }, { companions }) => companions.image(issue, page),
};
