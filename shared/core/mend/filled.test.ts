import { expect, test } from 'vitest';
import { makeFolding } from '../search/folding.ts';
import { readQuestion } from '../search/pattern.ts';
import { scanFor } from '../search/scan.ts';
import { filledFor } from './filled.ts';

const folding = makeFolding('万萬');

/** What stands at each place of an expression, and what is to stand there; null: the same everywhere. */
function filled(text: string, expression: string, put: string, more: { readonly exact?: boolean; readonly plain?: boolean } = {}) {
  const pattern = readQuestion({ text: expression, expression: !(more.plain ?? false), exact: more.exact ?? true }, folding);
  if (!pattern.ok) throw new Error(pattern.error.code);
  const fill = filledFor(pattern.value, folding.forms, put);
  const found: string[] = [];
  scanFor(pattern.value, folding.forms)(text, (from, to) => found.push(`${text.slice(from, to)} → ${fill ? fill(text, from, to) : put}`));
  return { found, same: fill === null };
}

test.each([
  ['一九九八年，二〇〇一年', '(\\p{Script=Han}{2}..)年', '公元$1年', ['一九九八年 → 公元一九九八年', '二〇〇一年 → 公元二〇〇一年']],
  ['河上，桥下', '(.)([上下])', '$2$1', ['河上 → 上河', '桥下 → 下桥']],
  ['甲乙', '(?<first>.)(丙)?乙', '[$<first>$2$<none>$&$$$3]', ['甲乙 → [甲$<none>甲乙$$3]']],
  ['第一行\n第二行', '^第(.)', '$1', ['第一 → 一', '第二 → 二']],
  ['天河，银河', '(?<=银)(河)', '$1流', ['河 → 河流']],
  ['甲', '(甲)', '$10 $01', ['甲 → 甲0 甲']],
  ['𠮷祥', '(.)祥', '祥$1', ['𠮷祥 → 祥𠮷']],
])('%s: where %s is found, %s says what is to stand there', (text, expression, put, found) => {
  expect(filled(text, expression, put).found).toEqual(found);
});

test('what a group found is filled in as it stands in the text, however it was looked for', () => {
  expect(filled('两萬元', '(万)元', '$1圆', { exact: false }).found).toEqual(['萬元 → 萬圆']);
});

test('a text that names nothing, and any text where no expression was asked for, stands as it is', () => {
  expect(filled('甲乙', '(甲)', '五$', {})).toEqual({ found: ['甲 → 五$'], same: true });
  expect(filled('甲乙', '甲', '$1', { plain: true })).toEqual({ found: ['甲 → $1'], same: true });
});
