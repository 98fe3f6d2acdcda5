import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { smallLanguage } from '../../testing/small-language.ts';
import { languageOn } from '../language.ts';
import { findingsIn } from '../run.ts';

const WORDS = '渡口 900\n恢复 800\n通航 700\n今天 900\n清河 600\n渡 50\n口 80\n日 200\n曰 1';
const PAGES = ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡口又开了。'];
const archive = smallLanguage(WORDS, PAGES, { 曰: '日口', 末: '未' });

const found = (text: string, isKnown = true) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], isKnown ? languageOn(source, archive, 0) : null).filter(({ check }) => check === 'look-alike');
};

test('a character is told in place of which one like it is far likelier, with that one as suggestion', () => {
  const [finding, ...others] = found('清河渡曰今天恢复通航。');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: 'confusion', range: { from: 3, to: 4 }, data: { read: '曰', meant: '口' }, evidence: [{ id: 'check.look-alike.only', data: { meant: '清河渡口', read: '清河渡曰' } }], suggestions: [{ kind: 'replaceText', from: 3, to: 4, put: { text: '口' } }] });
  expect(finding!.probability).toBeGreaterThan(0.5);
});

test('what is in order is left alone, and where nothing is known of the language nothing is said', () => {
  expect(found('清河渡口今天恢复通航。')).toEqual([]);
  expect(found('清河渡曰今天恢复通航。', false)).toEqual([]);
});

test('names in credits are left to the check of names', () => {
  expect(found('本报讯（记者 清河渡曰）今天恢复通航。')).toEqual([]);
});
