import { describe, expect, it } from 'vitest';
import { USUAL_SHARE, breaksIn, firstLineShare } from './breaks.ts';
import type { Words } from './words.ts';

/** A dictionary that knows one word. */
const words: Words = (text) =>
  text
    .split(/(通航)/u)
    .filter((part) => part !== '')
    .map((word) => ({ word, tag: 'n' }));

const before = '老船工擦好了船，等着头一批客人。';
const first = '渡口今天通';
const later = '渡口今天试了一整天的新渡船以后，到傍晚六点才正式通';
const rest = '航，岸上来了许多人。';
const breaks = (...blocks: readonly string[]) => breaksIn([blocks.join('\n\n')], words);

describe('breaksIn', () => {
  it('counts breaks inside words, behind first lines and later ones', () => {
    expect(breaks(before, first, rest)).toEqual({ first: 1, later: 0 });
    expect(breaks(before, later, rest)).toEqual({ first: 0, later: 1 });
    expect(breaksIn([[before, first, rest].join('\n\n'), [before, later, rest, first, rest].join('\n\n')], words)).toEqual({ first: 2, later: 1 });
  });

  it('counts nothing that may be a title, a dispatch or a whole word', () => {
    expect(breaks('渡口通航', first, rest)).toEqual({ first: 0, later: 0 }); // below a title
    expect(breaks(before, first, '航线开')).toEqual({ first: 0, later: 0 }); // above one
    expect(breaks(before, '渡口今天通航', '航线上来了许多人。')).toEqual({ first: 0, later: 0 });
    expect(breaks(before, `${first}。`, rest)).toEqual({ first: 0, later: 0 });
    expect(breaks(first, rest)).toEqual({ first: 0, later: 0 });
  });
});

describe('firstLineShare', () => {
  it('is the usual share until breaks are counted, and comes to be that of the archive', () => {
    expect(firstLineShare({ first: 0, later: 0 })).toBeCloseTo(USUAL_SHARE);
    expect(firstLineShare({ first: 0, later: 12 })).toBeLessThan(0.03);
    expect(firstLineShare({ first: 400, later: 1000 })).toBeCloseTo(0.4, 2);
  });
});
