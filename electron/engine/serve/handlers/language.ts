import { ok } from '#util/result.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const languageHandlers: HandlersOf<CallsOf<'language'>> = {
  'language.judge': async ({ issue, texts }, { language }) => ok(await language.judge(issue, texts)),
};
