import { expect, it } from 'vitest';
import { tableLines } from './table.ts';

it('lays figures out in columns and says which bounds were kept', () => {
  expect(tableLines([
    { name: 'undo, p95', unit: 'ms', ours: 31.25, baseline: 20, bound: 2 },
    { name: 'a', unit: 'keys', ours: 300, baseline: 100, bound: 1.3 },
    { name: 'only printed', unit: 'ms', ours: 3, baseline: 2, bound: Number.POSITIVE_INFINITY },
  ])).toEqual([
    'figure            ours  baseline   ratio    bound',
    'undo, p95      31.3 ms   20.0 ms  1.56 ×    ≤ 2 ×  met',
    'a             300 keys  100 keys  3.00 ×  ≤ 1.3 ×  MISSED',
    'only printed   3.00 ms   2.00 ms  1.50 ×',
  ]);
});
