import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { fieldsOf, runInByline } from './fields.ts';

test.each([
  ['本报讯（记者 林知夏）入夏以来', '林知夏'],
  ['本报讯 (记者林知夏 通讯员 周允) 入夏以来', '林知夏 周允'],
  ['本报讯（见习记者 何青、通讯员 方锦）昨日', '何青 方锦'],
  ['清河5月18日电（记者 陈砚）', '陈砚'],
  ['近日，（记者 某）在括号里', ''],
  ['入夏以来，书屋延长开放。', ''],
])('%s', (paragraph, byline) => {
  expect(runInByline(paragraph)).toBe(byline);
});

test('the fields of an article, as emended and as printed', () => {
  const issue = issueOf(
    'a1 kicker: 石桥街道', 'a1 headline: 老旧小区', 'a1 headline: 居民说了算', 'a1 subtitle: ——记一次议事', 'a1 body: 本报讯（记者 周允）装不装-[由]+[，由]大家',
    'a1 caption: 居民在讨论。', 'a1 credit: 周允 摄', 'a1 subhead: 明白账', 'a1 body: 取得一□意见。',
  );
  const article = issue.articles[0]!;
  expect(fieldsOf(issue.source, article, 'emended')).toEqual({
    kicker: '石桥街道', headline: '老旧小区居民说了算', subtitle: '——记一次议事', byline: '周允',
    paragraphs: [{ role: 'body', text: '本报讯（记者 周允）装不装，由大家' }, { role: 'subhead', text: '明白账' }, { role: 'body', text: '取得一□意见。' }],
    captions: ['居民在讨论。'], credits: ['周允 摄'],
  });
  expect(fieldsOf(issue.source, article, 'printed').paragraphs.map(({ text }) => text)).toEqual(['本报讯（记者 周允）装不装由大家', '明白账', '取得一意见。']);
});

test('a byline passage goes before the run-in one', () => {
  const issue = issueOf('a1 headline: 甲', 'a1 byline: 本报记者 何青', 'a1 body: 本报讯（记者 周允）乙');
  expect(fieldsOf(issue.source, issue.articles[0]!, 'emended').byline).toBe('何青');
});
