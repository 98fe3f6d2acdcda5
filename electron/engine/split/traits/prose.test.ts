import { describe } from 'vitest';
import { CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

describe('text of other kinds', () => {
  traits([
    ['verse of the reader', page('=\nh 等一班渡船\nb 江水把黄昏推到岸上\nb 又慢慢收回去\nb 我的影子很长\nb 一直够到对岸的灯\nb 船还没有来\nb 芦苇替我招了招手\nb 我也朝它招了招手\nb 像送别一个远房的亲戚', CRANES, SNOW)],
    ['a notice', page('=\nh 关于解放桥一带停水的通知\nb 因解放桥至鼓楼一段供水管道改造，定于六月十二日二十二时至次日五时停水，请附近居民和单位提前储水。\nb 恢复供水初期水质可能浑浊，放一会儿即可正常使用。', CRANES, SNOW)],
    [
      'a list of points',
      page('=\nh 高温天气老人出门须知\nb 一、上午十点到下午四点尽量不出门，必须出门时打伞、戴帽，带一瓶温水。\nb 二、衣服要宽大，颜色要浅，少穿化纤料子，袜子也要选透气的。\nb 三、感到头晕、心慌、恶心，立刻到阴凉处坐下，解开领口，喝水，叫人。', CRANES, SNOW),
    ],
    ['briefs of one paragraph', page('=\nh 城东菜场换新磅秤\nb 本报讯 城东菜场的一百二十个摊位昨天全部换上了新磅秤，旧秤当场压成废铁。（辛未）', '=\nh 老桥头书报亭不拆了\nb 本报讯 老桥头的书报亭原定本月拆除，经街坊联名挽留，改为原地翻修，下月重新开门。（壬申）', '=\nh 河西新添两处公厕\nb 本报讯 河西菜市口和船码头各添一处公厕，二十四小时开放，设有无障碍扶手。（辛未）', SNOW)],
  ]);
});
