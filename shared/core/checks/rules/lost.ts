import { creditsIn } from '../../names/credits.ts';
import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWords } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** Characters that were lost inside a line. Looks at nothing where nothing is known of the language; what a column break cost is the check `gap`. */
export const lost: Check = {
  id: 'lost',
  kind: 'lost_char',
  inGeneral: { what: 'spelling', about: inItsWords },
  check: ({ passage, text, language }) => {
    if (language === null) return [];
    const people = creditsIn(text.text);
    return language.misreadings(text.text).flatMap(({ at, read, meant, probability, seen, series }): readonly Found[] => {
      if (read !== '' || at === 0 || at >= text.text.length || people.some((one) => one.at < at && at < one.at + one.name.length)) return [];
      const spot = rangeIn(text, at - 1, at).to;
      return [{
        range: rangeIn(text, at - 1, at + 1), messageId: 'check.lost.found', data: { meant }, probability,
        evidence: [
          ...(seen ? [{ id: 'check.lost.only', data: seen }] : []),
          ...(series ? [{ id: 'check.lost.series', data: series }] : []),
        ],
        suggestions: [{ kind: 'replaceText', passage, from: spot, to: spot, put: { text: meant, why: mended('lost') } }],
      }];
    });
  },
};
