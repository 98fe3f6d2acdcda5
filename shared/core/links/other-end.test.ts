import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '../model/ids.ts';
import { LINK_SIDES } from '../model/issue.ts';
import type { Article, LinkEnd } from '../model/issue.ts';
import { leadsTo, opposite, otherEnd } from './other-end.ts';
import type { ArticleAt } from './other-end.ts';

const end = (said: string): LinkEnd => ({ link: said.slice(0, 1), issue: Number(said.slice(1)) });

/** Pages as `id>next<previous`, an end as the link's letter and the other page's number. */
function pages(...said: readonly (readonly string[])[]) {
  const known = said.map((articles) => articles.map((text): Article => {
    const { id, next, previous } = /^(?<id>\w+)(?:>(?<next>\w+))?(?:<(?<previous>\w+))?$/u.exec(text)!.groups as { id: string; next?: string; previous?: string };
    return { id: articleId(id), status: 'new', topics: [], note: '', passages: [], ...(next && { next: end(next) }), ...(previous && { previous: end(previous) }) };
  }));
  return (issue: number) => known[issue] ?? null;
}

const at = (issue: number, article: string): ArticleAt => ({ issue, article: articleId(article) });

test('a link is where its ends say so of each other', () => {
  const of = pages(['a>k1', 'b'], ['c<k0', 'd']);
  expect(otherEnd(of, at(0, 'a'), 'next')).toEqual({ state: 'holds', at: at(1, 'c') });
  expect(otherEnd(of, at(1, 'c'), 'previous')).toEqual({ state: 'holds', at: at(0, 'a') });
  expect([otherEnd(of, at(0, 'a'), 'previous'), otherEnd(of, at(0, 'b'), 'next'), otherEnd(of, at(5, 'a'), 'next')]).toEqual([null, null, null]);
});

test.each([
  ['the other article is gone', pages(['a>k1'], ['d'])],
  ['its page is gone', pages(['a>k1'])],
  ['it is linked otherwise', pages(['a>k1'], ['c<m0'])],
  ['it says that it comes from another page', pages(['a>k1'], ['c<k2'])],
  ['another article of this page bears the name', pages(['b>k1', 'a>k1'], ['c<k0'])],
])('it does not hold where %s', (_, of) => {
  expect(otherEnd(of, at(0, 'a'), 'next')).toEqual({ state: 'gone', issue: 1 });
});

test('links that lead round hold none of them, and nobody walks for ever', () => {
  const of = pages(['a>k1<n2'], ['b>m2<k0'], ['c>n0<m1']);
  for (const [issue, id] of [[0, 'a'], [1, 'b'], [2, 'c']] as const) for (const side of LINK_SIDES) expect(otherEnd(of, at(issue, id), side)?.state).toBe('round');
  const into = pages(['x>z1'], ['a>k2<z0'], ['b>m1<k1', 'c'], []);
  expect(leadsTo(into, at(0, 'x'), at(3, 'none'), 'next')).toBe(false);
});

test('whatever pages say: what holds from one side holds from the other, and an article has one other end a side', () => {
  const oneEnd = fc.option(fc.record({ link: fc.constantFrom('k', 'm'), issue: fc.nat(2) }), { nil: undefined });
  const one = fc.record({ next: oneEnd, previous: oneEnd });
  fc.assert(fc.property(fc.array(fc.array(one, { maxLength: 3 }), { maxLength: 3 }), (all) => {
    const known = all.map((articles, issue) => articles.map(({ next, previous }, k): Article => (
      { id: articleId(`${issue}-${k}`), status: 'new', topics: [], note: '', passages: [], ...(next && { next }), ...(previous && { previous }) }
    )));
    const of = (issue: number) => known[issue] ?? null;
    for (const [issue, articles] of known.entries()) for (const { id } of articles) for (const side of LINK_SIDES) {
      const found = otherEnd(of, { issue, article: id }, side);
      if (!found || found.state === 'gone') continue;
      expect(otherEnd(of, found.at, opposite(side))).toEqual({ state: found.state, at: { issue, article: id } });
    }
  }), { numRuns: 2_000 });
});
