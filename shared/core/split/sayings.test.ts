import { describe, expect, it } from 'vitest';
import { LINKS } from './links.ts';
import { OBSERVATIONS } from './observations.ts';
import { REASONS, REASON_OF_FEATURE, TELLING_OF_LINKS, partsOf } from './sayings.ts';

const features = new Map([
  ...Array.from({ length: OBSERVATIONS.size }, (_, feature) => [OBSERVATIONS.nameOf(feature), feature] as const),
  ...Array.from({ length: LINKS.size }, (_, feature) => [`link ${LINKS.nameOf(feature)}`, TELLING_OF_LINKS + feature] as const),
]);

function said(name: string): string | null {
  const feature = features.get(name);
  if (feature === undefined) throw new Error(`no feature ${name}`);
  return REASONS[REASON_OF_FEATURE[feature]!] ?? null;
}

describe('what a feature says', () => {
  it.each([
    ['formula=none', null],
    ['formula=byline', 'formula'],
    ['stackFormula=1of1+none', null],
    ['parallelBefore=none+no', null],
    ['parallelBefore=much-longer+yes', 'like-another-line'],
    ['dispatchAhead=title+no+never', null],
    ['dispatchAhead=title+yes+often', 'dispatch-ahead'],
    ['shareBefore=none+1', 'subject-changes'],
    ['shareBefore=most+1', 'subject-goes-on'],
    ['mentioned=none+5', 'not-named-below'],
    ['mentioned=much+5', 'named-below'],
    ['likeness=titled+0', 'subject-changes'],
    ['likeness=titled+7', 'subject-goes-on'],
    ['shortAround=titled+0', 'text-around'],
    ['shortAround=titled+2', null],
    ['shortAround=titled+more', 'short-lines-around'],
    ['meetingBefore=between-words+text', null],
    ['meetingBefore=inside-word+text', 'word-across'],
    ['edge=inside', null],
    ['marks=no+no+no', null],
    ['marks=no+no+yes', 'byline-at-end'],
    ['link meeting=between-words', null],
    ['link meeting=inside-word', 'word-across'],
    ['link quotes=yes+no+han', null],
    ['link quotes=yes+yes+han', 'quotation-across'],
    ['link starts=much+no+text', null],
    ['link starts=against+no+text', 'begins-inside-a-sentence'],
  ])('%s: %s', (name, reason) => {
    expect(said(name)).toBe(reason);
  });

  it('is named by the parts of its value', () => {
    expect(partsOf(features.get('proseEndingBefore=pause+title')!)).toEqual(['pause', 'title']);
    expect(partsOf(features.get('link endingFirst=han+digit')!)).toEqual(['han', 'digit']);
  });
});
