/**
 * Articles that stand above and below what a fixture shows, in the notation of resources/lessons/README.md. Complete, each with a headline of its own.
 */
export const CRANES = `=
h 南湖湿地迎来首批灰鹤
b 本报讯（记者 闻一鸣）十月十二日清晨，南湖湿地的巡护员在芦苇深处发现了四十多只灰鹤，这是今秋抵达的第一批。
b 巡护站已在湖心滩投放玉米两千斤，并封闭了离夜栖地最近的一条木栈道，游客可以在东岸的观鸟屋里隔水观看。`;

export const BAKERY = `=
h 老面包房搬进旧邮局
b 本报讯（记者 柏青）开了四十年的荣记面包房昨天搬进解放桥头的旧邮局，第一炉枕头面包不到半小时就卖完了。
b 店主荣家骏说，邮局的柜台一块木板也没有拆，从前寄信的窗口如今用来递热面包，投信口留着，给孩子们塞画。`;

export const SNOW = `=
h 山区三条公路雪后恢复通车
b 本报讯（记者 车万里）受降雪影响中断两天的石门、白岭、乌溪三条县道昨天中午全部恢复通车，滞留的一百二十辆货车陆续下山。
b 养路工人连夜撒盐四十吨，在十一处陡坡铺上草垫。县公路站提醒过往司机备好防滑链，夜间尽量不走乌溪段。`;

export const CHESS = `=
h 九旬老人夺得社区象棋赛冠军
b 本报讯（通讯员 马知途）在前天结束的柳荫社区象棋赛上，九十一岁的退休钳工车有光连胜七局，捧走了冠军奖杯。
b 决赛下了两个半小时，对手是二十三岁的大学生。车有光赢棋之后说的第一句话是，年轻人让着我，明年再来。`;

/** A page of what is given, top to bottom. */
export const page = (...parts: readonly string[]): string => parts.join('\n');
