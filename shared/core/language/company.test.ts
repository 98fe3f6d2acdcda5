import { expect, test } from 'vitest';
import { smallLanguage } from '../testing/small-language.ts';
import { habitsOf, likeliestOf, sumOfHabits, suspicionsOf, timesIn } from './company.ts';
import { suspectsOf } from './suspects.ts';

const WORDS = '渡口 900\n恢复 800\n通航 700\n今天 900\n清河 600\n渡 50\n口 80\n日 200\n曰 1';
const PAGES = ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡曰今天恢复通航。'];
const { evidence, weights } = smallLanguage(WORDS, PAGES, { 曰: '日口', 口: '日曰' });
const suspicions = suspicionsOf(suspectsOf(PAGES[2]!, evidence, 1), weights);

test('of what may be meant at one place the likeliest leads the others, by as much as they stand behind it', () => {
  expect(suspicions.map(({ suspect }) => suspect.meant)).toEqual(['口', '日']);
  const [first, second] = suspicions as [(typeof suspicions)[0], (typeof suspicions)[0]];
  expect(first.lead).toBeGreaterThan(0);
  expect(second.lead).toBeCloseTo(-first.lead);
});

test('a place is one misreading, however many others may be meant there', () => {
  const habits = habitsOf(suspicions);
  expect(timesIn(habits, '曰', '口')).toBe(suspicions[0]!.alone);
  expect(timesIn(habits, '曰', '日')).toBe(0);
  expect(timesIn(sumOfHabits([habits, habits]), '曰', '口')).toBe(2 * suspicions[0]!.alone);
});

test('of each place the likeliest is taken', () => {
  const one = (at: number, likelihood: number) => ({ at, likelihood });
  expect(likeliestOf([one(1, 0.2), one(1, 0.6), one(1, 0.4), one(3, 0.1)])).toEqual([one(1, 0.6), one(3, 0.1)]);
});
