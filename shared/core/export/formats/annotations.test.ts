import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { annotations } from './annotations.ts';

type Selector = { readonly type: string; readonly start: number; readonly end: number; readonly exact: string; readonly prefix: string; readonly suffix: string };
type Target = { readonly source: string; readonly selector: readonly [Selector, Selector] };
type Item = { readonly id: string; readonly motivation: string; readonly body: readonly { readonly purpose: string; readonly value: string }[]; readonly target: Target | readonly Target[] };

const page = exportedPage(issueOf('a1 headline: 𠮷祥', 'a1 body: 𠮷“公-[抵]+[低]偿”□的办法', '- banner: 栏'));
const itemsOf = (files: Readonly<Record<string, string>>) => (JSON.parse(files['2024-05/清河晚报_20240518_03.jsonld']!) as { first: { items: Item[] }; total: number });

test('every stretch that is spoken of is found by its place in code points and by what stands there', () => {
  const files = exportedTexts(annotations, [page]);
  const { first, total } = itemsOf(files);
  expect(total).toBe(first.items.length);
  const source = Array.from(files['2024-05/清河晚报_20240518_03.txt']!);
  const targets = first.items.flatMap(({ target }) => target as Target | Target[]);
  expect(targets.length).toBeGreaterThan(4);
  for (const { source: name, selector: [place, quote] } of targets) {
    expect(decodeURIComponent(name)).toBe('清河晚报_20240518_03.txt');
    expect(source.slice(place.start, place.end).join('')).toBe(quote.exact);
    expect(source.slice(0, place.start).join('').endsWith(quote.prefix)).toBe(true);
    expect(source.slice(place.end).join('').startsWith(quote.suffix)).toBe(true);
  }
  expect(first.items.map(({ motivation, body }) => `${motivation} ${body.map(({ value }) => value).join(' ')}`)).toEqual([
    'classifying headline qh-a1', 'classifying body qh-a1', 'editing 低 replaced person qh-a1', 'editing □ gap person qh-a1', 'classifying banner',
  ]);
  expect(new Set(first.items.map(({ id }) => id)).size).toBe(total);
});

test('where a filter takes only some of it, the whole text of the page does not leave: the source is named by its checksum', () => {
  const files = exportedTexts(annotations, [page], { withText: false });
  expect(Object.keys(files)).toEqual(['2024-05/清河晚报_20240518_03.jsonld']);
  const name = `ni:///sha-256;${Buffer.from('ab'.repeat(32), 'hex').toString('base64url')}`;
  for (const target of itemsOf(files).first.items.flatMap((item) => item.target as Target | Target[])) expect(target.source).toBe(name);
});

test('nor is anything quoted that does not leave', () => {
  const issue = issueOf('a1 body: 甲乙', 'a2 body: 丙丁', 'a3 body: 戊己', 'a4 body: 庚辛');
  const some = exportedPage(issue, {}, { wanted: ({ id }) => id !== 'a2', withAside: false });
  const quotes = (withText: boolean) => itemsOf(exportedTexts(annotations, [some], { withText })).first.items.map(({ target }) => {
    const { prefix, exact, suffix } = (target as Target).selector[1];
    return `${prefix}|${exact}|${suffix}`;
  });
  expect(quotes(false)).toEqual(['|甲乙|', '|戊己|\n\n庚辛', '戊己\n\n|庚辛|']);
  expect(quotes(true)).toEqual(['|甲乙|\n\n丙丁\n\n戊己\n\n庚辛', '甲乙\n\n丙丁\n\n|戊己|\n\n庚辛', '甲乙\n\n丙丁\n\n戊己\n\n|庚辛|']);
});
