import { describe, expect, it } from 'vitest';
import { openFindings } from '../checks/run.ts';
import { checkLedger } from '../model/ledger.ts';
import { paperPage } from './paper-page.ts';

const NUMBERS = [0, 1, 4, 99, 8999];
const TOPICS = [{ scheme: 'own', id: 'a' }];

describe('paperPage', () => {
  it.each(NUMBERS)('accounts for every character of page %i', (number) => {
    const { source, tree } = paperPage(number, 11);
    expect(checkLedger({ source, ...tree }).ok).toBe(true);
    expect(tree.articles).toHaveLength(11);
  });

  it('makes the same page of the same number, and another of another', () => {
    expect(paperPage(7, 11)).toEqual(paperPage(7, 11));
    expect(paperPage(7, 11).source).not.toBe(paperPage(8, 11).source);
    const many = Array.from({ length: 500 }, (_, number) => paperPage(number, 3));
    expect(new Set(many.map(({ source }) => source)).size).toBe(500);
    expect(new Set(many.map(({ path }) => path)).size).toBe(500);
  });

  it('has pages with doubts, with joins, with findings, with approved and tagged articles, and of several lengths', () => {
    const pages = NUMBERS.map((number) => paperPage(number, 11, TOPICS));
    const articles = pages.flatMap(({ tree }) => tree.articles);
    expect(pages.some(({ decisions }) => decisions.some(({ kind, confidence }) => kind === 'boundary' && confidence < 0.8))).toBe(true);
    expect(pages.some(({ decisions }) => decisions.some(({ kind }) => kind === 'join'))).toBe(true);
    expect(pages.some(({ source, tree, decisions }) => tree.articles.some((article) => openFindings(source, article, decisions, new Map()).length > 0))).toBe(true);
    expect(articles.some(({ status, topics }) => status === 'approved' && topics.length > 0)).toBe(true);
    expect(articles.some(({ status }) => status === 'new')).toBe(true);
    expect(new Set(articles.map(({ passages }) => passages.length)).size).toBeGreaterThan(4);
  });
});
