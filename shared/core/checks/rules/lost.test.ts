import { describe, expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { smallLanguage } from '../../testing/small-language.ts';
import { languageOn } from '../language.ts';
import { findingsIn } from '../run.ts';

const WORDS = '安全 900\n问题 5000\n问 2000\n题 60\n街巷 800\n照明 800\n居民 700\n服务 900\n就医 900\n邻里 500\n往来 900\n到 900\n从 900\n渡口 900\n管理所 700\n管理 800\n所 90\n渡 60\n口 40\n管 9\n理 9\n清河 600\n今天 900\n通航 700\n刚刚 4000\n刚 200\n开 200\n县 50\n常务 300\n委员会 500\n委员 300\n会 60';
const again = (times: number, page: string) => Array.from({ length: times }, () => page);
const PAGES = ['清河渡口管理所今天通航。', '渡口管理所说，通航了。', '清河渡口管理所又开会。', ...again(4, '县委员会开会。'), ...again(3, '渡船刚刚开会。')];

const found = (text: string, isKnown = true, more: readonly string[] = []) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], isKnown ? languageOn(source, smallLanguage(WORDS, [...PAGES, ...more], {}), 0) : null).filter(({ check }) => check === 'lost');
};

test('a character is told that the archive has between two which stand side by side here alone, with what it has', () => {
  const [finding, ...others] = found('清河渡口管所今天通航。');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'lost_char', range: { from: 4, to: 6 }, data: { meant: '理' }, evidence: [{ id: 'check.lost.only', data: { meant: '口管理所', read: '口管所' } }],
    suggestions: [{ kind: 'replaceText', from: 5, to: 5, put: { text: '理' } }],
  });
  expect(finding!.probability).toBeLessThan(0.9);
});

test('a phrase that is a character shorter than those it stands in a row with, whatever the archive has, with what stands beside it', () => {
  const [finding, ...others] = found('从街巷照明到居民就医，从安全问到邻里往来。');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'lost_char', range: { from: 14, to: 16 }, data: { meant: '题' },
    evidence: [{ id: 'check.lost.series', data: { others: '街巷照明、居民就医、邻里往来', read: '安全问', meant: '安全问题', length: 4 } }],
    suggestions: [{ kind: 'replaceText', from: 15, to: 15, put: { text: '题' } }],
  });
});

describe('nothing is said', () => {
  test.each([
    ['of what is in order', PAGES[0]!],
    ['of a character that would stand twice', '渡船刚开门。'],
    ['where it makes no better words', '县委员开会。'],
    ['inside a name in a credit', '本报讯（记者 口管所）通航。'],
  ])('%s', (_, text) => expect(found(text)).toEqual([]));

  test('of what stands elsewhere too', () => expect(found('清河渡口管所今天通航。', true, ['渡口管所说。'])).toEqual([]));

  test('where nothing is known of the language', () => expect(found('清河渡口管所今天通航。', false)).toEqual([]));
});
