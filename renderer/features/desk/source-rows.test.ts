import { expect, test } from 'vitest';
import { apply } from '#core/edits/apply.ts';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { NO_STRUCTURE, shapeTree } from '../../state/desk-structure.ts';
import { bandOf, blocksOfPassage, ownersOf, sourceBlocks } from './source-rows.ts';

test('blocks are numbered from 1, and a wider gap is where a picture stood', () => {
  const blocks = sourceBlocks('一\n二\n\n三\n\n\n四');
  expect(blocks.map(({ number, text, picture }) => [number, text, picture])).toEqual([
    [1, '一二', false],
    [2, '三', false],
    [3, '四', true],
  ]);
});

test('each block names the passage that holds it', () => {
  const issue = issueOf('a1 headline: 标题', 'a1 body: 正文一', 'a2 headline: 另题', '- furniture: 版权');
  const owners = ownersOf(shapeTree(issue, NO_STRUCTURE), sourceBlocks(issue.source));
  expect(owners.map((list) => list.map(({ passage, article }) => `${passage} ${article}`))).toEqual([['p1 a1'], ['p2 a1'], ['p3 a2'], ['p4 null']]);
});

test('a passage cut inside a block shares it, by how much text it has', () => {
  const issue = issueOf('a1 body: 正文三字记者某');
  const cut = apply(issue, { kind: 'cutPassage', passage: passageId('p1'), at: 4, lower: { id: passageId('p9'), role: 'byline' } });
  if (!cut.ok) throw new Error(cut.error.code);
  const [owners] = ownersOf(shapeTree(cut.value, NO_STRUCTURE), sourceBlocks(issue.source));
  expect(owners!.map(({ passage, role }) => [passage, role])).toEqual([['p1', 'body'], ['p9', 'byline']]);
  expect(owners!.map(({ share }) => Math.round(share * 7))).toEqual([4, 3]);
});

test('a joined passage stands in two blocks', () => {
  const issue = issueOf('a1 body: 前半', 'a1 body: 后半');
  const joined = apply(issue, { kind: 'join', passage: passageId('p2') });
  if (!joined.ok) throw new Error(joined.error.code);
  expect(blocksOfPassage(ownersOf(shapeTree(joined.value, NO_STRUCTURE), sourceBlocks(issue.source)), passageId('p1'))).toEqual([1, 2]);
});

test('the seventh article has the hue of the first', () => {
  expect([0, 5, 6].map(bandOf)).toEqual([1, 6, 1]);
});

test('a very long run of blanks shows as fast as other text', () => {
  const run = ' '.repeat(1_000_000);
  expect(sourceBlocks(`前${run}中${run}\n后`)[0]?.text).toBe(`前${run}中后`);
});
