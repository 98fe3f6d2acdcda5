import type { Check } from '../check.ts';
import { rangeIn } from '../passage-text.ts';

const SURE = 0.5;
const END = /[。！？…!?.”’」』）)》]$/u;

/** Text that stops in the middle of a sentence, as the splitter judged it; not where its end was supplied since, or a person said where it goes on. */
export const truncated: Check = {
  id: 'truncated',
  kind: 'truncated',
  check: ({ text, decisions, goesOn }) => {
    const decision = decisions.find(({ kind, confidence }) => kind === 'truncated' && confidence >= SURE);
    const { length } = text.text;
    if (!decision || goesOn || length === 0 || END.test(text.text)) return [];
    const isPair = length > 1 && /[\uDC00-\uDFFF]$/.test(text.text);
    return [{
      range: rangeIn(text, length - (isPair ? 2 : 1), length), messageId: 'check.truncated.found', data: {},
      probability: decision.confidence, evidence: decision.reasons, suggestions: [],
    }];
  },
};
