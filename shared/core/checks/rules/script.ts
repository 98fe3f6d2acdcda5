import type { Check, Found } from '../check.ts';
import { mended } from '../check.ts';
import { inItsWords } from '../in-general.ts';
import { rangeIn } from '../passage-text.ts';
import { counterpartOf, scriptOf, writtenIn } from '../scripts.ts';

const QUOTED = 0.34; // a passage with a greater share of the other script, and some such characters, is in that script: a poem, a letter, an inscription
const SOME = 3;
const SET_APART = /[“‘「『《〈]([^“”‘’「」『』《》〈〉]*)$/u;
const CLOSED = /^[^“”‘’「」『』《》〈〉]*[”’」』》〉]/u;
const FEW = 2; // characters of the other script that make what stands between marks a quotation

/** The commonest surnames, one character each: what follows within two characters may be a given name, in which forms are kept. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝 張劉陳楊黃趙吳孫馬鄭羅謝許韓馮鄧蕭葉蘇魏呂盧鍾譚陸賈韋鄒秦閻龍賀顧龔萬錢嚴覃湯';
const NAMED = new RegExp(`[${SURNAMES.replace(' ', '')}]\\p{Script=Han}?$`, 'u');

/** Characters of the script that the page is not set in. */
export const script: Check = {
  id: 'script',
  kind: 'confusion',
  inGeneral: { what: 'spelling', about: inItsWords },
  check({ source, passage, text: reading }) {
    const page = scriptOf(source);
    if (page === null) return [];
    const { text } = reading;
    const other = page === 'simplified' ? 'traditional' : 'simplified';
    const strays = writtenIn(other, text);
    if (strays.length === 0 || (strays.length >= SOME && strays.length > QUOTED * (strays.length + writtenIn(page, text).length))) return [];
    return strays.flatMap(({ character, at }): readonly Found[] => {
      const before = text.slice(0, at);
      const inside = SET_APART.exec(before)?.[1];
      if (inside !== undefined && writtenIn(other, inside + character + (CLOSED.exec(text.slice(at + 1))?.[0] ?? '')).length >= FEW) return [];
      if (NAMED.test(before)) return [];
      const likely = counterpartOf(other, character);
      const range = rangeIn(reading, at, at + 1);
      return [{
        range, messageId: likely === '' ? `check.script.${other}-form` : `check.script.${other}`, data: { character, likely }, probability: 0.88, evidence: [],
        suggestions: likely === '' ? [] : [{ kind: 'replaceText', passage, ...range, put: { text: likely, why: mended('script') } }],
      }];
    });
  },
};
