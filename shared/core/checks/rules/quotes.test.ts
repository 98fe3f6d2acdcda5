import { expect, test } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { issueOf, show } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

/** What the first finding reads when its suggestion is taken, and what all of them read in the end. */
const mended = (...texts: readonly string[]) => {
  let issue = issueOf(...texts.map((text) => `a1 body: ${text}`));
  const steps: string[] = [];
  for (;;) {
    const finding = findingsIn(issue.source, issue.articles[0]!, []).find(({ check }) => check === 'quotes');
    const next = finding ? applyAll(issue, finding.suggestions) : null;
    if (!next?.ok) return steps;
    issue = next.value;
    steps.push(show(issue.source, issue.articles[0]!.passages[0]!.pieces));
    expect(findingsIn(issue.source, issue.articles[0]!, []).filter(({ check }) => check === 'pairs')).toEqual([]); // half a pair is never left
  }
};

test.each([
  [['＂清河＂的水'], ['-[＂]+[“]清河-[＂]+[”]的水']],
  [['他说"好"，又说"去"。'], ['他说-["]+[“]好-["]+[”]，又说"去"。']],
  [['“有人＇搞鬼＇。”'], ['“有人-[＇]+[‘]搞鬼-[＇]+[’]。”']],
  [['『河边小馆』开张', '“来了。”'], ['-[『]+[“]河边小馆-[』]+[”]开张']],
  [['“去「河边」看”'], ['“去-[「]+[‘]河边-[」]+[’]看”']],
  [['『河+[岸]边』开-[张]+[业]'], ['-[『]+[“]河+[岸]边-[』]+[”]开-[张]+[业]']],
  [['+[『]河边』'], ['+[“]河边-[』]+[”]']],
])('%j has marks of another kind', (texts, after) => {
  expect(mended(...texts)[0]).toBe(after[0]);
});

test.each([
  [['“好”']],
  [['身高6\'2"的人']],
  [['it\'s, isn\'t']],
  [['id="l2"西城区']],
  [['他说"好']],
  [['『河边']], // a missing partner is another fault
  [['「這是河邊」', '「說時遲」', '“』']], // a page set in corner marks
  [['這裡的人說「來了」']],
])('%j is left alone', (texts) => {
  expect(mended(...texts)).toEqual([]);
});

test('of a long quotation its first mark is shown', () => {
  const { source, articles } = issueOf(`a1 body: 『${'河边的风从早吹到晚，'.repeat(4)}』`);
  expect(findingsIn(source, articles[0]!, []).find(({ check }) => check === 'quotes')?.range).toEqual({ from: 0, to: 1 });
});
