/** Picks one of several things; the same seed picks the same ones. */
export type Pick = <Item>(items: readonly Item[]) => Item;

/** Picks by a small generator of pseudo-random numbers (mulberry32). */
export function pickFrom(seed: number): Pick {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (items) => items[Math.floor(random() * items.length)]!;
}

const words = (text: string): readonly string[] => text.split(' ');

const SURNAMES = words('何 周 田 苏 罗 秦 方 韩 任 宁 陶 邵 龚 冯 袁 毕 万 祝 季 童');
const GIVEN = words('青 允之 禾 敏 川江 越 小舟 松年 半夏 明远 家和 秋白 一鸣 若水 长庚 素 立群 望舒 晓梅 德昌');
const PLACES = words('南岸 北桥 东渡 西塘 上湾 下洲 前坪 后埠 石坝 柳堤 青圩 白浦 竹港 枫溪 荷塘 菱湖 桑园 杏林 松岭 梅坞');
const UNITS = words('街道 社区 居委会 供水所 文化站 卫生院 中心小学 老年学堂 农机站 渔业队 气象站 图书馆 车队 菜市场 果园 粮站');
const THINGS = words('渡船 书屋 石桥 水塔 戏台 茶铺 路灯 电梯 水渠 食堂 球场 药箱 谷仓 长廊 码头 公交站 晒场 步道 暖棚 夜校');
const VERBS = words('修好 添置 翻新 腾出 搭起 清理 试用 登记 试种 巡查 测量 移栽 借出 打通 改装 加固');
const WHEN = words('今天清早 昨天傍晚 上个月 入夏以来 这几天 赶集那天 开春之后 雨停以后 前天中午 半年多来');
const COUNTS = words('三处 五间 十二盏 四十多米 两百来斤 七户人家 三十张桌子 六条线 九个班 一百零八件');
const FEELINGS = words('心里踏实 省了不少力气 觉得新鲜 松了一口气 少走许多弯路 等了好多年 图个方便 舍不得走');
const NOUNS = words('办法 日子 账目 钥匙 脚步 名单 图纸 水位 收成 手艺 邻里 规矩 家底 课本 票价 工期');
const ENDS = words('管事的人说，往后逢单日都开 大家商量以后，决定先试一个月 老人们讲，多少年没有这样的事了 剩下的几处，打算入冬以前做完 谁家有难处，到门口的本子上写一笔就行 看热闹的人站了一圈，谁也没有先走');

const person = (pick: Pick): string => pick(SURNAMES) + pick(GIVEN);

type Sentence = (pick: Pick) => string;

const SENTENCES: readonly Sentence[] = [
  (pick) => `${pick(WHEN)}，${pick(PLACES)}${pick(UNITS)}${pick(VERBS)}了${pick(THINGS)}，一共${pick(COUNTS)}。`,
  (pick) => `住在${pick(PLACES)}的${person(pick)}算过一笔账，${pick(VERBS)}一回要用${pick(COUNTS)}，${pick(THINGS)}倒是${pick(FEELINGS)}。`,
  (pick) => `“${pick(THINGS)}离家近了，${pick(FEELINGS)}。”${person(pick)}一边说，一边把${pick(NOUNS)}收进抽屉。`,
  (pick) => `${pick(UNITS)}的${person(pick)}告诉记者，${pick(NOUNS)}还没有定下来，${pick(ENDS)}。`,
  (pick) => `从${pick(PLACES)}到${pick(PLACES)}，原先要绕过${pick(THINGS)}，如今${pick(VERBS)}了${pick(COUNTS)}，路上的人${pick(FEELINGS)}。`,
  (pick) => `${pick(ENDS)}；${pick(PLACES)}那边的${pick(THINGS)}，也要照这个${pick(NOUNS)}来。`,
  (pick) => `${person(pick)}和${person(pick)}轮流值班，${pick(WHEN)}${pick(VERBS)}${pick(THINGS)}，记下${pick(NOUNS)}和${pick(NOUNS)}。`,
  (pick) => `至于${pick(NOUNS)}，${pick(PLACES)}${pick(UNITS)}贴出了告示：${pick(THINGS)}先让给${pick(COUNTS)}用，${pick(ENDS)}。`,
];

/** Faults as a scanner makes them, which checks find: a half-width comma, a mark twice, a quotation that is not closed. */
const FAULTS: readonly ((sentence: string) => string)[] = [(text) => text.replace('，', ','), (text) => text.replace('，', '，，'), (text) => text.replace('”', '')];

/** A paragraph of so many sentences; one sentence in `clean` + 1 has a fault. */
export function paragraph(pick: Pick, sentences: number, clean: number): string {
  const faulty = [...Array.from({ length: clean }, () => false), true];
  return Array.from({ length: sentences }, () => {
    const sentence = pick(SENTENCES)(pick);
    return pick(faulty) ? pick(FAULTS)(sentence) : sentence;
  }).join('');
}

export const headline = (pick: Pick): string => `${pick(PLACES)}${pick(VERBS)}${pick(COUNTS)}${pick(THINGS)} ${pick(UNITS)}${pick(FEELINGS)}`;
export const kicker = (pick: Pick): string => `${pick(PLACES)}${pick(UNITS)}`;
export const subtitle = (pick: Pick): string => `——${pick(PLACES)}${pick(THINGS)}的${pick(NOUNS)}与${pick(NOUNS)}`;
export const subhead = (pick: Pick): string => `${pick(NOUNS)}里的${pick(THINGS)}`;
export const byline = (pick: Pick): string => `本报记者 ${person(pick)}`;
export const dispatch = (pick: Pick): string => `本报讯（记者 ${person(pick)}）`;
export const caption = (pick: Pick): string => `${pick(WHEN)}，${person(pick)}在${pick(PLACES)}${pick(VERBS)}${pick(THINGS)}。`;
export const credit = (pick: Pick): string => `${person(pick)}摄`;
