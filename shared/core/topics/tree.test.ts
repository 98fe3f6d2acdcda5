import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTreeOrder, lineages, openRows, pathTo, withBelow } from './tree.ts';
import type { TopicNode } from './tree.ts';

const node = (id: string, broader: string | null = null): TopicNode => ({ scheme: 's', id, broader });
const tree = [node('b'), node('a'), node('b2', 'b'), node('a1', 'a'), node('b1', 'b'), node('a11', 'a1')];
const ids = (topics: readonly { readonly id: string }[]) => topics.map(({ id }) => id).join(' ');

describe('a tree of topics', () => {
  it('is listed from the top down, siblings in their order', () => {
    expect(inTreeOrder(tree).map(({ topic, depth, children }) => `${topic.id}:${depth}:${children}`).join(' ')).toBe('b:0:2 b2:1:0 b1:1:0 a:0:1 a1:1:1 a11:2:0');
  });

  it('shows what is under an open row, and under rows that are open all the way up', () => {
    const seen = (...open: string[]) => ids(openRows(inTreeOrder(tree), ({ id }) => open.includes(id)).map(({ topic }) => topic));
    expect(seen()).toBe('b a');
    expect(seen('a')).toBe('b a a1');
    expect(seen('a1')).toBe('b a');
    expect(seen('b', 'a', 'a1')).toBe('b b2 b1 a a1 a11');
  });

  it('tells the way to a topic', () => {
    expect(ids(pathTo(tree, { scheme: 's', id: 'a11' }))).toBe('a a1 a11');
    expect(pathTo(tree, { scheme: 'other', id: 'a11' })).toEqual([]);
  });

  it.each([
    ['a', 'a a1 a11'],
    ['b1', 'b1'],
    ['gone', 'gone'],
  ])('%s takes in %s', (id, expected) => {
    expect(ids(withBelow(tree, [{ scheme: 's', id }]))).toBe(expected);
  });

  it('of another scheme with the same ids is not taken in', () => {
    expect(withBelow([...tree, { scheme: 't', id: 'a1', broader: 'a' }], [{ scheme: 's', id: 'a' }])).toHaveLength(3);
  });

  it('loses no topic and goes round no circle, whatever is said to be above what', () => {
    const any = fc.uniqueArray(fc.record({ scheme: fc.constant('s'), id: fc.integer({ min: 0, max: 9 }).map(String), broader: fc.option(fc.integer({ min: 0, max: 9 }).map(String)) }), { selector: ({ id }) => id });
    fc.assert(fc.property(any, (topics) => {
      expect(inTreeOrder(topics).map(({ topic }) => topic.id).toSorted()).toEqual(topics.map(({ id }) => id).toSorted());
      // What a topic takes in and what a topic counts as are the same relation, read from either end.
      const counted = lineages(topics).flatMap(({ topic, above }) => above.map((each) => `${each.id}>${topic.id}`)).toSorted();
      const taken = topics.flatMap((topic) => withBelow(topics, [topic]).map((each) => `${topic.id}>${each.id}`)).toSorted();
      expect(counted).toEqual(taken);
    }));
  });
});
