import { creditsIn } from '../../names/credits.ts';
import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsName } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

const LEAST = 0.4; // what is less likely is not told

/** Names in credits that the archive spells otherwise elsewhere. Looks at nothing where nothing is known of the archive. */
export const name: Check = {
  id: 'name',
  kind: 'name_variant',
  inGeneral: { what: 'spelling', about: inItsName },
  check: ({ passage, text, language }) => {
    if (language === null) return [];
    return creditsIn(text.text).flatMap((credit): readonly Found[] => {
      const variant = language.variantOf(credit.name);
      if (variant === null || variant.probability < LEAST) return [];
      const { read, meant, at, probability } = variant;
      const range = rangeIn(text, credit.at + at, credit.at + at + 1);
      const times = { read: read.name, readTimes: read.times, readPages: read.pages, meant: meant.name, meantTimes: meant.times, meantPages: meant.pages };
      return [{
        range, messageId: 'check.name.found', data: times, probability, evidence: [{ id: 'check.name.evidence', data: times }],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: meant.name[at]!, why: mended('name') } }],
      }];
    });
  },
};
