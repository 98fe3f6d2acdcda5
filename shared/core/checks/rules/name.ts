import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsName } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';
import { speltOtherwise } from '../spelt.ts';

/** Names of people, offices and places that the archive spells otherwise elsewhere. Looks at nothing where nothing is known of the archive. */
export const name: Check = {
  id: 'name',
  kind: 'name_variant',
  inGeneral: { what: 'spelling', about: inItsName },
  check: ({ passage, text, language }) => {
    if (language === null) return [];
    return speltOtherwise(text.text, language).map(({ at, variant: { read, meant, at: differs }, probability }): Found => {
      const range = rangeIn(text, at, at + 1);
      const times = { read: read.name, readTimes: read.times, readPages: read.pages, meant: meant.name, meantTimes: meant.times, meantPages: meant.pages };
      return {
        range, messageId: 'check.name.found', data: times, probability, evidence: [{ id: 'check.name.evidence', data: times }],
        suggestions: [{ kind: 'replaceText', passage, ...range, put: { text: meant.name[differs]!, why: mended('name') } }],
      };
    });
  },
};
