import type { Check, Found } from '../check.ts';
import { MENDED } from '../check.ts';
import { rangeIn } from '../passage-text.ts';

/** What twice in a row is no Chinese: marks, words of grammar that never meet themselves, and four or more characters said again. */
const DOUBLED = /([，。、；：])\1+|(?<![目有无端众]|似是)(的)\2(?!确|士)|([被及与们])\3|((?!(.)\5+)\p{Script=Han}{4,12})\4/gu;

/** Characters and marks that stand twice. Most doubling is good Chinese (人人, 看看): only what never is gets told. */
export const doubled: Check = {
  id: 'doubled',
  kind: 'doubled',
  check: ({ passage, text }) =>
    Array.from(text.text.matchAll(DOUBLED)).map((match): Found => {
      const [whole] = match;
      const once = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
      const extra = rangeIn(text, match.index + once.length, match.index + whole.length);
      return {
        range: rangeIn(text, match.index, match.index + whole.length),
        messageId: 'check.doubled.found',
        data: { once },
        probability: once.length > 1 ? 0.8 : 0.9,
        evidence: [],
        suggestions: [{ kind: 'replaceText', passage, ...extra, put: { text: '', why: MENDED } }],
      };
    }),
};
