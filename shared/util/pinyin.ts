// The first character of each syllable (ü written v) among those of GB 2312, as the pinyin order of the Unicode collation has them: which syllable a character
// is read with follows from where it stands between them. Found by a program that compared that order with the readings of pinyin-pro 3.29.
const FIRST =
  'a吖 ai哎 an安 ang肮 ao凹 ba八 bai掰 ban扳 bang邦 bao勹 bei卑 ben奔 beng崩 bi逼 bian边 biao灬 bie憋 bin玢 bing冫 bo拨 bu逋 ca嚓 cai猜 can参 cang仓 cao操 ce册 '
  + 'cen岑 ceng噌 cha叉 chai拆 chan觇 chang伥 chao抄 che车 chen抻 cheng柽 chi吃 chong充 chou抽 chu出 chuai揣 chuan巛 chuang疮 chui吹 chun春 chuo踔 ci呲 '
  + 'cong匆 cou凑 cu粗 cuan汆 cui崔 cun村 cuo搓 da哒 dai呆 dan丹 dang当 dao刀 de得 deng灯 di氐 dia嗲 dian掂 diao刁 die爹 ding丁 diu丢 dong东 dou都 du嘟 duan端 '
  + 'dui堆 dun吨 duo多 e婀 ei诶 en恩 er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fou缶 fu夫 ga旮 gai该 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng庚 gong工 gou勾 gu估 '
  + 'gua瓜 guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咳 han顸 hang夯 hao蒿 he诃 hei黑 hen痕 heng亨 hong轰 hou侯 hu乎 hua花 huai怀 huan欢 huang肓 hui灰 '
  + 'hun昏 huo耠 ji丌 jia加 jian戋 jiang江 jiao艽 jie阶 jin巾 jing京 jiong冂 jiu纠 ju居 juan娟 jue噘 jun军 ka咔 kai开 kan刊 kang康 kao尻 ke苛 ken肯 keng吭 '
  + 'kong空 kou抠 ku刳 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来 lan兰 lang啷 lao捞 le仂 lei雷 leng塄 li哩 lia俩 lian奁 liang良 liao撩 lie咧 '
  + 'lin拎 ling伶 liu溜 long龙 lou娄 lu噜 lv驴 luan娈 lve掠 lun抡 luo罗 ma妈 mai埋 man颟 mang邙 mao猫 me么 mei没 men门 meng虻 mi咪 mian宀 miao喵 mie乜 min民 ming名 '
  + 'miu谬 mo摸 mou哞 mu毪 na拿 nai乃 nan囡 nang囔 nao孬 ne疒 nei馁 nen恁 neng能 ng嗯 ni妮 nian拈 niang娘 niao鸟 nie捏 nin您 ning宁 niu妞 nong农 nou耨 nu奴 nv女 nuan暖 '
  + 'nve疟 nuo挪 o喔 ou讴 pa趴 pai拍 pan潘 pang乓 pao抛 pei呸 pen喷 peng怦 pi丕 pian偏 piao剽 pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 '
  + 'qie且 qin亲 qing青 qiong邛 qiu丘 qu区 quan悛 que炔 qun逡 ran蚺 rang禳 rao娆 re惹 ren人 reng扔 ri日 rong戎 rou柔 ru如 ruan阮 rui蕤 run闰 ruo若 sa仨 sai塞 '
  + 'san三 sang桑 sao搔 se色 sen森 seng僧 sha杀 shai筛 shan山 shang伤 shao捎 she奢 shei谁 shen申 sheng升 shi尸 shou收 shu书 shua刷 shuai衰 shuan闩 shuang双 '
  + 'shui水 shun吮 shuo说 si厶 song忪 sou嗖 su苏 suan狻 sui虽 sun孙 suo唆 ta他 tai胎 tan坍 tang汤 tao涛 te忑 teng疼 ti剔 tian天 tiao佻 tie帖 ting厅 tong通 tou偷 '
  + 'tu凸 tuan湍 tui推 tun吞 tuo乇 wa挖 wai歪 wan弯 wang尢 wei危 wen温 weng翁 wo挝 wu乌 xi夕 xia呷 xian仙 xiang乡 xiao枭 xie些 xin心 xing星 xiong凶 xiu休 xu吁 '
  + 'xuan轩 xue削 xun勋 ya丫 yan恹 yang央 yao幺 ye掖 yi一 yin因 ying应 yo哟 yong佣 you优 yu纡 yuan鸢 yue曰 yun晕 za匝 zai灾 zan糌 zang赃 zao遭 ze则 zei贼 zen怎 '
  + 'zeng增 zha扎 zhai斋 zhan沾 zhang张 zhao钊 zhe蜇 zhen贞 zheng争 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai拽 zhuan专 zhuang妆 zhui隹 zhun肫 zhuo拙 zi孜 '
  + 'zong宗 zou邹 zu租 zuan钻 zui嘴 zun尊 zuo嘬';

// Where a character is read otherwise too in at least three of a thousand of its uses: counted over the words of jieba's list, as the same program reads them.
const MORE =
  '阿e 艾yi 拗niu 扒pa 耙pa 柏bo 膀pang 蚌beng 薄bo 趵bo 呗bai 芘pi 臂bei 扁pian 便pian 杓shao 骠piao 剥bao 蕃fan 擘bai 卜bu 埔pu 簿bo 嚓cha 参shen/cen 伧chen '
  + '藏zang 曾zeng 差chai/ci 镡tan 颤zhan 朝zhao 称chen 乘sheng 晟sheng 澄deng 臭xiu 畜xu 啜chuo 传zhuan 幢zhuang 茈zi 伺si 枞zong 沓ta 大dai 单chan 弹tan '
  + '铛cheng 叨tao 得dei 地di 的di 翟zhai 阽yan 调tiao 铫yao 峒tong 都du 钭tou 囤tun 恶wu 番pan 佛fo 莩piao 镐hao 仡yi 咯luo/ka 给ji 呱gua 谷yu 鹄hu 鹘hu 掴guo '
  + '莞wan 龟qiu/jun 鳜jue 蛤ge 咳ke 嗨hei 还huan 胲gai 貉mo 和huo 圜yuan 会kuai 哕yue 珲hui 丌qi 稽qi 藉jie 荠qi 茄qie 贾gu 犍qian 降xiang 角jue 脚jue 湫qiu '
  + '峤qiao 桔ju 劲jing 颈geng 靓liang 趄qie 咀zui 隽jun 觉jiao 嚼jiao 卡qia 槛jian 壳qiao 吭hang 匮gui 烙luo 乐yue 了liao 嘞le 跞luo 俩liang 潦lao 六lu 偻lv '
  + '碌liu 露lou 捋luo 率shuai 绿lu 埋man 脉mo 蔓wan 氓meng 没mo 糜mei 秘bi 乜nie 黾mian/meng 模mu 抹ma 牟mu 缪miu 哪ne 娜nuo 佴er 呢ni 溺niao '
  + '尿sui 弄long 喔wo 哦e 拚pin 刨bao 陂bei 辟bi 屏bing 泊bo 迫pai 朴po 曝bao 奇ji 俟si 袷jia 铅yan 慊qie 强jiang 郄xi 亲qing 溱zhen 箐jing 蝤you 圈juan 葚shen '
  + '挲suo 塞se 糁shen 刹cha 莎suo 厦xia 嗄a 杉sha 剡yan 裳chang 苕tiao 歙xi 谁shui 什shi 省xing 酾shai 氏zhi 匙chi 似shi 宿xiu 拓tuo 覃qin 樘cheng 荑yi 提di '
  + '沲duo 圩xu 玟min 郗chi 铣xian 虾ha 吓he 纤qian 巷hang 嚣ao 校jiao 行hang 饧tang 荥ying 吁yu 戌qu 削xiao 噱jue 荨qian 轧zha 阏e 芫yuan 钥yue 殷yan 窨xun 於wu '
  + '熨yu 咋ze 攒cuan 扎za 喳cha 柞zuo 栅shan 粘nian 辗nian 长chang 啁zhou 爪zhua 着zhuo/zhao 重chong 著zhuo 椎chui 兹ci 仔zai 楱cou 卒cu 琢zhuo 酢cu';


type Tables = { readonly compare: (a: string, b: string) => number; readonly firsts: readonly string[]; readonly syllables: readonly string[]; readonly more: ReadonlyMap<string, readonly string[]> };

let tables: Tables | null = null;

function tablesNow(): Tables {
  if (tables) return tables;
  const firsts = FIRST.split(' ');
  const others = MORE.split(' ').map((entry): [string, readonly string[]] => [entry.charAt(0), entry.slice(1).split('/')]);
  return tables = { compare: new Intl.Collator('zh-u-co-pinyin').compare, firsts: firsts.map((entry) => entry.slice(-1)), syllables: firsts.map((entry) => entry.slice(0, -1)), more: new Map(others) };
}

const known = new Map<string, readonly string[]>();

/** How a Chinese character is read in pinyin, without tones, ü as v; what it is read with mostly comes first. */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before) return before;
  const { compare, firsts, syllables, more } = tablesNow();
  let [low, high] = [0, firsts.length]; // the last first character that is not behind it
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (compare(firsts[middle]!, character) <= 0) low = middle;
    else high = middle;
  }
  const readings = [syllables[low]!, ...(more.get(character) ?? [])];
  known.set(character, readings);
  return readings;
}

/** What can be typed for each character of a name: the readings of a Chinese one, a letter or digit itself. All else is passed over. */
function typable(name: string): readonly (readonly string[])[] {
  return Array.from(name.toLowerCase()).flatMap((character) => {
    if (/\p{Script=Han}/u.test(character)) return [readingsOf(character)];
    return /[a-z0-9]/.test(character) ? [[character]] : [];
  });
}

/** A syllable as it is typed: whole, or by its initial (`zh` or `z`). */
function waysToType(reading: string): readonly string[] {
  return [reading, ...(reading.length > 1 ? [reading.charAt(0)] : []), ...(/^[zcs]h./.test(reading) ? [reading.slice(0, 2)] : [])];
}

function fitsFrom(names: readonly (readonly string[])[], start: number, typed: string): boolean {
  let ends = new Set([0]); // how much of what was typed the characters so far can be
  for (let at = start; at < names.length && ends.size > 0; at += 1) {
    const next = new Set<number>();
    for (const end of ends) {
      const rest = typed.slice(end);
      for (const reading of names[at]!) {
        if (reading.startsWith(rest)) return true;
        for (const way of waysToType(reading)) if (rest.startsWith(way)) next.add(end + way.length);
      }
    }
    ends = next;
  }
  return ends.has(typed.length);
}

/**
 * Where typed letters are a name's Chinese characters in pinyin: whole syllables (`kexue`), initials (`kx`) or both (`kexj`), the last begun only; spaces and
 * apostrophes do not count. Null: nowhere, or what was typed is no pinyin.
 */
export function fitOfPinyin(name: string, typed: string): 'start' | 'inside' | null {
  const wanted = typed.toLowerCase().replaceAll('ü', 'v').replace(/[\s'’]/g, '');
  if (!/^[a-z][a-z0-9]*$/.test(wanted) || !/\p{Script=Han}/u.test(name)) return null;
  const names = typable(name);
  const start = names.findIndex((_, at) => fitsFrom(names, at, wanted));
  return start < 0 ? null : start === 0 ? 'start' : 'inside';
}
