import { expect, it } from 'vitest';
import { WEIGHT_COUNT, weightName } from '../model.ts';
import { PENALTIES, penaltyOf } from './penalties.ts';

it('gives every weight the penalty of its group', () => {
  const places = new Map(Array.from({ length: WEIGHT_COUNT }, (_, index) => [weightName(index), index]));
  const of = (name: string) => penaltyOf(places.get(name)!);
  expect(of('gapBefore=2 opening')).toBe(PENALTIES.telling);
  expect(of('verse=titled+1+1+5 paragraph')).toBe(PENALTIES.doubtful);
  expect(of('always=yes opening')).toBe(PENALTIES.others);
  expect(of('link.widthBelow=10+no continued')).toBe(PENALTIES.doubtful);
  expect(of('link.always=yes continued')).toBe(PENALTIES.others);
  const transitions = [...places.values()].filter((index) => penaltyOf(index) === PENALTIES.transitions);
  expect(transitions.length).toBeGreaterThan(20);
  expect(transitions.map(weightName).filter((name) => !name.includes('>'))).toEqual([]);
});
