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
  ['到场,3人受伤', ['2 ，']],
  ['占20%,是去年', ['4 ，']],
  ['最大88,最小61', ['4 ，']],
  ['占20%.', ['4 。']],
  ['占20%;15人', ['4 ；']],
  ['在社区(村)和渡口(3人)', ['3 （', '5 ）', '9 （', '12 ）']],
  ['来OK!他说', ['3 ！']],
  ['等等...去', ['2 ……']],
  ['--记河边的人', ['0 ——']],
  ['河｡桥﹐路', ['1 。', '3 ，']],
  ['他说．', ['2 。']],
  ['增长3。5%', ['3 .']],
])('%s has %j', (text, found) => {
  expect(marks(text)).toEqual(found);
});

test.each(['河边，晚风', '3,000 人', '98.5%', '下午3:30', 'A, B', 'www.qinghe.example', '第3,4版', '来，(see) 去', '来(see)去', '(1)河堤', '一.加强', '（一）．河', '2.河堤', '3.5%', '见http://qinghe.example', 'OK, 去', '3。5日起', 'a--b', 'x...y'])('%s is left alone', (text) => {
  expect(marks(text)).toEqual([]);
});
