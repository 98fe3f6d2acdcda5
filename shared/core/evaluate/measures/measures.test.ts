import { describe, expect, it } from 'vitest';
import { markedTruth } from '../../testing/marked-truth.ts';
import { reportOf } from '../../testing/page-reports.ts';
import type { MarkedTruth } from '../marked-truth.ts';
import { figuresOf, tallyOf } from './score.ts';
import { rateOf, shareOf } from './tally.ts';

/** Two articles of three blocks and two, and furniture. */
const PAGE = ['a headline: 渡口通航', 'a body >2: 船来了，停在', 'a body: 岸边。', 'b headline: 石桥修好了', 'b body: 桥面新铺了石板。', '- furniture: www.example.com'];
const truth = markedTruth(...PAGE);
const texts = truth.blocks.map(({ text }) => text);
const tally = (report: string, marked: MarkedTruth = truth) => tallyOf({ truth: marked, report: reportOf(report, texts) });

it('gives 1 for all that is right', () => {
  const figures = figuresOf([{ truth, report: reportOf('h0 b1+2 | h3 b4 / f5', texts) }]);
  const { pairwise, starts, joins, duplicates, truncated, exact, order, roleAccuracy, roleMacroF1, headlineExact, errorsAfter } = figures;
  expect([pairwise, starts, joins, duplicates, truncated].map(({ f1 }) => f1)).toEqual([1, 1, 1, 1, 1]);
  expect([exact, order, roleAccuracy, roleMacroF1, headlineExact, errorsAfter]).toEqual([1, 1, 1, 1, 1, 0]);
  expect([figures.pages, figures.articles, [...figures.roles.keys()]]).toEqual([1, 2, ['headline', 'body', 'furniture']]);
});

describe('articles', () => {
  it.each([
    ['one for two', 'h0 b1+2 h3 b4 / f5', { pairs: { tp: 4, fp: 6, fn: 0 }, starts: { tp: 1, fp: 0, fn: 1 }, exact: { hit: 0, of: 2 }, order: { hit: 3, of: 3 } }],
    ['two for one', 'h0 b1 | b2 | h3 b4 / f5', { pairs: { tp: 2, fp: 0, fn: 2 }, starts: { tp: 2, fp: 1, fn: 0 }, exact: { hit: 1, of: 2 }, order: { hit: 2, of: 3 } }],
    ['a block in the wrong one', 'h0 b1 | b2 h3 b4 / f5', { pairs: { tp: 2, fp: 2, fn: 2 }, starts: { tp: 1, fp: 1, fn: 1 }, exact: { hit: 0, of: 2 }, order: { hit: 2, of: 3 } }],
    ['read in another order', 'h0 b2 b1 | h3 b4 / f5', { pairs: { tp: 4, fp: 0, fn: 0 }, starts: { tp: 2, fp: 0, fn: 0 }, exact: { hit: 2, of: 2 }, order: { hit: 2, of: 3 } }],
    ['a block set aside is an article of its own', 'h0 b1 | h3 b4 / f2 f5', { pairs: { tp: 2, fp: 0, fn: 2 }, starts: { tp: 2, fp: 1, fn: 0 }, exact: { hit: 1, of: 2 }, order: { hit: 2, of: 3 } }],
    ['furniture in an article is no matter of articles', 'h0 b1+2 | h3 b4 f5', { pairs: { tp: 4, fp: 0, fn: 0 }, starts: { tp: 2, fp: 0, fn: 0 }, exact: { hit: 2, of: 2 }, order: { hit: 3, of: 3 } }],
  ])('%s', (_what, report, expected) => {
    expect(tally(report)).toMatchObject(expected);
  });

  it('leaves out what may stand aside and does', () => {
    const marked = markedTruth('a kicker|banner', 'a headline', 'a body');
    expect(tally('h1 b2 / ba0', marked).pairs).toEqual({ tp: 1, fp: 0, fn: 0 });
    expect(tally('h1 b2 | k0', marked).pairs).toEqual({ tp: 1, fp: 0, fn: 2 });
  });
});

describe('roles', () => {
  it('counts by role; one that will do is right', () => {
    const marked = markedTruth('a kicker|headline', 'a headline', 'a body', '- furniture');
    const { roles, byRole } = tally('h0 sub1 b2 / ba3', marked);
    expect(roles).toEqual({ hit: 2, of: 4 });
    expect(byRole).toMatchObject({ kicker: { tp: 1, fp: 0, fn: 0 }, headline: { tp: 0, fp: 0, fn: 1 }, subtitle: { tp: 0, fp: 1, fn: 0 }, furniture: { tp: 0, fp: 0, fn: 1 }, banner: { tp: 0, fp: 1, fn: 0 } });
  });

  it('takes the mean over the roles that occur', () => {
    const { roleMacroF1, roles } = figuresOf([{ truth, report: reportOf('h0 b1 b2 | k3 b4 / f5', texts) }]);
    expect(roles.get('headline')?.f1).toBeCloseTo(2 / 3);
    expect(roleMacroF1).toBeCloseTo((2 / 3 + 1 + 1) / 3);
  });
});

describe('flow', () => {
  const marked = markedTruth('a headline', 'a body >2', 'a body', 'a body', 'a duplicate =1');

  it.each([
    ['h0 b1+2 b3 / d4', { tp: 1, fp: 0, fn: 0 }],
    ['h0 b1 b2+3 / d4', { tp: 0, fp: 1, fn: 1 }],
    ['h0 b4+2 b3 / d1', { tp: 1, fp: 0, fn: 0 }], // the other copy is the one set aside
  ])('joins of %s', (report, expected) => {
    expect(tally(report, marked).joins).toEqual(expected);
  });

  it.each([
    ['h0 b1+2 b3 / d4', { tp: 1, fp: 0, fn: 0 }],
    ['h0 b4+2 b3 / d1', { tp: 1, fp: 0, fn: 0 }],
    ['h0 b1+2 b4 / d3', { tp: 0, fp: 1, fn: 1 }],
    ['h0 b2 b3 / d1 d4', { tp: 1, fp: 1, fn: 0 }],
  ])('duplicates of %s', (report, expected) => {
    expect(tally(report, marked).duplicates).toEqual(expected);
  });

  it.each([
    ['h0 b1+2! | h3 b4', ['a'], { tp: 1, fp: 0, fn: 0 }],
    ['h0 b1+2! | h3 b4', ['b'], { tp: 0, fp: 1, fn: 1 }],
    ['h0 b1+2 | h3 b4', ['a'], { tp: 0, fp: 0, fn: 1 }],
    ['h0 b1+2 h3 b4!', ['b'], { tp: 1, fp: 1, fn: 0 }], // said of what is taken for `a`, and of a block of `b`
  ])('truncated articles of %s', (report, cut, expected) => {
    const articles = truth.articles.map((article) => ({ ...article, tags: cut.includes(article.id) ? ['truncated'] : [] }));
    expect(tally(`${report} / f5`, { ...truth, articles }).truncated).toEqual(expected);
  });
});

describe('wording', () => {
  it('counts characters that differ from the clean body, before and after', () => {
    const articles = truth.articles.map((article) => (article.id === 'a' ? { ...article, body: ['船来了，就停在岸边。'] } : article));
    const { errorsBefore, errorsAfter } = tally('h0 b1+2 | h3 / f4 f5', { ...truth, articles });
    expect(errorsBefore).toEqual({ hit: 1, of: 18 });
    expect(errorsAfter).toEqual({ hit: 9, of: 18 }); // the second article has no body
  });

  it('takes any reading of a headline that will do, blanks aside', () => {
    const articles = truth.articles.map((article) => ({ ...article, headlines: ['渡口 通航', '通航'] }));
    expect(shareOf(tally('h0 b1+2 | h3 b4 / f5', { ...truth, articles }).headline)).toBe(0.5);
  });
});

it.each([
  [{ tp: 0, fp: 0, fn: 0 }, 1],
  [{ tp: 0, fp: 1, fn: 0 }, 0],
  [{ tp: 0, fp: 0, fn: 1 }, 0],
  [{ tp: 3, fp: 1, fn: 1 }, 0.75],
])('the rate of %j', (hits, f1) => {
  expect(rateOf(hits).f1).toBe(f1);
});
