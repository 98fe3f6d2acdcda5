import { countArchive } from '../parse/archive.ts';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { readIn } from './read-in.ts';
import { rearrange } from './rearrange.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;

/** Knows the few words that these pages are cut in. */
const words: Words = (text) => (text.match(/渡船|图书室|石桥|读者|./gsu) ?? []).map((word) => ({ word, tag: 'n' }));

function orderOf(texts: readonly string[]): readonly number[] {
  const page = parsePage(texts.join('\n\n'), { words, archive: countArchive('', texts, words) });
  const order = texts.map((_, block) => block);
  return rearrange(page, readIn(page, order, model), model).order;
}

const first = [
  '清河渡口今天恢复通航',
  '本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，两岸居民一早赶来看船，老船工章有田开出了第一班渡船。',
  '清河渡口的新渡船能坐四十人，船上备有救生衣和急救箱。章有田说，孩子们过河上学乘渡船，再也不用绕到上游的石',
  '桥。渡口管理站表示，渡船通航首月免收船费，老人和学生乘渡船长期免费，章有田和他的徒弟轮流开船。',
];
const second = [
  '山村图书室添了三千册新书',
  '本报讯（记者 柳一禾）双渠村图书室日前收到三千册新书，由县图书馆和二十多位读者捐赠，村里的孩子放学后有了新去处。',
  '图书室每天下午四点开门，由三位退休教师轮流照看。教师梁月如说，图书室里的孩子们最爱看的是科学画册，捐书的读',
  '者来信说，图书室的书还会年年添，借书的本子已经写满了两本，退休教师们又添了一本。',
];

const others = [
  '章有田开船三十一年，从摇橹开到柴油机，他说今年要教会两个徒弟看水色，水色发暗的地方就有沙洲。',
  '渡口管理站把候船的棚子也翻修了一遍，棚里添了长凳和热水，墙上挂着一张老照片，照片里的清河结着冰。',
];

describe('rearrange', () => {
  it('leaves a page that reads well as it stands', () => {
    expect(orderOf([...first, ...second])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('takes two interleaved articles apart', () => {
    const interleaved = [...first.slice(0, 3), ...second.slice(0, 3), first[3]!, second[3]!];
    expect(orderOf(interleaved)).toEqual([0, 1, 2, 6, 3, 4, 5, 7]);
  });

  it('puts a picture that stands between a text and its rest behind them', () => {
    const picture = ['图为清河渡口的新渡船。', '石磊 摄'];
    expect(orderOf([...first.slice(0, 3), ...picture, first[3]!, ...second])).toEqual([0, 1, 2, 5, 3, 4, 6, 7, 8, 9]);
  });

  it('puts a rest back that stands two paragraphs on in its article', () => {
    const [headline, lead, cut, rest] = first as [string, string, string, string];
    expect(orderOf([headline, lead, cut, ...others, rest])).toEqual([0, 1, 2, 5, 3, 4]);
    expect(orderOf([headline, lead, cut, rest, ...others])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(orderOf([headline, lead, cut, ...others])).toEqual([0, 1, 2, 3, 4]);
  });

  it('puts the few last characters of a paragraph back that stand before it', () => {
    const [headline, lead] = first as [string, string];
    const cut = '渡口管理站的规矩是遇到六级以上的大风停航，去年停了十一天，今年春天又';
    expect(orderOf([headline, lead, '停了两天。', others[1]!, cut, others[0]!])).toEqual([0, 1, 3, 4, 2, 5]);
    expect(orderOf([headline, lead, others[1]!, cut, '停了两天。', others[0]!])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('does nothing to a page that is cut and has no rest', () => {
    expect(orderOf([...first.slice(0, 3), ...second])).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
