import { expect, test } from 'vitest';
import type { Finding } from '#core/checks/check.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { issueOf } from '#core/testing/notation.ts';
import { seedOf } from './seed.ts';

const PLACE = /〔(.*?)→(.*?)〕/u;

/** A finding on a passage, written `公益〔抵→低〕偿`: what is read and what is suggested. The words are those of a list. */
function seeded(written: string, data: Finding['data'] = {}, check = 'look-alike', more = 0) {
  const [whole = '', read = '', put = ''] = PLACE.exec(written) ?? [];
  const from = written.indexOf(whole);
  const { source, articles } = issueOf(`a1 body: ${written.replace(PLACE, read)}`);
  const { id, pieces } = articles[0]!.passages[0]!;
  const range = { from, to: from + read.length };
  const finding = { id: 'f', check, passage: id, range: { from: range.from, to: range.to + more }, data, suggestions: [{ kind: 'replaceText', passage: id, ...range, put: { text: put, why: { id: 'person' } } }] } as unknown as Finding;
  const words = ['低偿', '问题', '，'];
  return seedOf(finding, passageText(source, pieces), (text, start, end) => {
    const word = words.find((one) => text.indexOf(one) >= 0 && text.indexOf(one) <= start && text.indexOf(one) + one.length >= end);
    return Promise.resolve(word ? { from: text.indexOf(word), to: text.indexOf(word) + word.length } : { from: start, to: end });
  });
}

test.each([
  ['a character is looked for in its word', '公益〔抵→低〕偿服务', '抵偿', '低偿'],
  ['without a word, in company', '再〔己→已〕。', '再己', '再已'],
  ['a character that was lost, by what is left of its word and one more', '从安全问〔→题〕到', '全问', '全问题'],
  ['one that is too many', '说〔的的→的〕话', '的的', '的'],
])('%s', async (_name, written, text, put) => {
  expect(await seeded(written)).toEqual({ text, put, question: {} });
});

test('a mark is looked for between what stands on its sides', async () => {
  expect(await seeded('步道〔,→，〕居民')).toEqual({ text: '(?<=\\p{Script=Han}),(?=\\p{Script=Han})', put: '，', question: { expression: true } });
  expect(await seeded('步道〔(→（〕1')).toEqual({ text: '(?<=\\p{Script=Han})\\(', put: '（', question: { expression: true } });
  expect(await seeded('12〔,→，〕000')).toEqual({ text: ',', put: '，', question: {} });
});

test('of two marks both are looked for, though one is taken away', async () => {
  expect(await seeded('步道〔，→〕，居民', {}, 'doubled', 1)).toEqual({ text: '，，', put: '，', question: {} });
});

test('a name is looked for whole', async () => {
  expect(await seeded('记者 〔邱→邸〕东芳', { read: '邱东芳', meant: '邸东芳' }, 'name')).toEqual({ text: '邱东芳', put: '邸东芳', question: {} });
});
