import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../parse/blocks.ts';
import { arbitraryIssue } from '../../testing/arbitrary-issue.ts';
import { issueOf } from '../../testing/notation.ts';
import { agreementOf, blockTreeOf, reordered, summed } from './block-tree.ts';

const LINES = ['a1 headline: 渡口通航', 'a1 body: 今天通航，两', 'a1 body: 岸的人都来看。', 'a2 headline: 书屋开门', 'a2 body: 今天开门。'];
const truth = blockTreeOf(issueOf(...LINES));
const otherwise = (changes: Readonly<Record<number, string>>) => blockTreeOf(issueOf(...LINES.map((line, index) => changes[index] ?? line)));
const counts = (found: ReturnType<typeof otherwise>) =>
  Object.values(agreementOf(truth, found)).map(({ right, wrong }) => `${right}-${wrong}`).join(' ');

describe('agreementOf', () => {
  it('finds nothing wrong with the truth', () => {
    expect(counts(truth)).toBe('2-0 5-0 0-0');
  });

  it('counts a boundary that is missing, one too many, and one in another place', () => {
    expect(counts(otherwise({ 3: 'a1 subhead: 书屋开门', 4: 'a1 body: 今天开门。' }))).toBe('1-1 4-1 0-0');
    expect(counts(otherwise({ 2: 'a9 body: 岸的人都来看。' }))).toBe('2-1 5-0 0-0');
    expect(counts(otherwise({ 3: 'a1 headline: 书屋开门' }))).toBe('1-2 5-0 0-0');
  });

  it('counts what is set aside as a role, and joins that are missing or wrong', () => {
    expect(counts(otherwise({ 0: '- banner: 渡口通航' }))).toBe('1-2 4-1 0-0');
    const joined = { ...truth, joins: [[1, 2]] as const };
    expect(agreementOf(joined, truth).joins).toEqual({ right: 0, wrong: 1 });
    expect(agreementOf(truth, joined).joins).toEqual({ right: 0, wrong: 1 });
    expect(agreementOf(joined, joined).joins).toEqual({ right: 1, wrong: 0 });
  });

  it('adds up', () => {
    expect(summed([agreementOf(truth, truth), agreementOf(truth, otherwise({ 2: 'a9 body: 岸的人都来看。' }))]).boundaries).toEqual({ right: 4, wrong: 1 });
  });
});

describe('reordered', () => {
  it('sees a changed order, and none where only a boundary or a role is another', () => {
    expect(reordered(truth, truth)).toBe(0);
    expect(reordered(truth, otherwise({ 2: 'a9 body: 岸的人都来看。' }))).toBe(0);
    expect(reordered(truth, otherwise({ 1: '- furniture: 今天通航，两' }))).toBe(0);
    const turned = { ...truth, articles: [[0, 2, 1], [3, 4]] };
    expect(reordered(truth, turned)).toBe(2);
    expect(reordered(truth, { ...truth, articles: [[0, 1], [3, 4, 2]] })).toBe(1);
  });
});

it('every block has a role, and stands in at most one article, once', () => {
  fc.assert(
    fc.property(arbitraryIssue, (issue) => {
      const tree = blockTreeOf(issue);
      const blocks = tree.articles.flat();
      expect(tree.roles.length).toBe(parseBlocks(issue.source).length);
      expect(new Set(blocks).size).toBe(blocks.length);
      expect(agreementOf(tree, tree)).toMatchObject({ boundaries: { wrong: 0 }, roles: { wrong: 0 }, joins: { wrong: 0 } });
      expect(reordered(tree, tree)).toBe(0);
    }),
  );
});
