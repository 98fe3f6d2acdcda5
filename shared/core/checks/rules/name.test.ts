import { describe, expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { smallLanguage } from '../../testing/small-language.ts';
import { acceptedFor, acceptedOf, wordingOf } from '../accepted.ts';
import type { Finding } from '../check.ts';
import { languageOn } from '../language.ts';
import { passageText } from '../passage-text.ts';
import { findingsIn } from '../run.ts';
import { name } from './name.ts';

const ALIKE = { 末: '未', 未: '末', 攻: '政', 政: '攻', 郡: '都', 都: '郡', 干: '于千', 于: '干', 千: '干', 玉: '王', 王: '玉' };
const many = (times: number, page: string) => Array.from({ length: times }, (_, day) => `${page}\n${day}日`);

/** What is told of the last of an archive's pages: the name as read, as meant, and how often. */
function told(pages: readonly string[], text: string, words = '渡口 10') {
  const archive = smallLanguage(words, [...pages, text], ALIKE);
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], languageOn(source, archive, 1)).filter(({ check }) => check === 'name');
}
const inShort = ({ data, range, suggestions: [first] }: Finding) => `${data['read']} ${data['readTimes']}, ${data['meant']} ${data['meantTimes']} on ${data['meantPages']}; ${range.from} ${first?.kind === 'replaceText' && 'text' in first.put ? first.put.text : ''}`;

const ODD = '本报讯（记者 方末晴）渡口今天通航。';
const CREDITED = many(8, '本报讯（记者 方未晴）通航。');

describe('a name that the archive spells otherwise is told, with how often it stands so and so', () => {
  test.each([
    ['a credit', CREDITED, ODD, '方末晴 1, 方未晴 8 on 8; 8 未'],
    ['an office', many(12, '他在青石民政局上班。青石民政局今天开门。'), '记者从青石民攻局获悉，渡口通航。', '青石民攻局 1, 青石民政局 24 on 12; 6 政'],
    ['a place', many(12, '从于家渡村出发，到于家渡村为止。'), '他在干家渡村等船。', '干家渡村 1, 于家渡村 24 on 12; 2 于'],
    ['a person behind a title', many(12, '县长周都云介绍，通航了。'), '会上，县长周郡云介绍，通航了。', '周郡云 1, 周都云 12 on 12; 6 都'],
    ['a person in running text', many(12, '县长周都云介绍，通航了。'), '后来周郡云也到船上来了。', '周郡云 1, 周都云 12 on 12; 3 都'],
  ])('%s', (_, pages, text, expected) => {
    expect(told(pages, text).map(inShort)).toEqual([expected]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of the usual spelling', [...CREDITED, ODD], CREDITED[0]!],
    ['of a village where many are called so', [...many(6, '在于家村等船。'), ...Array.from('王李张刘陈杨赵黄周', (family) => `在${family}家村等船。在${family}家村等船。`)], '在干家村等船。在干家村等船。'],
    ['of offices that both stand often', [...many(5, '在青石民政局上班。'), ...many(4, '在青石民攻局上班。')], '在青石民攻局上班。'],
    ['of people who stand once each', ['县长周都云介绍，通航了。'], '县长周郡云介绍，通航了。'],
    ['of what stands elsewhere too', [...many(40, '县长周都云介绍，通航了。'), '后来周郡云也到船上来了。'], '后来周郡云也到船上来了。'],
  ])('%s', (_, pages, text) => {
    expect(told(pages, text)).toEqual([]);
  });

  test('of places that the word list knows, both of them', () => {
    const pages = many(14, '从青玉县出发，到青玉县为止。');
    expect(told(pages, '在青王县等船。')).toHaveLength(1);
    expect(told(pages, '在青王县等船。', '青玉县 9\n青王县 9')).toEqual([]);
  });

  test('where nothing is known of the archive', () => {
    const { source, articles } = issueOf(`a1 body: ${ODD}`);
    expect(findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'name')).toEqual([]);
  });
});

test('a name in the archive is accepted as a whole, an office as well as a person', () => {
  const [pages, text] = [many(12, '他在青石民政局上班。青石民政局今天开门。'), '记者从青石民攻局获悉。'];
  const [finding] = told(pages, text);
  const { source, articles } = issueOf(`a1 body: ${text}`);
  const read = passageText(source, articles[0]!.passages[0]!.pieces);
  expect(wordingOf(finding!, name, read)).toEqual({ check: '', text: '青石民攻局' });
  expect(acceptedFor(acceptedOf([{ check: '', text: '青石民攻局' }]), finding!, read)).not.toBeNull();
});
