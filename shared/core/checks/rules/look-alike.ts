import { creditsIn } from '../../names/credits.ts';
import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWords } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';
import { speltOtherwise } from '../spelt.ts';

const LEAST = 0.35; // what is less likely is not told

/** Characters in place of which another that looks like them is far likelier. Looks at nothing where nothing is known of the language. */
export const lookAlike: Check = {
  id: 'look-alike',
  kind: 'confusion',
  inGeneral: { what: 'spelling', about: inItsWords },
  check: ({ passage, text, language }) => {
    if (language === null) return [];
    const people = creditsIn(text.text); // names have a check of their own
    const names = new Set(speltOtherwise(text.text, language).map(({ at }) => at));
    return language.misreadings(text.text).flatMap(({ at, read, meant, probability, seen }): readonly Found[] => {
      if (read === '' || probability < LEAST || names.has(at) || people.some((one) => one.at <= at && at < one.at + one.name.length)) return [];
      const range = rangeIn(text, at, at + 1);
      return [{
        range, messageId: 'check.look-alike.found', data: { read, meant }, probability,
        evidence: seen ? [{ id: `check.look-alike.${seen.timesRead === 0 ? 'only' : 'oftener'}`, data: seen }] : [],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: meant, why: mended('look-alike') } }],
      }];
    });
  },
};
