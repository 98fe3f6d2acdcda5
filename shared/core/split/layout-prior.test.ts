import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { checkLedger } from '../model/ledger.ts';
import { countArchive } from '../parse/archive.ts';
import { parseBlocks } from '../parse/blocks.ts';
import { type LayoutHint, hintsOf } from '../parse/hints.ts';
import type { Words } from '../parse/words.ts';
import { housePage } from '../testing/house-pages.ts';
import { sizeWeight } from './layout-prior.ts';
import { splitPage } from './split-page.ts';
import { KINDS } from './states.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const characters: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));
const language = { words: characters, archive: countArchive('', [], characters) };
const split = (source: string, hints?: readonly LayoutHint[]) => splitPage(source, { sourceVersion: 'c0ffee00deadbeef', model, language, ...(hints && { hints }) });

/** Hints that say the same of every block but for what `sizes` says of some. */
const hintsFor = (source: string, sizes: Readonly<Record<number, number>> = {}): readonly LayoutHint[] =>
  parseBlocks(source).map(({ range }, block) => ({ from: range.from, size: sizes[block] ?? 1, begin: null, end: null }));

const PAGES = Array.from({ length: 12 }, (_, number) => housePage(number).source);

describe('without hints, and with hints that say nothing, a page is split as ever', () => {
  it.each(PAGES.map((source, number) => [number, source] as const))('page %i', (_, source) => {
    const plain = JSON.stringify(split(source));
    expect(JSON.stringify(split(source, []))).toBe(plain);
    expect(JSON.stringify(split(source, hintsFor(source)))).toBe(plain); // one size all over the page
    expect(JSON.stringify(split(source, [{ from: -1, size: 3, begin: 0, end: 1 }]))).toBe(plain);
  });

  it('any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('城', '南', '记', '者', '。', '，', '（', '\n', ' ') })), (lines) => {
      const source = lines.join('\n\n');
      expect(JSON.stringify(split(source, hintsFor(source)))).toBe(JSON.stringify(split(source)));
    }), { numRuns: 50 });
  });
});

test('with any hints at all the ledger adds up', () => {
  const size = fc.option(fc.constantFrom(0.5, 1, 1.3, 2, 4));
  const place = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(fc.property(fc.constantFrom(...PAGES), fc.infiniteStream(fc.record({ size, begin: place, end: place })), (source, stream) => {
    const hints = parseBlocks(source).map(({ range }) => ({ from: range.from, ...stream.next().value! }));
    const { tree } = split(source, hints);
    expect(checkLedger({ source, ...tree })).toMatchObject({ ok: true });
  }), { numRuns: 30 });
});

/** Two articles whose second headline reads as a subhead would. */
const FAIR = [
  '南坝大桥今天合龙',
  '本报讯（记者 尹禾）经过三年施工，南坝大桥今天上午合龙，两岸工人在桥心握手，围观的居民放起了鞭炮。',
  '大桥长一千二百米，双向四车道，通车后过河只要三分钟，从前绕行上游老桥要走半个小时。',
  '桥下的菜农',
  '天没亮，菜农们已经把担子歇在桥下，等城里的饭店来挑头一茬青菜，一直卖到日头升高才收摊回家。',
  '六十岁的邹顺在这里卖了二十年菜，他说，桥修好了，买菜的人也许会更多。',
];

test('a short line in large type is more surely a headline, and its reason says so', () => {
  const source = FAIR.join('\n\n');
  const sized = split(source, hintsFor(source, { 0: 3, 3: 2.6 }));
  const surely = ({ decisions, tree }: ReturnType<typeof split>) => {
    const passage = [...tree.articles.flatMap(({ passages }) => passages)].find(({ pieces: [piece] }) => piece!.kind === 'kept' && source.slice(piece!.range.from).startsWith(FAIR[3]!))!;
    return { role: passage.role, reasons: decisions.filter(({ subject }) => subject === passage.id).flatMap(({ reasons }) => reasons) };
  };
  expect(surely(sized).role).toBe('headline');
  expect(sized.tree.articles).toHaveLength(2);
  expect(surely(sized).reasons).toContainEqual({ id: 'split.reason.type-size', data: { percent: 260 } });
  // In the type of a subhead it is none.
  expect(surely(split(source, hintsFor(source, { 0: 3, 3: 1.05 }))).role).not.toBe('headline');
});

test('sizes speak for headlines the more the larger they are, and for text where they are usual', () => {
  const [opening, paragraph] = [KINDS.indexOf('opening'), KINDS.indexOf('paragraph')];
  const odds = [0.7, 1, 1.3, 2, 3].map((size) => {
    const hints = hintsOf(parseBlocks('城\n\n南'), [{ from: 0, size, begin: null, end: null }, { from: 3, size: 2, begin: null, end: null }]);
    return sizeWeight(hints, 0, opening) - sizeWeight(hints, 0, paragraph);
  });
  expect(odds.toSorted((a, b) => a - b)[0]).toBeLessThan(0);
  expect(odds.slice(1)).toEqual(odds.slice(1).toSorted((a, b) => a - b));
  expect(odds[4]).toBeGreaterThan(1);
});
