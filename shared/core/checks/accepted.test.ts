import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { smallLanguage } from '../testing/small-language.ts';
import { NOTHING_ACCEPTED, acceptedAt, acceptedOf, tidyAccepted } from './accepted.ts';
import type { AcceptedText } from './accepted.ts';
import { languageOn } from './language.ts';
import { findingsIn, openFindings, sortFindings, wordingFound } from './run.ts';

const ARCHIVE = smallLanguage('渡口 900\n恢复 800\n今天 900\n清河 600\n渡 50\n口 80\n日 200\n曰 1', ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡口又开了。'], { 曰: '日口' });

/** The wordings by which what a text's findings are about could be accepted, by their checks. */
function wordings(text: string, known = false): readonly string[] {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], known ? () => languageOn(source, ARCHIVE, 0) : null).map((finding) => {
    const wording = wordingFound(source, articles[0]!.passages[0]!, finding);
    return wording ? `${finding.check} → ${wording.check || 'all'} ${wording.text}` : `${finding.check} → here`;
  });
}

test.each<readonly [string, readonly string[]]>([
  ['会议由王海,主持。', ['half-width → half-width 海,主']],
  ['工程2O24年完工。', ['digits → digits 程2O24年']],
  ['这是他的的。', ['doubled → doubled 他的的']],
  ['2023年2月30日开会。', ['impossible → impossible 2023年2月30日']],
  ['他说：“好。', ['pairs → here']],
])('%s is accepted by its wording', (text, expected) => {
  expect(wordings(text)).toEqual(expected);
});

test('a look-alike is accepted as a spelling, which holds for all checks', () => {
  expect(wordings('清河渡曰今天恢复通航。', true)).toEqual(['look-alike → all 渡曰今']);
  expect(wordings('今天，清河渡曰，恢复通航。', true)).toEqual(['look-alike → all 河渡曰']); // never two characters
});

const at = (list: readonly AcceptedText[], check: string, text: string, mark: string) => {
  const from = text.indexOf(mark);
  return acceptedAt(acceptedOf(list), check, text, from, from + mark.length)?.text ?? null;
};

test('a wording quiets what lies in it, wherever that stands in it, and nothing that reaches out of it', () => {
  const list = [{ check: '', text: '渡曰今' }];
  expect(at(list, 'look-alike', '清河渡曰今天', '曰')).toBe('渡曰今');
  expect(at(list, 'look-alike', '渡曰今', '渡')).toBe('渡曰今');
  expect(at(list, 'look-alike', '清河渡曰今', '今')).toBe('渡曰今');
  expect(at(list, 'look-alike', '清河渡曰今天', '今天')).toBeNull();
  expect(at(list, 'look-alike', '渡曰明', '曰')).toBeNull();
  expect(at(list, 'look-alike', '河口渡曰今', '口')).toBeNull();
  expect(at([], 'look-alike', '渡曰今', '曰')).toBeNull();
});

test('a wording of one check says nothing to another; of two that hold, the longer one of the check itself is named', () => {
  expect(at([{ check: 'digits', text: '2O24' }], 'stray', '于2O24年', 'O')).toBeNull();
  const both = [{ check: 'digits', text: 'O' }, { check: '', text: '于2O24年' }, { check: 'digits', text: '2O24' }];
  expect(at(both, 'digits', '于2O24年', 'O')).toBe('2O24');
});

test('what is accepted is not open; what quieted it is told, a place at a time', () => {
  const { source, articles } = issueOf('a1 body: 会议由王海,主持。王海,主讲，，', 'a1 body: 王海,主持。');
  const [article] = articles;
  const accepted = acceptedOf([{ check: 'half-width', text: '王海,主' }]);
  const sorted = sortFindings(source, article!, [], new Map(), null, accepted);
  expect(sorted.open.map(({ check }) => check)).toEqual(['doubled']);
  expect(sorted.quieted).toEqual(Array.from({ length: 3 }, () => ({ check: 'half-width', text: '王海,主' })));
  expect(openFindings(source, article!, [], new Map(), null, NOTHING_ACCEPTED)).toHaveLength(4);
  expect(sortFindings(source, { ...article!, status: 'approved' }, [], new Map(), null, accepted)).toEqual({ open: [], quieted: [] });
});

test('what is struck is not read, and does not part a wording', () => {
  const { source, articles } = issueOf('a1 body: 王-[小]海,主持。');
  const accepted = acceptedOf([{ check: '', text: '王海,主' }]);
  expect(openFindings(source, articles[0]!, [], new Map(), null, accepted)).toEqual([]);
});

test('a wording stands in one line and has an end', () => {
  expect(tidyAccepted('  王海\n主持 ')).toBe('王海 主持');
  expect(tidyAccepted(' \u3000 ')).toBeNull();
  expect(tidyAccepted('字'.repeat(61))).toBeNull();
});
