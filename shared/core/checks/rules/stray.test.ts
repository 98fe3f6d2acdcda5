import { expect, test } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (text: string) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'stray').map(({ range, messageId, suggestions: [edit] }) =>
    `${range.from}-${range.to} ${messageId.slice('check.stray.'.length)}${edit?.kind === 'replaceText' && 'text' in edit.put ? ` ${edit.put.text}` : ''}`);
};

test.each([
  ['河\u0007边', ['1-2 control ']],
  ['河\u200B边\uFEFF桥', ['1-2 invisible ', '3-4 invisible ']],
  ['re\u00ADport', ['2-3 invisible ']],
  ['河\u200D边', ['1-2 invisible ']],
  ['河\uE123边', ['1-2 private']],
  ['河\uFFFD\uFFFD边', ['1-3 replaced']],
  ['锟斤拷锟斤拷河边', ['0-6 replaced']],
  ['河\uFFFF边', ['1-2 unassigned']],
  ['水⼒发电', ['1-2 form 力']],
  ['⻓河', ['0-1 form 长']],
  ['喝\uF900酒', ['1-2 form 豈']],
  ['用カ推开', ['1-2 look-alike 力']],
  ['ニ月', ['0-1 look-alike 二']],
  ['第ー名', ['1-2 look-alike 一']],
  ['В型肝炎', ['0-1 look-alike B']], // Cyrillic
  ['在АTМ取款', ['1-4 look-alike ATM']], // Cyrillic about a Latin T
  ['2О24年', ['1-2 look-alike 0']],
  ['河ふ边', ['1-2 lone']],
  ['河و边', ['1-2 lone']],
  ['河스边', ['1-2 lone']],
  ['河-[边]+[カ]量', ['2-3 look-alike 力']],
])('%j has %j', (text, strays) => {
  expect(found(text)).toEqual(strays);
});

test.each([
  '气温37℃，100㎡，№3，①②，5‰，Ⅱ度，9×9，±3，≥37.5', '歌手ユーミン来访', '一ヶ月', '“カラオケ”店', '鲜の每日', '霞ヶ関', '人々', '第二〇章', 'β受体，α粒子，5μm，IFN-γ', '“Привет”的意思是你好',
  '“и”在“мир и труд”中', 'ㄏㄨㄛˊ的注音里有ㄨ', 'ㄧ', 'café', '👨‍👩‍👧', '\u0627\u06CC\u200C\u0631', '野家\u{20BB7}', '一\t二', '2024年3月', '□河', 'A型，B超，CT',
])('%j is left alone', (text) => {
  expect(found(text)).toEqual([]);
});

test('what is taken leaves a text in which nothing is stray', () => {
  const issue = issueOf('a1 body: 用カ推\u200B开⻓门');
  const edits = findingsIn(issue.source, issue.articles[0]!, []).flatMap(({ suggestions }) => suggestions.slice(0, 1)).toReversed();
  expect(edits.length).toBe(3);
  const next = applyAll(issue, edits);
  expect(next.ok && findingsIn(next.value.source, next.value.articles[0]!, [])).toEqual([]);
});
