import { describe } from 'vitest';
import { BAKERY, CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

const BUS = (paragraph: string) => `=
h 末班车为夜校学生晚开十分钟
b 本报讯（记者 易水）从昨晚起，开往河西的二十三路末班车晚开十分钟，等一等刚刚下课的夜校学生。
${paragraph}
b 河西公交公司说，晚开的十分钟暂定试行一个学期，之后视客流再作调整。`;

const DRIVER = '二十三路司机屈小河开了十一年末班车，常常从后视镜里看见有人追着车跑，书包在背上一颠一颠。他向车队提过三次建议，每次都把追车的人数记在小本上，第三次，车队同意了。';
const cutAt = (text: string, where: string) => `b ${text.slice(0, text.indexOf(where) + where.length)}|${text.slice(text.indexOf(where) + where.length)}`;

describe('a paragraph that a column cut', () => {
  traits([
    ['inside a word', page(CRANES, BUS(cutAt(DRIVER, '常常从后视')), SNOW)],
    ['after a word that wants another', page(CRANES, BUS(cutAt(DRIVER, '他向车队提过三次建议，每次都把')), SNOW)],
    ['after a comma', page(CRANES, BUS(cutAt(DRIVER, '看见有人追着车跑，')), SNOW)],
    ['inside a number', page(CRANES, BUS(cutAt('去年一年，二十三路末班车平均每晚载客十一点六人，最多的一晚有四十三人，最少的一晚只有司机自己和一只跟着上车的白猫，夜校下课比末班车晚六分钟。', '最多的一晚有四十')), SNOW)],
    ['inside a name', page(CRANES, BUS(cutAt(DRIVER.replace('他向', '屈小河向'), '一颠一颠。屈小')), SNOW)],
    ['inside a quotation', page(CRANES, BUS(cutAt('夜校学生燕归来说：“以前老师一说下课，我们就像赛跑一样往楼下冲，跑得快的替跑得慢的拦车门，现在终于可以把最后一道题听完了。”', '我们就像赛跑一样往')), SNOW)],
    ['before whose words they are', page(CRANES, BUS('b 车队长葛远山起先不同意，后来自己跟了一个星期的末班车，站在最后一排数追车的人。“不就是十分钟吗，等一等，没有什么大不了的。”|葛远山说。'), SNOW)],
    ['in two places', page(CRANES, BUS(`b ${DRIVER.slice(0, 38)}|${DRIVER.slice(38)}|后来每到夜里十点二十分，屈小河总要把车门多开一会儿，等最后一个学生跑上来，再把灯调暗，慢慢开过河去。`.replace('同意了。|', '同意了，末班车从此晚开十|').replace('|后来', '|分钟。后来')), SNOW)],
    ['with a character lost', page(CRANES, BUS('b 二十三路司机屈小河开了十一年末班车，常常看见夜校的孩子[们]|追着车跑，书包在背上一颠一颠。他向车队提过三次建议，第三次，车队同意了。'), SNOW)],
    ['with a character of a name lost', page(CRANES, BUS('b 河西社区卫生服务站、河西民营经[济]|发展中心和河西职业学校都在末班车的沿线，三家单位的夜班职工也跟着受益，纷纷写信到公交公司道谢。'), SNOW)],
    ['on a page with half-width commas', page(...[CRANES, BUS(cutAt(DRIVER, '常常从后视')), SNOW].map((part) => part.replaceAll('，', ',')))],
  ]);
});

describe('no paragraph that a column cut', () => {
  traits([
    ['a short one that ends in a full stop', page(CRANES, BUS(`b ${DRIVER}\nb 车队有人反对。\nb 反对的人说，末班车晚了，司机回家也晚了，何况早一班的人还要等。屈小河说，等的人手里有灯，追的人脚下没有。`), SNOW)],
    ['one that a question mark ends', page(CRANES, BUS(`b ${DRIVER}\nb 十分钟够不够？\nb 夜校的老师算了一笔账：从教室到站台，走路要七分钟，下楼一分钟，等红灯最多九十秒，还剩下三十秒可以跟门卫道一声晚安。`), SNOW)],
    ['one that ends with a colon before what is listed', page('=\nh 末班车改点\nb 河西公交公司公布改点后的末班车时间：\nb 二十三路：二十二时二十分。\nb 三十一路：二十二时三十五分。\nb 四十路：二十二时五十分。', CHESS, SNOW)],
    ['one that breaks off before another article', page(BUS(`b ${DRIVER}`).replace('之后视客流再作调整。', '之后视客流~~再作调整。~~'), BAKERY, SNOW)],
    ['one that ends in a comma before another article', page(BUS(`b ${DRIVER}`).replace('之后视客流再作调整。', '其间每晚派人在站台数一数候车的学生，并请学校把下课的铃声提前两分钟，~~之后再作调整。~~'), CHESS, CRANES)],
  ]);
});
