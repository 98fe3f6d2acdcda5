import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWord } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';

/** What twice in a row is no Chinese: marks, and words of grammar that never meet themselves. Words and clauses are another check's. */
const DOUBLED = /([，。、；：])\1+|(?<![目有无端众]|似是)(的)\2(?!确|士)|([被及与们])\3/gu;

/** Characters and marks that stand twice. Most doubling is good Chinese (人人, 看看): only what never is gets told. */
export const doubled: Check = {
  id: 'doubled',
  kind: 'doubled',
  inGeneral: { what: 'form', about: inItsWord },
  check: ({ passage, text }) =>
    Array.from(text.text.matchAll(DOUBLED)).map((match): Found => {
      const [whole] = match;
      const once = match[1] ?? match[2] ?? match[3] ?? '';
      const extra = rangeIn(text, match.index + once.length, match.index + whole.length);
      return {
        range: rangeIn(text, match.index, match.index + whole.length),
        messageId: 'check.doubled.found',
        data: { once },
        probability: 0.9,
        evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...extra, put: { text: '', why: mended('doubled') } }],
      };
    }),
};
