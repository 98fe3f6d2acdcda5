import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import { NO_SECTIONS, sectionsOf } from './sections.ts';

/** `a: p q` an article and its passages. */
const articles = (...lines: readonly string[]) => lines.map((line) => {
  const [id = '', list = ''] = line.split(': ');
  return { id: articleId(id), passages: list.split(' ').map((one) => ({ id: passageId(one), role: 'body' as const, twin: null, spans: [] })) };
});

const keysOf = (before: readonly string[], after: readonly string[], focus: string | null = null): string =>
  sectionsOf(articles(...after), sectionsOf(articles(...before), NO_SECTIONS, null), focus === null ? null : passageId(focus)).map(({ key, id }) => `${id} in ${key}`).join(', ');

test.each([
  ['a page is drawn, each article in a place of its own', [], ['a: 1 2', 'b: 3'], null, 'a in a, b in b'],
  ['an article that grows stays', ['a: 1', 'b: 2'], ['a: 1 3', 'b: 2'], null, 'a in a, b in b'],
  ['of a split the greater half stays: the upper', ['a: 1 2 3', 'b: 4'], ['a: 1 2', 'n: 3', 'b: 4'], null, 'a in a, n in n, b in b'],
  ['of a split the greater half stays: the lower', ['a: 1 2 3'], ['a: 1', 'n: 2 3'], null, 'a in a 2, n in a'],
  ['the one with the focus weighs more', ['a: 1 2 3'], ['a: 1 2', 'n: 3'], '3', 'a in a 2, n in a'],
  ['a merge goes where more of it is drawn', ['a: 1', 'b: 2 3'], ['a: 1 2 3'], null, 'a in b'],
  ['what is taken back goes back', ['a: 1 2 3', 'n: 4'], ['a: 1 2 3 4'], null, 'a in a'],
  ['another order is the same places in another order', ['a: 1', 'b: 2'], ['b: 2', 'a: 1'], null, 'b in b, a in a'],
  ['another page has places of its own', ['a: 1'], ['x: 9', 'y: 8'], null, 'x in x, y in y'],
] as const)('%s', (_, before, after, focus, keys) => expect(keysOf(before, after, focus)).toBe(keys));

test('places are not given twice', () => {
  const split = sectionsOf(articles('a: 1', 'n: 2 3'), sectionsOf(articles('a: 1 2 3'), NO_SECTIONS, null), null);
  const again = sectionsOf(articles('a: 1', 'n: 2 3', 'm: 4'), split, null);
  expect(new Set(again.map(({ key }) => key)).size).toBe(3);
});
