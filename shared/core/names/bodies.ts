/** What a name is of: a person, an office (any body that acts: an authority, a company, a school, a neighbourhood), or a place. */
export type NameKind = 'person' | 'office' | 'place';

/** An office or a place that a text names, and where (UTF-16 offset of its first character). */
export type Body = { readonly name: string; readonly kind: Exclude<NameKind, 'person'>; readonly at: number };

const words = (list: string): readonly string[] => list.split(' ');

// By what a name ends, longest first. A name has at least two characters before that.
const OFFICES = words('街道办事处 检察院 派出所 公安局 居委会 村委会 委员会 联合会 基金会 合作社 图书馆 博物馆 文化馆 体育馆 纪念馆 展览馆 电视台 出版社 幼儿园 卫生院 研究所 研究院 有限公司 街道办 办公室 街道 社区 公司 集团 大学 学院 中学 小学 医院 法院 分局 支队 大队 协会 学会 商会 报社 日报 晚报 银行 剧院 剧团 科协 文联 妇联 残联 政协 人大 团委 局');
const PLACES = words('自治区 自治州 自治县 开发区 火车站 小区 公园 广场 大街 大道 胡同 水库 大桥 新村 机场 车站 省 市 县 区 镇 乡 村 路 街 巷 桥 湖 河 江 山 岛 寺 庙');
const ENDS: readonly { readonly end: string; readonly kind: Body['kind'] }[] = [...OFFICES.map((end) => ({ end, kind: 'office' as const })), ...PLACES.map((end) => ({ end, kind: 'place' as const }))].toSorted((a, b) => b.end.length - a.end.length);
const byFirst = new Map<string, readonly (typeof ENDS)[number][]>();
for (const one of ENDS) byFirst.set(one.end[0]!, [...(byFirst.get(one.end[0]!) ?? []), one]);

// What an end of one character is no end in: with the character before it, or with the one behind it.
const BEFORE: Readonly<Record<string, string>> = {
  局: '结布格大全时当出开僵棋饭对破邮', 省: '全本各节外该我两反', 市: '城都超上股楼门夜集闹我全本各省县菜牛入该两跳地早花互', 县: '我全本各区市州该两', 区: '社地小景园灾山校辖片市老牧林特战厂库郊专时误禁各全我本该城湖矿新街院生',
  镇: '乡城集重小各全该本', 乡: '城家故老下返回他各全该梦水本离', 村: '农乡山全各本驻进入该困范政然一两出邻渔庄荒', 路: '道公铁思线马出电走一之丝上让开问带引迷领销套来半退同网修归陆理顺赶活后岔筑养绝弯门', 街: '上沿逛过老步各满临扫',
  巷: '街小里大老深背', 桥: '架过搭立天断吊', 湖: '江入平', 河: '江过运山星先治', 江: '过长', 山: '江上下登爬火矿荒大靠深开银金高雪关出进河后', 岛: '海半小群列孤', 寺: '', 庙: '',
};
const BEHIND: Readonly<Record<string, string>> = {
  局: '面部势限', 省: '略心却力钱委会', 市: '民场面容值级直井', 县: '级', 区: '域别间块分划级', 镇: '定静压', 乡: '村镇亲土愁下情音贤间', 村: '镇落', 路: '面灯线程人径途过费况由牌基网上', 街: '头边坊区舞道', 巷: '',
  桥: '梁头接', 湖: '北南水面泊光', 河: '北南流水道床', 江: '西苏南北水湖山', 山: '区水西东林体地顶上脚路坡村里寨海洞药楂谷峰间', 岛: '屿', 寺: '院', 庙: '会',
};

// Before what a name may begin, beside what is no Chinese character: 在…, 到…
const LEAD = /^(?:和(?![平谐睦田县林])|向(?![阳前])|从(?!化)|[在到由与及至赴])/u;
// What is in no name.
const NEVER = /[的了是在和与及或把被将让对为从由等这那其我你他她它并也都就又还很更最着过个们给使做该每各某所以即可能已未不没而且但如若则因此并且到向赴]/u;
// With what no name begins.
const NO_START = /^(?:[一二三四五六七八九十百千万两几多数第首另本全整市省县区村乡镇街路据]|长制|近日|今年|去年|目前|走进|来到|前往|位于|参加|记者|组织|深入|开展|举办|联合|通过|社区|街道|城市|农村|小区)/u;
export const LONGEST = 12;
const LEAST = 2;

/** The offices and places that stand where a name can be seen to begin: behind what is no Chinese character, a preposition, or another of them. */
export function bodiesIn(text: string): readonly Body[] {
  const found: Body[] = [];
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+/gu)) {
    let from = 0;
    for (let at = 0; at < run.length; at += 1) {
      const ending = endAt(run, at);
      if (ending) {
        const next = at + ending.end.length;
        at = next - 1;
        if (endAt(run, next)) continue; // what follows at once and has nothing of its own belongs to the name: 新华街 + 小学
        const name = run.slice(from, next);
        if (name.length - ending.end.length >= LEAST && name.length <= LONGEST && !NEVER.test(name) && !NO_START.test(name)) found.push({ name, kind: ending.kind, at: index + from });
        from = next;
      } else if (LEAD.test(run.slice(at, at + 2))) from = at + 1;
    }
  }
  return found;
}

/** By what a text of Chinese characters ends as a name of an office or a place does, at a place of it; null: by none. */
export function endAt(run: string, at: number): (typeof ENDS)[number] | null {
  if (run[at] !== undefined && run[at] === run[at - 1]) return null; // 大同市市长
  for (const one of byFirst.get(run[at] ?? '') ?? []) {
    if (!run.startsWith(one.end, at)) continue;
    if (one.end.length > 1) return one;
    const [before, behind] = [run[at - 1] ?? '', run[at + 1] ?? ''];
    if ((before !== '' && (BEFORE[one.end] ?? '').includes(before)) || (behind !== '' && (BEHIND[one.end] ?? '').includes(behind))) return null;
    return one;
  }
  return null;
}
