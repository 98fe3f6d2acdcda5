import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import { issueOf } from '../testing/notation.ts';
import type { Edit } from './edit.ts';
import { withFirstTouch } from './first-touch.ts';

const issue = issueOf('a1 headline: 一', 'a1 body: 二三四', 'a2 headline: 五', 'a2 body: 六', '- banner: 七');
const inWork = (article: string): Edit => ({ kind: 'setStatus', article: articleId(article), status: 'in-work' });
const head = { id: articleId('b'), status: 'new', topics: [], note: '' } as const;
const type: Edit = { kind: 'replaceText', passage: passageId('p2'), from: 0, to: 1, put: { text: '貳', why: { id: 'person' } } };

test.each<[string, readonly Edit[], readonly Edit[]]>([
  ['text of an article', [type], [inWork('a1')]],
  ['a tag', [{ kind: 'setTopics', article: articleId('a2'), topics: [] }], [inWork('a2')]],
  ['both halves of a split', [{ kind: 'splitBefore', passage: passageId('p2'), head }], [inWork('a1'), inWork('b')]],
  ['what stands aside only', [{ kind: 'setRole', passage: passageId('p5'), role: 'furniture' }], []],
  ['an approval', [{ kind: 'setStatus', article: articleId('a1'), status: 'approved' }], []],
  ['a return to new', [type, { kind: 'setStatus', article: articleId('a1'), status: 'new' }], []],
  ['the order of articles', [{ kind: 'reorder', article: articleId('a2'), after: null }], []],
  ['what does not apply', [{ kind: 'join', passage: passageId('nowhere') }], []],
])('%s', (_name, edits, added) => {
  const all = withFirstTouch(issue, edits);
  expect(all).toEqual([...edits, ...added]);
  expect(withFirstTouch(issue, all)).toEqual(all);
});
