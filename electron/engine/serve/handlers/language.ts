import type { NameRow } from '#contract/schemas/language.ts';
import { namesFor } from '#core/names/filter.ts';
import type { ListedName } from '#core/names/listed.ts';
import { settledBy } from '#core/names/settled.ts';
import type { Settled } from '#core/names/settled.ts';
import { ok } from '#util/result.ts';
import { acceptedTexts } from '../../project/accepted.ts';
import { standingRules } from '../../project/rule-due.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const languageHandlers: HandlersOf<CallsOf<'language'>> = {
  'language.judge': async ({ issue, texts }, { language }) => ok(await language.judge(issue, texts)),

  'language.names': async ({ text, kind, show, offset, limit }, { language, store }) => {
    const names = await language.names();
    if (names === null) return ok({ counted: false, total: 0, rows: [] });
    const accepted = new Set(acceptedTexts(store).flatMap((one) => (one.check === '' || one.check === 'name' ? [one.text] : [])));
    const settled = settledBy(accepted, standingRules(store.db));
    const shown = namesFor(names, { text, kind, show, settled });
    return ok({ counted: true, total: shown.length, rows: shown.slice(offset, offset + limit).map((one) => rowOf(one, accepted, settled)) });
  },
};

const rowOf = ({ near, ...one }: ListedName, accepted: ReadonlySet<string>, settled: (one: string, other: string) => Settled | null): NameRow => ({
  ...one, right: accepted.has(one.name),
  near: near.map(({ company, ...other }) => ({ ...other, company: company.map((each) => ({ ...each })), settled: settled(one.name, other.name) })),
});
