import { describe, expect, test } from 'vitest';
import { smallEvidence } from '../testing/small-language.ts';
import { lossesInSeries } from './series.ts';

const WORDS = [
  '安全 900', '问题 5000', '问 2000', '题 60', '访问 300', '安 50', '全 50', '街巷 800', '照明 800', '居民 700', '服务 900', '就医 900', '邻里 500', '往来 900', '到 900', '从 900', '道路 500',
  '质量 900', '质 20', '量 20', '标准 700', '规范 700', '化 400', '方式 600', '过程 600', '龙江 80', '镇 300', '村 400', '黑龙江 4000', '高柳 5', '农村 500', '农 90', '生产 500', '也 500', '好 500',
].join('\n');
const told = (text: string) => lossesInSeries(text, smallEvidence(WORDS, [], {})).map(({ at, series }) => ({ at, ...series }));

describe('a phrase that is a character shorter than those beside it', () => {
  test('is told between 从 and 到, with what it is likely to be and with those beside it', () => {
    expect(told('都办了。从街巷照明到居民就医，从安全问到邻里往来，一件件都有着落。')).toEqual([
      { at: 19, others: '街巷照明、居民就医、邻里往来', read: '安全问', meant: '安全问题', length: 4 },
    ]);
  });

  test('is told in a list too, where its words are clearly better', () => {
    expect(told('推行标准规范化、服务规范化、质标准化、过程规范化。')).toEqual([]); // not of one length
    expect(told('服务质量化，服务质化，服务过程化，服务方式化，服务标准化。')).toMatchObject([{ at: 9, read: '服务质化', meant: '服务质量化', length: 5 }]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of two phrases alone', '从安全问到邻里往来。'],
    ['where one of the others is longer still', '从街巷照明服务到居民就医，从安全问到邻里往来。'],
    ['where none is short', '从街巷照明到居民就医，从安全问题到邻里往来。'],
    ['where a phrase that ends a sentence parts them', '从街巷照明到居民就医。从安全问到邻里往来。'],
    ['of a list whose words are hardly better', '居民就医，街巷照明，安全问，邻里往来。'],
    ['of a word that is whole as it is, but a part of a longer one', '居民就医道路，街巷照明道路，高柳镇龙江，邻里往来道路。'],
    ['of what makes no word of a character that stands alone', '居民就医，街巷照明，道路好，邻里往来。'],
  ])('%s', (_, text) => expect(told(text)).toEqual([]));
});
