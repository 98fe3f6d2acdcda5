import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import { issueOf } from '../testing/notation.ts';
import { applyAll } from './apply.ts';
import { changesBetween } from './changes.ts';
import type { Edit } from './edit.ts';

const page = issueOf('a1 headline: 甲题', 'a1 body: 一二三四五六七八九十一二三四五六七八九十', 'a2 headline: 乙题', 'a2 body: 七八九', '- banner: 报头');

test.each<readonly [string, Edit, readonly string[]]>([
  ['a word', { kind: 'replaceText', passage: passageId('p2'), from: 15, to: 16, put: { text: '𠮷', why: { id: 'person' } } }, ['text 一二三四五六七八九十一二三四五𠮷: …四五六七八九十一二三四五六七八九十 > …四五六七八九十一二三四五𠮷七八九十']],
  ['a role', { kind: 'setRole', passage: passageId('p2'), role: 'caption' }, ['role 一二三四五六七八九十一二三四五六: body > caption']],
  ['a merge', { kind: 'mergeAbove', article: articleId('a2') }, ['place 乙题: 乙题 > 甲题', 'place 七八九: 乙题 > 甲题']],
  ['a passage restored', { kind: 'restore', moves: [{ passage: passageId('p5'), to: { article: articleId('a1'), after: null }, role: 'kicker' }] }, ['role 报头: banner > kicker', 'place 报头:  > 甲题']],
  ['a paragraph broken', { kind: 'break', passage: passageId('p4'), at: 1, lower: { id: passageId('new'), role: 'body' } }, ['text 七: 七八九 > 七', 'text 八九:  > 八九']],
  ['paragraphs joined', { kind: 'join', passage: passageId('p4') }, ['text 乙题七八九: 乙题 > 乙题七八九', 'text 七八九: 七八九 > ']],
  ['a status', { kind: 'setStatus', article: articleId('a2'), status: 'problem' }, ['status 乙题: new > problem']],
  ['topics', { kind: 'setTopics', article: articleId('a2'), topics: [{ scheme: 'own', id: 'x' }] }, ['topics 乙题:  > x']],
])('%s', (_, edit, expected) => {
  const after = applyAll(page, [edit]);
  expect(after.ok && changesBetween(page, after.value).map(({ what, name, before, after: to }) => `${what} ${name}: ${before} > ${to}`)).toEqual(expected);
});
