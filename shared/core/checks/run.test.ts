import { expect, test } from 'vitest';
import { applyAll } from '../edits/apply.ts';
import { passageId } from '../model/ids.ts';
import { issueOf, show } from '../testing/notation.ts';
import { judge, languageFrom } from './judged.ts';
import type { Judged, LanguageOf } from './judged.ts';
import { findingsIn, openFindings, textsIn } from './run.ts';

const issue = issueOf('a1 headline: 河边,晚风', 'a1 body: “他来了。', 'a1 body: 好，，是', 'a1 body: 完。');

test('findings are told in reading order, with ids that hold while text elsewhere in the passage changes', () => {
  const found = findingsIn(issue.source, issue.articles[0]!, []);
  expect(found.map(({ check, passage, range }) => `${check} ${passage} ${range.from}-${range.to}`)).toEqual(['half-width p1 2-3', 'pairs p2 0-1', 'doubled p3 1-3']);
  const typed = applyAll(issue, [{ kind: 'replaceText', passage: passageId('p1'), from: 0, to: 0, put: { text: '小', why: { id: 'typed' } } }]);
  const after = typed.ok ? findingsIn(issue.source, typed.value.articles[0]!, []) : [];
  expect(after[0]!.range).toEqual({ from: 3, to: 4 });
  expect(after[0]!.id).toBe(found[0]!.id);
});

test('what did not change is not looked at again', () => {
  const found = findingsIn(issue.source, issue.articles[0]!, []);
  const typed = applyAll(issue, [{ kind: 'replaceText', passage: passageId('p1'), from: 0, to: 0, put: { text: '小', why: { id: 'typed' } } }]);
  const after = typed.ok ? findingsIn(issue.source, typed.value.articles[0]!, []) : [];
  expect(after[2]).toBe(found[2]);
});

test('each suggestion applies, and its finding is gone then', () => {
  const found = findingsIn(issue.source, issue.articles[0]!, []).filter(({ suggestions }) => suggestions.length > 0);
  expect(found.length).toBe(3);
  const mended = found.map(({ id, passage, suggestions }) => {
    const next = applyAll(issue, suggestions.slice(0, 1));
    if (!next.ok) throw new Error(next.error.code);
    expect(findingsIn(next.value.source, next.value.articles[0]!, []).map((one) => one.id)).not.toContain(id);
    return show(next.value.source, next.value.articles[0]!.passages.find((one) => one.id === passage)!.pieces);
  });
  expect(mended).toEqual(['河边-[,]+[，]晚风', '“他来了。+[”]', '好，-[，]是']);
});

test('what was answered is not open any more, and neither is anything in an approved article', () => {
  const [article] = issue.articles;
  const found = findingsIn(issue.source, article!, []);
  const open = (status: 'new' | 'approved', ids: readonly string[]) => openFindings(issue.source, { ...article!, status }, [], new Map(ids.map((id) => [`finding ${id}`, 'wrong'])));
  expect(open('new', [])).toEqual(found);
  expect(open('new', [found[1]!.id])).toEqual([found[0], found[2]]);
  expect(open('approved', [])).toEqual([]);
});

test('a passage is judged by what is known of its text, and looked at again when that is another', () => {
  const variants = judge('', { misreadings: () => [{ at: 0, read: '完', meant: '元', probability: 0.9 }], variantsIn: () => [] });
  const known = new Map<string, Judged>();
  const languages: LanguageOf = (passage) => (known.has(passage) ? languageFrom(known.get(passage)!) : null);
  const find = () => findingsIn(issue.source, issue.articles[0]!, [], languages);
  const first = find();
  expect(first.map(({ check }) => check)).not.toContain('look-alike');
  known.set('p4', variants);
  const second = find();
  expect(second.filter(({ check }) => check === 'look-alike').map(({ passage, range }) => `${passage} ${range.from}`)).toEqual(['p4 0']);
  expect(second.slice(0, -1)).toEqual(first);
  expect(second[0]).toBe(first[0]);
  expect(openFindings(issue.source, issue.articles[0]!, [], new Map(), languages)).toEqual(second);
  expect(textsIn(issue.source, issue.articles[0]!).map(({ passage, text }) => `${passage} ${text}`)).toEqual(['p1 河边,晚风', 'p2 “他来了。', 'p3 好，，是', 'p4 完。']);
});
