import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (text: string) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'doubled').map(({ range, data }) => `${range.from}-${range.to} ${data['once']}`);
};

test.each([
  ['好，，来', ['1-3 ，']],
  ['好。。。来', ['1-4 。']],
  ['河边的的风', ['2-4 的']],
  ['他们们来', ['1-3 们']],
  ['河边的+[的]风', ['2-4 的']],
])('%s has %j', (text, doubles) => {
  expect(found(text)).toEqual(doubles);
});

test.each(['人人看看', '目的的确定', '的的确确', '好……来', '哈哈哈哈哈哈哈哈', '——', '为了了解', '干干净净', '一条一条', '柳堤路口柳堤路口见', '-[的]的'])('%s is left alone', (text) => {
  expect(found(text)).toEqual([]);
});
