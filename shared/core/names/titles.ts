/** A person whom a text names behind a title (县长王小明说), and where. */
export type Titled = { readonly name: string; readonly title: string; readonly at: number };

const TITLES = (
  '党委书记 党支部书记 支部书记 党工委书记 县委书记 区委书记 市委书记 省委书记 副书记 书记 副主任 主任 副县长 县长 副区长 区长 副市长 市长 副省长 省长 副镇长 镇长 副乡长 乡长 村支书 村长 '
  + '副局长 局长 副厅长 厅长 副处长 处长 副科长 科长 副所长 所长 副院长 院长 副校长 校长 副会长 会长 副主席 主席 秘书长 副部长 部长 副站长 站长 副队长 大队长 中队长 支队长 队长 教导员 指导员 '
  + '副经理 总经理 经理 副董事长 董事长 理事长 工程师 研究员 教授 副教授 博士 医生 医师 护士长 护士 法官 检察官 律师 馆长 园长 团长 台长 社长 总编辑'
).split(' ').toSorted((a, b) => b.length - a.length);

// The commonest surnames of one character, and those of two.
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邸';
const GIVEN = /\p{Script=Han}/u;
// What a person who was named does next, or what follows a name: nothing of it is in a name.
const NEXT = /^(?:[^\p{Script=Han}]|$|[说在等介告表强指率带主参为对和与及向从到就的是一也还了来去出]|深入|陪同|走进|宣读|讲|致辞|作)/u;
const NO_GIVEN = /[说在等的是和与及了为对就也还们率看当走聊进答某]|女士|先生/u;

/** The people whom titles name. Of whom the title is not behind a name that can be seen to end nothing is said. */
export function titledIn(text: string): readonly Titled[] {
  const found: Titled[] = [];
  const seen = new Set<number>();
  for (const title of TITLES) {
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + title.length)) {
      const start = at + title.length;
      if (seen.has(start) || !SURNAMES.includes(text[start] ?? '\n')) continue;
      const length = [2, 3].find((each) => {
        const given = text.slice(start + 1, start + each);
        return given.length === each - 1 && Array.from(given).every((character) => GIVEN.test(character)) && !NO_GIVEN.test(given) && NEXT.test(text.slice(start + each, start + each + 2));
      });
      if (length === undefined) continue;
      seen.add(start);
      found.push({ name: text.slice(start, start + length), title, at: start });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The title that begins at a place of a text; null for none. */
export const titleAt = (text: string, at: number): string | null => TITLES.find((title) => text.startsWith(title, at)) ?? null;

/** The title that stands right before a place of a text; null for none. */
export const titleBefore = (text: string, at: number): string | null => TITLES.find((title) => text.startsWith(title, at - title.length)) ?? null;

const COMPOUND = /^(?:欧阳|司马|诸葛|上官|司徒|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|端木|呼延|南宫|西门|百里|轩辕)/u;
const NO_PERSON = /[的了到时说稿据看表示着过等摄在是和与及为从上下里这那各每]/u;

/** Whether what a credit names reads as a person's name: by its surname, or at least by nothing that is in none. */
export function readsAsPerson(name: string): boolean {
  if (COMPOUND.test(name)) return true;
  return name.length <= 3 && (SURNAMES.includes(name[0]!) || !NO_PERSON.test(name));
}
