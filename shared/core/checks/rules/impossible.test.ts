import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (text: string) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'impossible').map(({ range, messageId, data }) => `${range.from}-${range.to} ${messageId.slice('check.impossible.'.length)} ${data['likely']}`);
};

test.each([
  ['2月30日开工', ['0-5 day ']],
  ['2023年2月29日', ['0-10 day ']],
  ['从6月31日起', ['1-6 day ']],
  ['13月5日', ['0-5 month ']],
  ['一九八七年二月三十日', ['0-10 day ']],
  ['5日25时抵达', ['2-5 time ']],
  ['14时61分', ['0-6 time ']],
  ['下午3:75开会', ['0-6 time ']],
  ['上午15时', ['0-5 half ']],
  ['2024年5月18日（星期四）', ['13-14 weekday 六']],
  ['2024年5月18日 周一', ['12-13 weekday 六']],
  ['增长3..5%', ['2-7 form 3.5%']],
  ['增长100．.5%', ['2-9 form 100.5%']],
  ['增长1.2.3%', ['2-8 form ']],
  ['占45%%', ['1-5 form 45%']],
  ['2025年至2024年', ['0-11 backwards ']],
  ['2025—2019年', ['0-10 backwards ']],
  ['在-[2]+[3]月3-[1]+[2]日', ['2-8 day ']],
])('%s has %j', (text, impossibles) => {
  expect(found(text)).toEqual(impossibles);
});

test.each([
  '2月29日', '2024年2月29日', '12月31日', '农历2月30日', '二月三十日', '腊月三十', '24时', '历时26时30分', '以98:87获胜', '比分3:75', '上午12时', '早上8点30分',
  '2024年5月18日（星期六）', '2024年5月18日，周六', '2024年5月18日周一至周五', '5月18日（星期一）', '增长3.5%', '100%', '192.168.1.1', '2019—2020年', '2024-25赛季', '从100到50',
  '60分钟', '得了61分', '1998年', '3月15号楼', '1832年5月1日（星期一）', '2025年与2024年', '第13月5日', '用时2时61分', '1.5%—2.5%',
])('%s is left alone', (text) => {
  expect(found(text)).toEqual([]);
});
