import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const lone = (...texts: readonly string[]) => {
  const { source, articles } = issueOf(...texts.map((text) => `a1 body: ${text}`));
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'pairs').map(({ passage, range, messageId }) => `${passage} ${range.from} ${messageId.split('.').at(-1)}`);
};

test.each([
  [['他说：“好。'], ['p1 3 unclosed']],
  [['好。”他说。'], ['p1 2 unopened']],
  [['“一。“二。”'], ['p1 0 unclosed']],
  [['（见《河》图'], ['p1 0 unclosed']],
  [['“见（图。”'], ['p1 2 unclosed']],
  [['“一。', '二。'], ['p1 0 unclosed']],
])('in %j stand alone %j', (texts, found) => {
  expect(lone(...texts)).toEqual(found);
});

test.each([
  [['“好（真好）。”']],
  [['“‘里’外”']],
  [['“一。', '“二。”']], // each paragraph of a quotation begins with the mark
  [['“一。', '二。”']],
  [['1）河；2）桥']],
  [['it’s OK']],
  [['无']],
])('%j is in order', (texts) => {
  expect(lone(...texts)).toEqual([]);
});
