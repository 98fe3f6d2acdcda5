import { namesFor } from '#core/names/filter.ts';
import { ok } from '#util/result.ts';
import { acceptedTexts } from '../../project/accepted.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const languageHandlers: HandlersOf<CallsOf<'language'>> = {
  'language.judge': async ({ issue, texts }, { language }) => ok(await language.judge(issue, texts)),

  'language.names': async ({ text, twofold, offset, limit }, { language, store }) => {
    const names = await language.names();
    if (names === null) return ok({ counted: false, total: 0, rows: [] });
    const accepted = new Set(acceptedTexts(store).flatMap((one) => (one.check === '' || one.check === 'name' ? [one.text] : [])));
    const shown = namesFor(names, { text, twofold, accepted });
    return ok({ counted: true, total: shown.length, rows: shown.slice(offset, offset + limit).map((one) => ({ ...one, near: one.near.map((other) => ({ ...other })), right: accepted.has(one.name) })) });
  },
};
