import { describe, expect, it } from 'vitest';
import { createTranslator } from '#strings/index.ts';
import { reasonText } from './reason-text.ts';

const t = createTranslator('en');

describe('a reason', () => {
  it('is a sentence, with its codes in words', () => {
    expect(reasonText(t, { id: 'split.reason.until-line', data: { until: '1' } })).toBe('Between it and the next short line one block stands.');
  });

  it.each([
    ['split.reason.distance', 'How far it is from the nearest headline.'],
    ['split.reason.fills-lines', 'How it fills the lines of a column, beside others near it.'],
  ])('that an earlier version stored is still a sentence: %s', (id, sentence) => {
    expect(reasonText(t, { id })).toBe(sentence);
  });

  it.each([
    ['one without the data its sentence asks for', 'split.reason.until-line', {}],
    ['one of which this version knows nothing', 'split.reason.from-a-later-version', { length: 3 }],
  ])('says its id rather than nothing: %s', (_, id, data) => {
    expect(reasonText(t, { id, data })).toBe(id);
  });
});
