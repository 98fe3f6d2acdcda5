import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSplitter, readSplitVersion, writeSplitVersion } from './version.ts';

describe('the version of a split', () => {
  it('is read as it was written', () => {
    const name = fc.stringMatching(/^[0-9a-z-]{1,12}$/);
    const part = fc.oneof(fc.constant(''), name);
    const version = fc.oneof(
      fc.record({ splitter: name, weights: name, statistics: part }),
      fc.record({ splitter: name, weights: part, statistics: name }),
    );
    fc.assert(
      fc.property(version, (each) => {
        expect(readSplitVersion(writeSplitVersion(each))).toEqual(each);
      }),
    );
  });

  it.each([
    ['3.660f9a0ed7c1.0d5b2c7e91aa', { splitter: '3', weights: '660f9a0ed7c1', statistics: '0d5b2c7e91aa' }],
    ['2.660f9a0ed7c1', { splitter: '2', weights: '660f9a0ed7c1', statistics: '' }],
    ['1', { splitter: '1', weights: '', statistics: '' }],
    ['', { splitter: '', weights: '', statistics: '' }],
  ])('%s', (written, parts) => {
    expect(readSplitVersion(written)).toEqual(parts);
    expect(writeSplitVersion(parts)).toBe(written);
  });

  it.each([
    ['3.a.x', '3.a.y', true],
    ['3.a', '3.a.y', true],
    ['3.a.x', '3.b.x', false],
    ['2.a.x', '3.a.x', false],
  ])('%s and %s: the same splitter is %s', (one, other, same) => {
    expect(isSameSplitter(one, other)).toBe(same);
  });
});
