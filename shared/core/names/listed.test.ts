import { expect, test } from 'vitest';
import { smallLanguage } from '../testing/small-language.ts';
import { listNames } from './listed.ts';
import { nameCountsOf, registerOf } from './register.ts';
import type { NameCounts } from './register.ts';

const PAGES = [
  '本报讯（记者 邸东芳）渡口复航。邸东芳摄', '本报讯（记者 邸东芳）麦收。', '本报讯（记者 邱东芳）义诊。', '本报讯（记者 邱东苏）义诊。', '本报讯（记者 石磊）书屋。', '本报讯（记者 温小棠）夜话。温小棠、温小棠、温小棠、温小棠、温小棠说，温小棠来。',
];
const { evidence } = smallLanguage('渡口 9', PAGES, { 邱: '邸', 芳: '苏', 石: '温' });
const list = (counts: NameCounts) => listNames(counts, { register: registerOf(counts), ...evidence });

test('names that may be one stand beside one another, before the others; each says how often it stands, and what it may be', () => {
  const counts = nameCountsOf(PAGES);
  const listed = list(counts);
  expect(listed.map(({ name, times, pages, group, near }) => `${name} ${times}/${pages} ${group} ${near.map((one) => one.name).join('、')}`)).toEqual([
    '邸东芳 3/2 邸东芳 邱东芳', '邱东芳 1/1 邸东芳 邸东芳、邱东苏', '邱东苏 1/1 邸东芳 邱东芳', '温小棠 7/1 温小棠 ', '石磊 1/1 石磊 ',
  ]);
});

test('names that differ in characters that look nothing alike are none of one group', () => {
  const counts = nameCountsOf(['本报讯（记者 王小明）来。', '本报讯（记者 王小芳）来。']);
  expect(list(counts).map(({ near }) => near)).toEqual([[], []]);
});

const described = (pages: readonly string[]) => list(nameCountsOf(pages)).map(({ name, kind, near }) => `${kind} ${name} ${near.map((one) => `${one.name}${one.looks ? ' looks' : ''}${one.sounds ? ' sounds' : ''} ${one.company.map(({ word, times }) => word + times).join('、')}`.trim()).join('；')}`.trim());

test('offices and places are gathered from where they can be seen to begin, with the spelling in which one character is another', () => {
  const pages = ['在清源街道的活动，由渡口路小学举办。', '来到清源街道。走进渡口路小学，渡口路小学', '大家都来读书，清原街道很好。', '他到清河省，又到清何省。'];
  expect(described(pages)).toEqual(['office 清源街道 清原街道 sounds', 'office 清原街道 清源街道 sounds', 'office 渡口路小学']);
});

test('whichever character it is that is another', () => {
  const pages = ['在沙岭沟村，在沙岭沟村。到清河大桥，到清河大桥。', '在沙岭钩村。到情河大桥。', '看沙令沟村。'];
  expect(described(pages)).toEqual(['place 沙岭沟村 沙令沟村 sounds；沙岭钩村 sounds', 'place 沙令沟村 沙岭沟村 sounds', 'place 沙岭钩村 沙岭沟村 sounds', 'place 清河大桥 情河大桥 sounds', 'place 情河大桥 清河大桥 sounds']);
});

test('what tells offices and places apart, and what the word list knows both ways, is no other spelling', () => {
  expect(described(['在东关社区，在东关社区，到西关社区，到西关社区。'])).toEqual(['office 东关社区', 'office 西关社区']);
});

test('names that only sound alike: of three characters; of two where they are met in the same company; company alone is nothing', () => {
  expect(described(['本报讯（记者 丁亚琴）来。', '本报讯（记者 丁亚芹）来。'])).toEqual(['person 丁亚琴 丁亚芹 sounds', 'person 丁亚芹 丁亚琴 sounds']);
  expect(described(['本报讯（记者 王莉）来。', '本报讯（记者 王丽）来。'])).toEqual(['person 王丽', 'person 王莉']);
  expect(described(['县长王莉说', '县长王丽说', '县长王岚说', '县长王岚指出'])).toEqual(['person 王丽 王莉 sounds 县长1', 'person 王莉 王丽 sounds 县长1', 'person 王岚']);
});
