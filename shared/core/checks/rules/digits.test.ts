import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (text: string) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'digits').map(({ range, messageId, data }) => `${range.from}-${range.to} ${messageId.slice('check.digits.'.length)} ${data['likely']}`);
};

test.each([
  ['在2O24年', ['1-5 letter 2024']],
  ['共1OO人', ['1-4 letter 100']],
  ['有l5名', ['1-3 letter 15']],
  ['增长1O.5%', ['2-6 letter 10.5']],
  ['增长3.O%', ['2-5 letter 3.0']],
  ['电话1l0打来', ['2-5 letter 110']],
  ['２Ｏ人', ['0-2 letter ２０']],
  ['lO月', ['0-2 letter 10']],
  ['至20B4年', ['1-5 letter 2084']],
  ['inf0rmation', ['3-4 zero-in-word o']],
  ['二0二四年', ['1-2 chinese-zero 〇']],
  ['二OO八年', ['1-3 chinese-zero 〇〇']],
  ['二0O八年', ['1-3 chinese-zero 〇〇']],
  ['九O后', ['1-2 chinese-zero 〇']],
  ['二○○八年', ['1-3 circle 〇〇']],
  ['2〇24年', ['1-2 chinese-zero 0']],
  ['共２3人', ['1-3 widths 23']],
  ['长3．5米', ['1-4 widths 3.5']],
  ['2018一2019年', ['4-5 dash —']],
  ['5月一6月', ['2-3 dash —']],
  ['一一记护堤人老周', ['0-2 dash ——']],
  ['这是—个村', ['2-3 one 一']],
  ['统—安排', ['1-2 one 一']],
  ['进—步', ['1-2 one 一']],
  ['第-名', ['1-2 one 一']],
  ['三强之—。', ['3-4 one 一']],
  ['在-[2024]+[2O24]年', ['5-9 letter 2024']],
])('%s has %j', (text, digits) => {
  expect(found(text)).toEqual(digits);
});

test('a zero among Chinese numerals may have been typed so, a letter has not', () => {
  const probabilities = ['二0二四年', '二O二四年', '二0O八年'].map((text) => {
    const { source, articles } = issueOf(`a1 body: ${text}`);
    return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'digits').map(({ probability }) => probability);
  });
  expect(probabilities).toEqual([[0.85], [0.95], [0.95]]);
});

test.each([
  '2024年5月', '5G网络，C7病区，O型血', 'O2浓度', 'H2O', '1.5l水', '牌号为豫QA1O29', 'IL-6', 'U15', '3D', '2B区', 'www.a1O1.example', 'ARJ21飞机',
  '二〇二四年', '二零二四年', '第二〇章', '２３人', '3.5米', '1．加强领导', '１．５米', '之—个', '2018—2019年', '3-5天', '第一名', '北京—昆明', '北京—个旧', '传统—现代',
  '——记护堤人老周', '一一对应', '他一一走访', '看了一一看', '1个一般', '3人一组', '一周一次', '○中心广场○', '第5一页', '5月一过', '平凹—名山', '万-',
])('%s is left alone', (text) => {
  expect(found(text)).toEqual([]);
});
