import { describe } from 'vitest';
import { BAKERY, CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

const CLINIC = `b 本报讯（记者 宁小舟）城东卫生所的老中医任半夏退休以后没有回家，他把药箱搬进社区活动室，每周二、周五上午给街坊看病，不收诊费。
b 两年来，任半夏看过的病人有三千多位，写满了十九本病历。他说，看病一半靠药，一半靠听人把话说完。`;

const ROBOT = `b 本报讯（记者 江小帆）少年宫机器人小组的七名小学生花了三个月，做出一台会捡羽毛球的小车，昨天第一次在体育馆里试跑。
b 小车用旧打印机的马达作动力，轮子是酸奶瓶盖。它在场地里转了二十分钟，捡回五十八只球，撞墙十一次。`;

describe('what belongs to no article', () => {
  traits([
    ['the banner of a column, above a kicker', page('B 邻里故事', '=\nk 金沙街道\nh 药箱搬进活动室', CLINIC, CRANES, SNOW)],
    ['a web address', page(CRANES, '=\nh 药箱搬进活动室', CLINIC, 'F www.example.org', SNOW)],
    ['a hot line', page(CRANES, '=\nh 药箱搬进活动室', CLINIC, 'F 新闻热线：0000-5550123', SNOW)],
    ['the date line and the staff', page('F 2016年5月4日 星期三', CRANES, '=\nh 瓶盖轮子捡球忙', ROBOT, BAKERY, 'F 责任编辑：林可 版式：方正 校对：木子')],
    ['a paragraph that comes twice', page(CRANES, '=\nh 药箱搬进活动室', CLINIC.replace('b 两年', 'b#two 两年'), '*#two', SNOW)],
    ['a paragraph that comes again further down', page('=\nh 药箱搬进活动室', CLINIC.replace('b 两年', 'b#two 两年'), CRANES, '*#two', SNOW)],
    ['a copy with misread characters', page(CRANES, '=\nh 药箱搬进活动室', CLINIC.replace('b 两年', 'b#two 两年'), '*#two 两年来，任半夏看过的病人有三千多位，写满了十九本病{历/厉}。他说，看病一{半/伴}靠药，一半靠听人把话说{完/宗}。', SNOW)],
    ['a headline that comes twice', page('=\nh#head 少年宫七名小学生造出捡球小车', ROBOT, '*#head', CRANES, SNOW)],
  ]);
});

describe('what looks as if it belonged to none', () => {
  traits([
    ['a web address within a sentence', page(CRANES, '=\nh 药箱搬进活动室', CLINIC, 'b 想请任医生看病的居民可以在社区的网站 www.example.org 上预约，也可以直接到活动室排队，老人优先。', SNOW)],
    ['a hot line within a sentence', page(CRANES, '=\nh 瓶盖轮子捡球忙', ROBOT, 'b 小组还在招收新成员，有兴趣的同学可以拨打报名电话0000-5550188，或者周末到少年宫二楼找江老师。', SNOW)],
    ['two paragraphs that begin alike', page('=\nh 城东城西各开一座书屋\nb 城东书屋设在旧车站的候车室里，藏书八千册，每天早上八点开门，晚上九点关门，读者可以自己带茶。\nb 城西书屋设在毛纺厂的老食堂里，藏书五千册，每天中午十二点开门，夜里十一点关门，读者可以借走三本。', CRANES, SNOW)],
    ['two credits that are the same', page('=\nh 少年宫七名小学生造出捡球小车', ROBOT.replace('\nb 小车', '\n\n\nc 小车在体育馆里试跑。\nr 江小帆摄\nb 小车'), '=\nh 药箱搬进活动室', CLINIC.replace('\nb 两年', '\n\n\nc 任半夏在活动室给街坊把脉。\nr 江小帆摄\nb 两年'), SNOW)],
  ]);
});
