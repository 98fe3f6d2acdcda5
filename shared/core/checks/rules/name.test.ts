import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { smallLanguage } from '../../testing/small-language.ts';
import { languageOn } from '../language.ts';
import { findingsIn } from '../run.ts';

const ODD = '本报讯（记者 方末晴）渡口今天通航。';
const PAGES = [...Array.from({ length: 8 }, (_, day) => `本报讯（记者 方未晴）${day}日通航。`), ODD];
const archive = smallLanguage('渡口 10', PAGES, { 末: '未', 未: '末' });

const found = (text: string, isKnown = true) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], isKnown ? languageOn(source, archive, 1) : null).filter(({ check }) => check === 'name');
};

test('a credited name that the archive spells otherwise is told, with how often it stands so and so', () => {
  expect(found(ODD)).toMatchObject([{
    kind: 'name_variant', range: { from: 8, to: 9 },
    evidence: [{ id: 'check.name.evidence', data: { meant: '方未晴', meantTimes: 8, meantPages: 8, read: '方末晴', readTimes: 1, readPages: 1 } }],
    suggestions: [{ put: { text: '未' } }],
  }]);
});

test('the usual spelling is left alone, and where nothing is known of the archive nothing is said', () => {
  expect(found(PAGES[0]!)).toEqual([]);
  expect(found(ODD, false)).toEqual([]);
});
