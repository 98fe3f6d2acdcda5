import { describe, expect } from 'vitest';
import { BAKERY, CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { found } from './testing/split-lesson.ts';
import { traits } from './testing/traits.ts';

const WELL = `b 本报讯（记者 石一方）昨天上午，下河村的第三口机井出水，村民们提着桶赶来，喝上了第一碗不苦的水。
b 下河村地下水含碱量高，祖辈吃水要到十里外的山泉去挑。水利局派出钻井队，换了三处井位，打到三百二十米才见到甜水层。
b 井口盖起了小泵房，全村一百六十户将在入冬前通上自来水。`;

const MUSEUM = `b 县博物馆的新馆建在老粮库里，十二座圆仓改成十二个展厅，最老的一座建于一九五三年。
b 负责改造的工程师说，圆仓的墙厚半米，冬暖夏凉，只在朝南的一面开了窗，光从窗里进来，正好落在展柜上。
b 新馆将在元旦那天开门，头一个月不收门票，观众可以把家里的老物件带来请人看。`;

const ORCHARD = `b 柿子红的时候，坡上村的果农才松了一口气。今年春天倒春寒，村里的桃和杏几乎绝收，全家人一年的指望都在这六百亩柿子上。
b 合作社从九月起就派人跑市场，最后与三家超市签了合同，每斤比去年高出四角，装箱的活也留在村里做。`;

const ORCHARD_MORE = `b 霜降以后，柿子一天一个价。果农学会了分三批采摘，硬柿先走，软柿留给游客，最后一批做柿饼，一个也不浪费。
b 村里的老匠人教大家削皮、晾晒、捏形，院子里挂满了一串一串的柿子，像点着几千盏小灯笼。`;

const OFFICES = `=
k 柳荫镇
h 楼顶种出“共享菜园”
b 本报讯（记者 甘霖）柳荫镇金鱼社区的居民在楼顶铺土种菜，三十二户轮流浇水，收的菜先送给楼里的孤寡老人。
b 社区请农技站的技术员每月上一堂课，教大家用淘米水沤肥，剩菜叶子再也不往楼下扔。
=
k 鼓山街道
h 退休电工修好百盏楼道灯
b 本报讯（通讯员 佘小满）鼓山街道七十岁的退休电工葛长明背着工具包走遍了十一栋楼，半个月里修好一百零四盏楼道灯。
b 葛长明说，灯不亮，老人不敢下楼，他自己也是老人，知道摸黑下楼是什么滋味。
=
k 白塔乡
h 老邻居凑出一间图书角
b 本报讯（记者 甘霖）白塔乡的老邻居们把家里看过的书搬到传达室，凑出一间图书角，借书不登记，只要在本子上写一句读后感。
b 三个月下来，书没有少，本子换了四本。`;

describe('a headline group', () => {
  traits([
    ['of one line', page(CRANES, '=\nh 下河村打出甜水井', WELL, SNOW)],
    ['with an office above', page(CRANES, '=\nk 县水利局\nh 下河村打出甜水井', WELL, SNOW)],
    ['with a dashed subtitle', page(CRANES, '=\nh 粮仓里装下一部县志\nt ——县博物馆新馆见闻', MUSEUM, SNOW)],
    ['with a subtitle without dashes', page(CRANES, '=\nh 下河村打出甜水井\nt 一百六十户村民告别挑水吃的日子', WELL, SNOW)],
    ['of three lines: kicker, headline, subtitle', page(CRANES, '=\nk 县水利局三年帮扶见成效\nh 下河村打出甜水井\nt ——一百六十户村民入冬前通自来水', WELL, SNOW)],
    ['with an office as kicker, item after item', page(OFFICES, SNOW)],
    ['with a series line above', page(CRANES, '=\nk “走进缺水村”系列报道之四\nh 下河村打出甜水井', WELL, SNOW)],
  ]);
});

describe('no headline group', () => {
  traits([
    ['a short first paragraph that is a sentence', page('=\nh 粮仓里装下一部县志\nb 粮仓空了二十年。', MUSEUM, SNOW)],
    ['a body paragraph that begins with dashes', page('=\nh 粮仓里装下一部县志', MUSEUM, 'b ——这一座仓里放着三十七架纺车和一百二十一把锄头，都是从各村收来的，每一把锄头的柄上都刻着主人的名字。', SNOW)],
  ]);
});

describe('a subhead', () => {
  traits([
    ['in a long article', page('=\nh 坡上村的柿子红了', ORCHARD, 's 分三批采摘 一个不浪费', ORCHARD_MORE, SNOW)],
  ]);
});

describe('no subhead', () => {
  traits([
    ['the headline of the next article, after a long one', page('=\nh 坡上村的柿子红了', ORCHARD, ORCHARD_MORE, BAKERY, CHESS)],
    ['a short sentence between paragraphs', page('=\nh 坡上村的柿子红了', ORCHARD, 'b 转机来得很突然。', ORCHARD_MORE, SNOW)],
    ['a short sentence that ends an article', page('=\nh 坡上村的柿子红了', ORCHARD, 'b 霜，落下来了。', SNOW, CHESS)],
  ]);
  traits([
    ['a short text that breaks off in a quotation', page('=\nh 坡上村的柿子红了', ORCHARD, ORCHARD_MORE, 'b 坡下村另想办法，以“青果~~先下、红果后摘”的老规矩分批装车。~~', 'b 农技站的人说，明年开春再来看树，修剪的课先上三天，剪下来的枝条留给村里编筐。', SNOW)],
  ], (lesson) => expect(found(lesson).filter((line) => line.startsWith('subhead'))).toEqual([]));
});
