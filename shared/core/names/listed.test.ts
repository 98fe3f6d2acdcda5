import { expect, test } from 'vitest';
import { smallLanguage } from '../testing/small-language.ts';
import { listNames } from './listed.ts';
import { nameCountsOf, registerOf } from './register.ts';

const PAGES = [
  '本报讯（记者 邸东芳）渡口复航。邸东芳摄', '本报讯（记者 邸东芳）麦收。', '本报讯（记者 邱东芳）义诊。', '本报讯（记者 邱东苏）义诊。', '本报讯（记者 石磊）书屋。', '本报讯（记者 温小棠）夜话。温小棠、温小棠、温小棠、温小棠、温小棠说，温小棠来。',
];
const { evidence: { lookAlikes } } = smallLanguage('渡口 9', PAGES, { 邱: '邸', 芳: '苏', 石: '温' });

test('names that may be one stand beside one another, before the others; each says how often it stands, and what it may be', () => {
  const counts = nameCountsOf(PAGES);
  const listed = listNames(counts.known, registerOf(counts), lookAlikes);
  expect(listed.map(({ name, times, pages, group, near }) => `${name} ${times}/${pages} ${group} ${near.map((one) => one.name).join('、')}`)).toEqual([
    '邸东芳 3/2 邸东芳 邱东芳', '邱东芳 1/1 邸东芳 邸东芳、邱东苏', '邱东苏 1/1 邸东芳 邱东芳', '温小棠 7/1 温小棠 ', '石磊 1/1 石磊 ',
  ]);
});

test('names that differ in characters that look nothing alike are none of one group', () => {
  const counts = nameCountsOf(['本报讯（记者 王小明）来。', '本报讯（记者 王小芳）来。']);
  expect(listNames(counts.known, registerOf(counts), lookAlikes).map(({ near }) => near)).toEqual([[], []]);
});
