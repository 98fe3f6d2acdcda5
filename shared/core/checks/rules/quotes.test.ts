import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (...texts: readonly string[]) => {
  const { source, articles } = issueOf(...texts.map((text) => `a1 body: ${text}`));
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'quotes').map(({ passage, range, data }) => `${passage} ${range.from} ${data['meant']}`);
};

test.each([
  [['＂清河＂的水'], ['p1 0 “', 'p1 3 ”']],
  [['他说"好"，又说"去"。'], ['p1 2 “', 'p1 4 ”', 'p1 8 “', 'p1 10 ”']],
  [['“有人＇搞鬼＇。”'], ['p1 3 ‘', 'p1 6 ’']],
  [['『河边小馆』开张', '“来了。”'], ['p1 0 “', 'p1 5 ”']],
  [['“去「河边」看”'], ['p1 2 ‘', 'p1 5 ’']],
  [['『河边』开张'], ['p1 0 “', 'p1 3 ”']],
])('%j has %j', (texts, marks) => {
  expect(found(...texts)).toEqual(marks);
});

test.each([
  [['“好”']],
  [['身高6\'2"的人']],
  [['it\'s, isn\'t']],
  [['id="l2"西城区']],
  [['他说"好']],
  [['「這是河邊」', '「說時遲」', '“』']], // a page set in corner marks
  [['這裡的人說「來了」']],
])('%j is left alone', (texts) => {
  expect(found(...texts)).toEqual([]);
});
