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
