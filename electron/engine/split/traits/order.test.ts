import { describe } from 'vitest';
import { CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { traits } from './testing/traits.ts';

const TEA = (rest: string) => `=
h 茶馆里的评书又响起来了
b 本报讯（记者 商陆）停了六年的鼓楼茶馆评书昨晚重新开场，七十四岁的说书人连阔海把醒木一拍，满堂茶客放下了手里的茶碗。
${rest}
b 茶馆老板说，评书每周说三晚，茶钱照旧，听书不另外收钱。`;

const TALE = '连阔海这一回说的是本地的治水故事，他在台上用一把折扇当过桨、当过锹、当过县官的惊堂木，说到大水漫过城墙的那一夜，台下有个孩子吓得钻进了桌子底下，连阔海收住扇子，';
const TALE_END = '笑着说别怕，水退了，你太爷爷就是那一夜出生的。满堂茶客听到这里都笑起来，有人往台上扔了一朵纸花，连阔海弯腰捡起，插在自己的茶壶嘴上。';

const KITES = (first: string, rest: string) => `=
h 风筝厂老厂房改成风洞教室
b 本报讯（记者 雁南）城南风筝厂的老厂房日前改成了一间风洞教室，孩子们把自己扎的风筝放进风洞，看它怎样在风里站住。
${first}
${rest}`;

const WIND = '风洞是厂里的退休工程师用十六台旧风扇拼成的，风速从一级到六级，转动一个旋钮就能调。他在风洞的玻璃上画了格子，风筝抖一抖，孩子们就把抖动的格数记在本子上，再回去改';
const WIND_END = '竹篾的粗细和提线的长短。开馆半个月，已有四百多个孩子来试过风筝，最受欢迎的是一只用旧报纸糊的蜈蚣，它在六级风里整整站了五分钟。';

const TALE_TO_WORD = '连阔海这一回说的是本地的治水故事，折扇在他手里当过桨、当过锹、当过惊堂木。说到大水漫过城墙的那一夜，台下有个孩子吓得钻进了桌子底下，茶客都回头看，台上说评';
const TALE_FROM_WORD = '书的人收住折扇，对着桌子底下说别怕，水退了，你太爷爷就是那一夜出生的。茶客都笑起来，有人往台上扔了一朵纸花，连阔海把它插在茶壶嘴上。';
const TOLD = TEA(`b ${TALE_TO_WORD}\nb+#tail ${TALE_FROM_WORD}`).replace(/\nb 茶馆老板.*$/, '');
const KITE_DAYS = 'b 开馆半个月，已有四百多个孩子来试过风筝，最受欢迎的是一只旧报纸糊的蜈蚣，在六级风里站了五分钟。';

const QUOTED = '连阔海这一回说的是本地的治水故事，说到大水漫过城墙的那一夜，台下有个孩子吓得钻进了桌子底下，连阔海收住扇子，对着桌子底下说：“别怕，孩子，大水早就退';
const QUOTED_END = '了，你太爷爷就是那一夜出生的。”满堂茶客都笑起来，有人往台上扔了一朵纸花，连阔海弯腰捡起，插在自己的茶壶嘴上。';
const SEATS = '昨晚来的大多是老茶客，也有二十来个年轻人，他们没有座位，就坐在楼梯上听，从二楼的栏杆一直坐到门口的水缸边。';
const STOVE = '灶上的两把铜壶是当年留下来的，壶底补过三回，伙计提着它们在桌子之间穿来穿去，一滴水也没有洒出来。';

describe('blocks in the wrong place', () => {
  traits([
    ['the tail of an article below the next', page(CRANES, TOLD, KITES(`b ${WIND}提线。`, `${KITE_DAYS}\n>#tail`), SNOW, CHESS)],
    [
      'the rest of a paragraph two paragraphs on in its article',
      page(CRANES, TEA(`b ${QUOTED}\nb+#rest ${QUOTED_END}\nb ${SEATS}\nb ${STOVE}\n>#rest`), SNOW, CHESS),
    ],
  ]);
});

describe('no columns in each other', () => {
  traits([
    ['two complete articles', page(CRANES, TEA(`b ${TALE}${TALE_END}`), KITES(`b ${WIND}${WIND_END}`, 'b 教室周末免费开放，材料自带。'), SNOW)],
    ['a paragraph cut by a picture', page(CRANES, TEA(`b ${TALE}\n\n\nc 图为连阔海在台上说书。\nr 商陆摄\nb+ ${TALE_END}`), CHESS, SNOW)],
    ['an article that breaks off, and complete ones below', page(CRANES, TEA(`b ${TALE}~~笑着说别怕。~~`).replace(/\nb 茶馆老板.*$/, ''), CHESS, SNOW)],
    ['two articles each with a paragraph that a column cut', page(CRANES, TEA(`b ${TALE}|${TALE_END}`), KITES(`b ${WIND}|${WIND_END}`, 'b 教室周末免费开放，材料自带。'), SNOW)],
  ]);
});
