import { describe, expect, it } from 'vitest';
import { type Kind, STATES, type State, TRANSITIONS, mayFollow } from './states.ts';

/** Whether the grammar can read a page whose blocks are of these kinds. */
function reads(kinds: readonly Kind[]): boolean {
  let open: readonly (State | null)[] = [null];
  for (const kind of kinds) open = STATES.filter((state) => state.kind === kind && open.some((before) => mayFollow(before, state)));
  return open.length > 0;
}

describe('the grammar of a page', () => {
  it.each<Kind[]>([
    ['opening', 'lead', 'paragraph', 'continued'],
    ['banner', 'kicker', 'headline', 'subtitle', 'byline', 'caption', 'credit', 'lead'],
    ['opening', 'headline', 'lead', 'subhead', 'subhead', 'paragraph', 'signature', 'opening', 'lead'],
    ['opening', 'lead', 'caption', 'credit', 'continued', 'furniture', 'paragraph'],
    ['opening', 'subhead', 'paragraph', 'credit', 'furniture', 'kicker', 'opening'].slice(0, 5) as Kind[],
    ['opening', 'lead', 'signature', 'paragraph'],
    ['opening', 'subhead', 'paragraph', 'signature', 'signature', 'subhead', 'paragraph', 'signature', 'caption', 'credit'],
    ['lead', 'continued'],
    ['furniture', 'banner', 'opening'],
  ])('allows %s', (...kinds) => {
    expect(reads(kinds)).toBe(true);
  });

  it.each<Kind[]>([
    ['continued'],
    ['headline'],
    ['opening', 'continued'],
    ['opening', 'lead', 'subhead', 'continued'],
    ['kicker', 'lead'],
    ['opening', 'lead', 'subtitle'],
    ['opening', 'signature'],
    ['opening', 'lead', 'caption', 'credit', 'caption', 'credit', 'continued'],
  ])('refuses %s', (...kinds) => {
    expect(reads(kinds)).toBe(false);
  });

  it('lists each step once', () => {
    expect(new Set(TRANSITIONS.map(({ from, to }) => `${from}>${to}`)).size).toBe(TRANSITIONS.length);
  });
});
