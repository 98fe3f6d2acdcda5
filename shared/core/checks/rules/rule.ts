import { mendedEverywhere } from '../../mend/places.ts';
import { placesOfRule } from '../../mend/rule.ts';
import type { Check } from '../check.ts';
import { rangeIn } from '../passage-text.ts';

/** What the project's standing rules would have read otherwise. */
export const rule: Check = {
  id: 'rule',
  kind: 'rule',
  check: ({ passage, text, rules }) => rules.flatMap((one) => placesOfRule(text.text, one).map((at) => {
    const range = rangeIn(text, at, at + one.read.length);
    const { read, put, who } = one;
    return {
      range, messageId: put === '' ? 'check.rule.found-out' : 'check.rule.found', data: { read, put }, probability: 1, evidence: [{ id: 'check.rule.evidence', data: { who, at: one.at.slice(0, 10) } }],
      suggestions: [{ kind: 'replaceText' as const, passage, ...range, put: { text: put, why: mendedEverywhere(read, put) } }],
    };
  })),
};
