import { articleId, passageId } from '../model/ids.ts';
import type { Article, Issue, Passage } from '../model/issue.ts';
import type { Role } from '../model/role.ts';

const PLACES = ['南岸', '北桥', '东渡', '西塘', '上湾', '下洲', '前坪', '后埠', '石坝', '柳堤', '青圩', '白浦'];
const PEOPLE = ['何青', '周允', '田禾', '苏敏', '罗川', '秦越', '方舟', '韩松'];
const THINGS = ['渡船', '书屋', '菜场', '石桥', '水塔', '戏台', '粮站', '茶铺'];
const DEEDS = ['修好了', '开门了', '换了新样子', '排起了队', '添了人手', '办起了夜校', '搬到了河边', '迎来了头一批客人'];
const WHEN = ['今天清早', '昨天傍晚', '上个月', '入夏以来', '这几天', '赶集那天'];
const TAILS = ['大家都说，这样一来方便多了。', '看热闹的人站满了河岸。', '老人们说，多少年没有这样的事了。', '镇上打算明年再添两处。', '管事的说，往后逢单日都开。'];

type Block = { readonly role: Role; readonly text: string; readonly begins: boolean; readonly gap: number };

/**
 * A page of a small paper with ways of its own, made up anew for every number: beside reports as other papers have them stand items whose headlines are whole sentences with a
 * full stop, and whose subheads look as headlines do elsewhere. As an editor would have it: its tree is the truth. Every article is approved.
 */
export function housePage(number: number): Issue {
  const blocks = blocksOf(number);
  let source = '';
  const articles: Article[] = [];
  const aside: Passage[] = [];
  blocks.forEach(({ role, text, begins, gap }) => {
    if (source !== '') source += '\n'.repeat(gap + 1);
    const from = source.length;
    source += text;
    const passage: Passage = { id: passageId(`p-${number}-${from}`), role, pieces: [{ kind: 'kept', range: { from, to: source.length } }] };
    const last = articles.at(-1);
    if (role === 'furniture' || role === 'banner') aside.push(passage);
    else if (begins || last === undefined) articles.push({ id: articleId(`a-${number}-${from}`), status: 'approved', topics: [], note: '', passages: [passage] });
    else articles[articles.length - 1] = { ...last, passages: [...last.passages, passage] };
  });
  return { source, articles, aside };
}

function blocksOf(number: number): readonly Block[] {
  let state = (number + 1) * 48_271;
  const pick = <Item>(items: readonly Item[]): Item => {
    state = (state * 48_271) % 2_147_483_647;
    return items[state % items.length]!;
  };
  const sentence = () => `${pick(PLACES)}的${pick(THINGS)}${pick(WHEN)}${pick(DEEDS)}，${pick(PEOPLE)}一早就赶了过去，${pick(TAILS)}`;
  const paragraph = () => sentence() + sentence();
  const blocks: Block[] = [{ role: 'furniture', text: `第${number + 1}期 乡镇版`, begins: false, gap: 0 }];
  for (let item = pick([3, 4, 5]); item > 0; item -= 1) {
    if (pick([true, false, false])) {
      blocks.push({ role: 'headline', text: `${pick(PLACES)}${pick(THINGS)}${pick(DEEDS)}`, begins: true, gap: 1 });
      blocks.push({ role: 'body', text: `本报讯（记者 ${pick(PEOPLE)}）${paragraph()}`, begins: false, gap: 1 });
      continue;
    }
    blocks.push({ role: 'headline', text: `${pick(PLACES)}的${pick(THINGS)}${pick(DEEDS)}，${pick(TAILS)}`, begins: true, gap: 3 });
    for (let more = pick([1, 2, 2]); more > 0; more -= 1) {
      if (pick([true, false])) blocks.push({ role: 'subhead', text: `${pick(PLACES)}${pick(THINGS)}${pick(DEEDS)}`, begins: false, gap: 1 });
      blocks.push({ role: 'body', text: paragraph(), begins: false, gap: 1 });
    }
  }
  return blocks;
}
