import { expect, test } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { issueOf, showIssue } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const lone = (...texts: readonly string[]) => {
  const { source, articles } = issueOf(...texts.map((text) => `a1 body: ${text}`));
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'pairs').map(({ passage, range, messageId }) => `${passage} ${range.from} ${messageId.split('.').at(-1)}`);
};

test.each([
  [['他说：“好。'], ['p1 3 closes-behind']],
  [['好。”他说。'], ['p1 2 opens-before']],
  [['“一。“二。”'], ['p1 0 closes-behind']],
  [['（见《河》图'], ['p1 0 unclosed']],
  [['“见（图。”'], ['p1 2 unclosed']],
  [['“一。', '二。'], ['p1 0 closes-behind']],
  [['“去“河边”看”'], ['p1 2 nested']],
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

const mended = (...texts: readonly string[]) => {
  const issue = issueOf(...texts.map((text) => `a1 body: ${text}`));
  const finding = findingsIn(issue.source, issue.articles[0]!, []).find(({ check, suggestions }) => check === 'pairs' && suggestions.length > 0);
  const next = applyAll(issue, finding?.suggestions.slice(0, 1) ?? []);
  return finding && next.ok ? showIssue(next.value)[0]!.slice('a1 body: '.length) : null;
};

test.each([
  [['他说：“河水涨了。'], '他说：“河水涨了。+[”]'],
  [['“河水涨了。'], '“河水涨了。+[”]'],
  [['“河水涨了，快走。老周说，天要黑了。'], '“河水涨了，快走。+[”]老周说，天要黑了。'],
  [['他说：河水涨了。”'], '他说：+[“]河水涨了。”'],
  [['“涨了吗？”还没有。”'], '“涨了吗？”+[“]还没有。”'],
  [['“涨了。”天黑了。”人散了。'], '“涨了。-[”]天黑了。”人散了。'],
  [['这个“老河堤，修了三年。'], '这个“老河堤+[”]，修了三年。'],
  [['参加“清河大课堂活动', '“清河大课堂”'], '参加“清河大课堂+[”]活动'],
  [['开展“百日清河行动，'], '开展“百日清河+[”]行动，'],
  [['守住身体的本钱”要紧'], '守住身体的+[“]本钱”要紧'],
  [['参加清河大课堂”活动', '“清河大课堂”'], '参加+[“]清河大课堂”活动'],
  [['读《河边晚风一书', '渡口。', '《河边晚风》'], '读《河边晚风+[》]一书'],
  [['“去“河边”看”'], '“去-[“]+[‘]河边-[”]+[’]看”'],
])('in %j the missing mark is put where it belongs', (texts, after) => {
  expect(mended(...texts)).toBe(after);
});

test.each([
  [['“天黑了。人散了。'], '“天黑了。+[”]人散了。'],
  [['天黑了。人散了。”'], '天黑了。+[“]人散了。”'],
  [['他听到“哐当一声响动，回头去看'], '他听到“哐当一声响动+[”]，回头去看'],
  [['修好清河渡口工程”，两岸通车'], '修好清河+[“]渡口工程”，两岸通车'],
])('in %j nothing tells the place: it is put where it would be mostly, and said to be a guess', (texts, after) => {
  expect(mended(...texts)).toBe(after);
  const issue = issueOf(...texts.map((text) => `a1 body: ${text}`));
  expect(findingsIn(issue.source, issue.articles[0]!, []).find(({ check }) => check === 'pairs')!.probability).toBeLessThan(0.7);
});

test.each([[['（见河边']]])('in %j its place is not known', (texts) => {
  expect(mended(...texts)).toBeNull();
});
