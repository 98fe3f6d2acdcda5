import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepWord, wordAt, wordsOf } from './words.ts';
import type { Unread } from './words.ts';

/** `晚上-[是]十点`: struck text in brackets; `⏎` is a line end read as nothing, `␤` one read as a space. */
function textOf(notation: string): { text: string; unread: readonly Unread[] } {
  let text = '';
  const unread: Unread[] = [];
  for (const [part] of notation.matchAll(/-\[[^\]]*\]|⏎|␤|[^⏎␤-]+|-/gu)) {
    const from = text.length;
    const words = part.startsWith('-[') ? part.slice(2, -1) : part === '⏎' || part === '␤' ? '\n' : part;
    text += words;
    if (words !== part) unread.push({ from, to: text.length, space: part === '␤' });
  }
  return { text, unread };
}

const cut = (notation: string): string => {
  const { text, unread } = textOf(notation);
  return wordsOf(text, unread).map(({ from, to }) => text.slice(from, to)).join('|');
};

test.each([
  ['晚上十点出门机械臂伸不进去', '晚上|十|点|出门|机械|臂|伸|不进去'],
  ['覆盖率达98.5%，网络', '覆盖|率|达|98.5|%，|网络'],
  ['他说：“你好！”', '他|说|：“|你好|！”'],
  ['从 Wi-Fi 到　夜里', '从|Wi|-|Fi|到|夜里'], // blanks of either width belong to no word
  ['晚上……出门', '晚上|……|出门'],
  ['出-[口]门了', '出口门|了'], // what is read is 出门
  ['出门-[去去]看看', '出门|看看'],
  ['出⏎门了', '出\n门|了'],
  ['new␤page', 'new|page'],
  ['出\uFFFC门', '出|\uFFFC|门'],
  ['“\uFFFC”', '“|\uFFFC|”'],
  ['野家\u{20BB7}', '野家|\u{20BB7}'],
  ['-[全部划去]', ''],
  ['', ''],
])('the words of %s are %s', (notation, words) => {
  expect(cut(notation)).toBe(words)
});

test.each([
  ['晚上-[是]十点', 0, 1, 2],
  ['晚上-[是]十点', 2, 1, 4], // over what is struck
  ['晚上-[是]十点', 4, -1, 3],
  ['晚上-[是]十点', 3, -1, 0],
  ['晚上 十点', 2, 1, 4],
  ['晚上 十点', 3, -1, 0],
  ['晚上-[完了]', 2, 1, 4],
  ['-[完了]晚上', 2, -1, 0],
  ['', 0, 1, 0],
  ['', 0, -1, 0],
] as const)('in %s a step from %i by %i leads to %i', (notation, at, step, there) => {
  const { text, unread } = textOf(notation);
  expect(stepWord(wordsOf(text, unread), text.length, at, step)).toBe(there);
});

test.each([
  ['晚上出门', 2, -1, '晚上'],
  ['晚上出门', 2, 1, '出门'],
  ['晚上 出门', 2, 1, ' '],
  ['晚上，“出门', 3, 1, '，“'],
  ['出-[口]门了', 1, 1, '出口门'],
  ['晚上-[是是]出门', 3, 1, '是是'],
  ['', 0, 1, ''],
] as const)('in %s at %i, side %i, stands %s', (notation, at, side, word) => {
  const { text, unread } = textOf(notation);
  const { from, to } = wordAt(wordsOf(text, unread), text.length, at, side);
  expect(text.slice(from, to)).toBe(word);
});

test('words follow one another, part no character, and steps come to both ends of any text', () => {
  const characters = fc.constantFrom('校', '样', '晚', '上', 'a', '5', ' ', '，', '”', '\u{20BB7}', '\u0301', '\uFFFC', '\n');
  const texts = fc.array(characters, { maxLength: 24 });
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(24), fc.nat(4), fc.boolean()), { maxLength: 3 }), (parts, stretches) => {
      const text = parts.join('');
      const starts = [0, ...parts.map((_, i) => parts.slice(0, i + 1).join('').length)];
      let end = 0;
      const unread = stretches
        .map(([at, size, space]) => ({ from: starts[Math.min(at, parts.length)]!, to: starts[Math.min(at + size, parts.length)]!, space }))
        .toSorted((a, b) => a.from - b.from)
        .flatMap((one) => (one.from >= end && one.to > one.from ? [((end = one.to), one)] : []));
      const words = wordsOf(text, unread);
      let last = 0;
      for (const { from, to } of words) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(text.slice(from, to).isWellFormed()).toBe(true);
        last = to;
      }
      for (const step of [1, -1] as const) {
        let at = step > 0 ? 0 : text.length;
        for (let i = 0; i <= words.length; i += 1) at = stepWord(words, text.length, at, step);
        expect(at).toBe(step > 0 ? text.length : 0);
      }
    }),
  );
});
