import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const marks = (text: string) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'half-width').map(({ range, data }) => `${range.from} ${data['full']}`);
};

test.each([
  ['河边,晚风', ['2 ，']],
  ['他说:“好!”', ['2 ：', '5 ！']],
  ['桥(老桥)旁', ['1 （', '4 ）']],
  ['到了.', ['2 。']],
  ['来, 去', ['1 ，']],
  ['-[,]+[;]来', []], // at the beginning nothing says what it is
  ['来-[,]+[;]去', ['2 ；']],
])('%s has %j', (text, found) => {
  expect(marks(text)).toEqual(found);
});

test.each(['河边，晚风', '3,000 人', '98.5%', '下午3:30', 'A, B', 'www.qinghe.example', '第3,4版', '来，(see) 去'])('%s is left alone', (text) => {
  expect(marks(text)).toEqual([]);
});
