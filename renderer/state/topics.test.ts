import { expect, test } from 'vitest';
import type { Scheme, Topic } from '#contract/schemas/project.ts';
import { matchTopics } from './topics.ts';

const topic = (id: string, zh: string, en: string, more: Partial<Topic> = {}): Topic => ({
  scheme: 's', id: `s:${id}`, broader: null, notation: '', labels: { en, 'zh-Hans': zh }, definition: { en: '', 'zh-Hans': '' }, retired: false, ...more,
});

const scheme: Scheme = {
  id: 's', title: { en: 'S', 'zh-Hans': '甲' }, editable: true, retired: false,
  topics: [
    topic('20', '河道', 'rivers', { definition: { en: '', 'zh-Hans': '清淤、护岸、桥梁' } }),
    topic('30', '桥梁', 'bridges', { broader: 's:10' }),
    topic('10', '交通', 'transport'),
    topic('40', '铁路', 'old railways', { broader: 's:10', retired: true }),
    topic('50', '老桥', 'Old Bridges', { broader: 's:30' }),
  ],
};
const found = (typed: string) => matchTopics([scheme], typed).map(({ topic: { labels } }) => labels['zh-Hans']).join(' ');

test.each([
  ['', '河道 交通 桥梁 老桥'],
  ['桥', '桥梁 老桥 河道'],
  ['BRIDGE', '桥梁 老桥'],
  ['30', '桥梁'],
  ['s:1', '交通'],
  ['铁', ''],
  ['ql', '桥梁'],
  ['qiaoliang', '桥梁'],
  ['qiao', '桥梁 老桥'],
  ['jiao tong', '交通'],
  ['laoq', '老桥'],
  ['q', '桥梁 老桥'],
])('%j finds %j', (typed, expected) => {
  expect(found(typed)).toBe(expected);
});

test('a match tells where it stands', () => {
  expect(matchTopics([scheme], '老桥')[0]?.above.map(({ id }) => id)).toEqual(['s:10', 's:30']);
});
