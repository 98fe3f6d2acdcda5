import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { passagesInSight } from './in-sight.ts';

const PASSAGES = 60;
const page = issueOf(...Array.from({ length: PASSAGES }, (_, i) => `a${Math.floor(i / 10) + 1} body: 第${i + 1}段。`));
const LINES = 12.5; // a passage is a line and a fifth

const seenFrom = (focus: number | null): readonly number[] => [...passagesInSight(page, focus === null ? null : passageId(`p${focus}`), LINES)].map((id) => Number(id.slice(1))).toSorted((a, b) => a - b);

test.each([
  ['in the midst: more below than above, for it opens in the upper third', 30, 25, 39],
  ['at the top', 1, 1, 10],
  ['at the end, where the last window full is in sight', 60, 51, 60],
  ['near the end', 56, 51, 60],
  ['nowhere: from the top', null, 1, 10],
] as const)('what is drawn first of a page that opens %s', (_, focus, from, to) => {
  const seen = seenFrom(focus);
  expect([seen[0], seen.at(-1), seen.length]).toEqual([from, to, to - from + 1]);
});
