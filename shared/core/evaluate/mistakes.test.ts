import { expect, it } from 'vitest';
import { markedTruth } from '../testing/marked-truth.ts';
import { reportOf } from '../testing/page-reports.ts';
import { mistakesOf } from './mistakes.ts';

const truth = markedTruth('a headline', 'a body >2', 'a body', 'b kicker|banner', 'b headline', 'b body', 'b duplicate =5');

it.each([
  ['h0 b1+2 | k3 h4 b5 / d6', []],
  ['h0 b1+2 | h4 b5 / d6 ba3', []],
  ['h0 b1+2 | h4 b6 / d5 ba3', []],
  ['h0 b1 b2 | k3 h4 b5 / d6', [{ kind: 'missed-join', block: 2, other: 1 }]],
  ['h0 b1+2 | k3 h4 sub5 / d6', [{ kind: 'role', block: 5, expected: 'body', found: 'subtitle' }]],
  ['h0 b1+2 k3 h4 b5 / d6', [{ kind: 'missed-start', block: 3 }]],
  ['h0 b1+2 | k3 | h4 b5 / d6', [{ kind: 'false-start', block: 4 }]],
  ['h0 | k3 h4 b1+2 b5 / d6', [{ kind: 'missed-start', block: 3 }, { kind: 'false-start', block: 1 }]],
  ['h0 b1+2 b5 | k3 h4 / d6', [{ kind: 'strayed', block: 5, other: 4 }]],
  ['h0 b1+2 | k3 b5 h4 / d6', [{ kind: 'order', block: 5, other: 4 }]],
  ['h0 b1+2 | k3 h4 b5+6', [{ kind: 'role', block: 6, expected: 'duplicate', found: 'body' }, { kind: 'false-join', block: 6, other: 5 }, { kind: 'missed-duplicate', block: 6 }]],
  ['h0 b1+2 | k3 h4 b5! / d6', [{ kind: 'false-end', block: 5 }]],
])('%s', (report, expected) => {
  const found = mistakesOf({ truth, report: reportOf(report) });
  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining(expected));
});

it('misses an end that is not told of, and a duplicate that is none', () => {
  const cut = { ...truth, articles: truth.articles.map((article) => ({ ...article, tags: ['truncated'] })) };
  const kinds = mistakesOf({ truth: cut, report: reportOf('h0 b1+2! | k3 h4 / d5 d6') }).map(({ kind, block }) => `${kind} ${block}`);
  expect(kinds).toEqual(expect.arrayContaining(['false-duplicate 5', 'role 5', 'missed-end 5']));
  expect(kinds).not.toContain('missed-end 2');
});
