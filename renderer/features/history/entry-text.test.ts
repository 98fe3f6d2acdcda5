import { expect, test } from 'vitest';
import { difference } from './entry-text.ts';

test.each([
  ['topics', 'a', 'a b', '', 'b'],
  ['topics', 'a b', 'b', 'a', ''],
  ['topics', 'a b', 'b c', 'a', 'c'],
  ['topics', '', 'a', '', 'a'],
  ['text', 'a', 'a b', 'a', 'a b'],
] as const)('of %s %j and %j what differs is %j and %j', (what, before, after, gone, come) => {
  expect(difference({ what, before, after })).toEqual({ before: gone, after: come });
});
