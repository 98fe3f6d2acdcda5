import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { readPieces } from '../../model/reading.ts';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';
import { wordsIn } from './repeated.ts';

const found = (text: string) => {
  const issue = issueOf(`a1 body: ${text}`);
  return findingsIn(issue.source, issue.articles[0]!, []).filter(({ check }) => check === 'repeated').map(({ range, suggestions }) => {
    const next = applyAll(issue, suggestions.slice(0, 1));
    return `${range.from}-${range.to} ${next.ok ? readPieces(next.value.source, next.value.articles[0]!.passages[0]!.pieces, 'emended') : next.error.code}`;
  });
};

test.each([
  ['本报记者记者沈若川', ['2-6 本报记者沈若川']],
  ['由于由于由于下雨', ['0-6 由于下雨']],
  ['柳堤路口柳堤路口见', ['0-8 柳堤路口见']],
  ['到清河桥清河桥去', ['1-7 到清河桥去']],
  ['他在2024年2024年回来', ['2-12 他在2024年回来']],
  ['雨停了，大家都到河边去，大家都到河边去看水。', ['4-19 雨停了，大家都到河边去看水。']],
  ['大家都到河边去看水。大家都到河边去看水。回来已是傍晚。', ['0-19 大家都到河边去看水。回来已是傍晚。']],
  ['全市市民记者记者全市市民', ['4-8 全市市民记者全市市民']],
  ['由县科协、清河桥小学、清河桥小学主办', ['5-16 由县科协、清河桥小学主办']],
  ['记者+[记者]说', ['0-4 记者说']],
])('%s has %j', (text, repeats) => {
  expect(found(text)).toEqual(repeats);
});

test.each([
  '人人看看，常常天天慢慢', '研究研究', '一个一个', '一个动作一个动作地学', '雪白雪白', '干干净净', '哈哈哈哈哈哈哈哈', '好开心好开心', '“没关系没关系。”', '“等一等我，等一等我！”', '发展是硬道理，硬道理是发展', '3个3个地数',
  '年年岁岁，岁岁年年', '一年又一年一年又一年', '河边的风，河边的水', '来来来', '20242024', '天天向上天天', '-[记者]记者', '记者、记者站', '锟斤拷锟斤拷锟斤拷河边', '百年百年', '“叮当、叮当、叮当……”', '普通口罩、医用口罩、医用N95口罩', '清河、清河大桥',
])('%s is left alone', (text) => {
  expect(found(text)).toEqual([]);
});

test('a long text is gone through once', () => {
  const text = Array.from({ length: 4000 }, (_, i) => `第${i}户门前的树`).join('，');
  expect(found(`${text}。`)).toEqual([]);
});

test('words that stand twice are those that an expression finds', () => {
  const expression = /(记者|我们|因为)\1+/gu;
  const text = fc.array(fc.constantFrom('记者', '我们', '因为', '记', '者', '为', '，', '𠮷'), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, (asked) => {
    const expected = Array.from(asked.matchAll(expression), ({ 0: whole, 1: once, index }) => `${index}-${index + whole.length} ${once}`);
    expect(wordsIn(asked).map(({ from, to, once }) => `${from}-${to} ${once}`)).toEqual(expected);
  }));
});

test('a long text is gone through in its length, however much of it stands again', () => {
  const text = Array.from({ length: 2_000 }, (_, day) => `渡口第${day}天通航，老船工擦船。`).join('');
  expect(found(`${text}清河桥清河桥边。`).length).toBe(1);
});
