import { describe, expect, it } from 'vitest';
import { type Formula, formulaOf, gluedByline } from './formulas.ts';
import { shapeOf } from './shape.ts';

describe('formulaOf', () => {
  it.each<[Formula, string]>([
    ['dateline', '本报讯（记者 柳一禾）昨日，渡口社区请来老船工，给孩子们讲清河上的旧事。'],
    ['dateline', '新华社青口3月2日电（记者 柳一禾）渡口今天通航。'],
    ['dateline', '据清河晚报消息：渡口今天通航。'],
    ['byline', '本报记者 柳一禾'],
    ['byline', '（作者为清河大学教授）'],
    ['byline', '本报首席记者 柳一禾 通讯员 石磊'],
    ['credit', '柳一禾 摄'],
    ['credit', '资料图片'],
    ['caption', '图为孩子们在渡口听讲。'],
    ['staff', '责编：石磊 版式：柳一禾'],
    ['address', 'www.example.com'],
    ['folio', '2024年5月6日 星期一'],
    ['series', '清河渡口系列报道之三'],
    ['list', '一是加固堤岸。'],
    ['none', '渡口今天通航'],
    ['none', '老船工说，这条河他走了四十年，闭着眼睛也认得每一处浅滩。'],
  ])('%s: %s', (expected, text) => {
    expect(formulaOf(text, shapeOf(text).width)).toBe(expected);
  });
});

// Most blocks are told from these by their first character, or by characters that they lack.
it.each<[Formula, readonly string[]]>([
  ['list', [...[...'一二三四五六七八九十0123456789'].flatMap((n) => [`${n}、加固堤岸`, `（${n}）加固堤岸`, `(${n})加固堤岸`]), '六是加固堤岸', '——加固堤岸', '第七，加固堤岸']],
  ['staff', [...'责编 责任编辑 编辑 版式 校对 美编 视觉 值班 主编 审读 编审'.split(' ').flatMap((what) => [`${what}：石磊`, `本版${what}：石磊`, `本期${what} 石磊`])]],
  ['caption', ['图为渡口', '（图为渡口）', '(图①渡口', '图一 渡口', '图：渡口', '上图 渡口', '下图：渡口', '左图是渡口', '右图是渡口', '图片：渡口', '图1 渡口']],
  [
    'byline',
    [
      ...'记者 通讯员 评论员 观察员 特派员 实习生'.split(' ').map((who) => `${who} 石磊`),
      ...['本报摄影 石磊', '作者：石磊', '（据青口晚报报道）', '文/石磊', '图/文 石磊', '文图：石磊', '策划：石磊', '执笔：石磊', '采写：石磊', '整理：石磊', '撰文：石磊'],
    ],
  ],
])('%s may begin so', (formula, texts) => {
  for (const text of texts) expect([text, formulaOf(text, shapeOf(text).width)]).toEqual([text, formula]);
});

describe('gluedByline', () => {
  it.each([
    ['渡口今天通航。本报记者 柳一禾', '本报记者 柳一禾'],
    ['他说：“河清了，鱼就回来了。”　（本报记者柳一禾、石磊）', '（本报记者柳一禾、石磊）'],
    ['渡口今天通航。（作者为清河大学教授）', '（作者为清河大学教授）'],
  ])('%s ends with %s', (text, byline) => {
    expect(text.slice(gluedByline(text))).toBe(byline);
  });

  it.each(['渡口今天通航。', '他对本报记者说，河清了。', '这是本报记者 柳一禾', '本报记者 柳一禾', ''])('finds none in %j', (text) => {
    expect(gluedByline(text)).toBe(-1);
  });
});
