import { expect, test } from 'vitest';
import { fitOfPinyin, readingsOf } from './pinyin.ts';

test.each([
  ['科学技术', 'kexuejishu', 'start'],
  ['科学技术', 'ke xue', 'start'],
  ['科学技术', 'kexu', 'start'],
  ['科学技术', 'kxjs', 'start'],
  ['科学技术', 'kexjs', 'start'],
  ['科学技术', 'jishu', 'inside'],
  ['科学技术', 'js', 'inside'],
  ['科学技术', 'kexie', null],
  ['科学技术', 'kexuejishuju', null],
  ['艺术、文化、娱乐和媒体', 'yishuwenhua', 'start'],
  ['艺术、文化、娱乐和媒体', 'yulehemeiti', 'inside'],
  ['音乐', 'yinyue', 'start'],
  ['银行业', 'yinhangye', 'start'],
  ['西安', "xi'an", 'start'],
  ['妇女', 'funü', 'start'],
  ['妇女', 'funv', 'start'],
  ['旅游', 'lvyou', 'start'],
  ['生态环境', 'shength', 'start'],
  ['重庆', 'chongqing', 'start'],
  ['重量', 'zhongliang', 'start'],
  ['生活IT 2.0', 'shenghuoit2', 'start'],
  ['体育', '体', null],
  ['体育', '', null],
  ['sport', 'sport', null],
  ['体育', "'", null],
] as const)('%j, typed %j: %j', (name, typed, expected) => {
  expect(fitOfPinyin(name, typed)).toBe(expected);
});

test('the first character of each syllable is one of it, and so are those between', () => {
  expect([...'阿八嚓大鹅发嘎哈家卡拉马那哦怕七然三他瓦夏压杂'].map((character) => readingsOf(character)[0])).toEqual(
    ['a', 'ba', 'ca', 'da', 'e', 'fa', 'ga', 'ha', 'jia', 'ka', 'la', 'ma', 'na', 'o', 'pa', 'qi', 'ran', 'san', 'ta', 'wa', 'xia', 'ya', 'za'],
  );
  expect([...'律略女暖虐率绿黑刘装双床'].map((character) => readingsOf(character)[0])).toEqual(['lv', 'lve', 'nv', 'nuan', 'nve', 'lv', 'lv', 'hei', 'liu', 'zhuang', 'shuang', 'chuang']);
  expect(readingsOf('行')).toEqual(['xing', 'hang']);
});
