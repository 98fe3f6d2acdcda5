import { describe, expect, it } from 'vitest';
import { CHESS, CRANES, SNOW, page } from './testing/neighbours.ts';
import { found, lessonOf, taught } from './testing/split-lesson.ts';
import { traits } from './testing/traits.ts';

const KILN = `b 龙窑村的老窑昨天重新点火，窑工在窑头摆上三碗米酒，头一碗敬火，第二碗敬土，第三碗敬已经不在的老师傅。
b 这座窑长四十二米，依山而建，一次能装八千件坛坛罐罐。火从窑头烧到窑尾，要两天两夜，全凭窑工看火色添柴。`;

const KILN_END = '三天以后开窑，村里的小学要带孩子们来看，窑工说，先让他们摸一摸坛子的热。';

const NIGHT = `b 晚上八点，轻工夜市的灯一齐亮起来，卖馄饨的老姜照例把第一碗端给对面扫街的环卫工，这个规矩他守了十五年。
b 环卫工吃完，把碗洗干净，放回摊上，再把老姜的摊位前后扫一遍，这个规矩他也守了十五年。`;

describe('a byline', () => {
  traits([
    ['run into the first paragraph', page(CRANES, '=\nh 老窑重新点火', KILN.replace('b 龙窑村', 'b 本报讯（记者 谷雨 通讯员 汪海）龙窑村'), SNOW)],
    ['on a line of its own before the body', page(CRANES, '=\nh 老窑重新点火\ny 本报记者 谷雨', KILN, SNOW)],
    ['on a line of its own after the body', page(CRANES, '=\nh 老窑重新点火', KILN, 'y 本报记者 谷雨', SNOW)],
    ['in brackets after the body', page(CRANES, '=\nh 老窑重新点火', KILN, 'y （本报记者 谷雨）', SNOW)],
    ['of two people after the body', page('=\nh 一碗馄饨的规矩', NIGHT, 'y 本报记者 谷雨 通讯员 汪海', SNOW, CHESS)],
    ['that names the author’s office', page(CRANES, '=\nh 老窑重新点火', KILN, 'y （作者单位：市陶瓷研究所）', SNOW)],
    ['in brackets as part of the last paragraph’s text', page(CRANES, '=\nh 老窑重新点火', KILN, `b ${KILN_END}（谷雨）`, SNOW)],
  ]);

  it.each([
    ['本报记者 谷雨', '本报记者谷雨'],
    ['（本报记者 谷雨）', '（本报记者谷雨）'],
    [' 本报记者 谷雨 通讯员 汪海', '本报记者谷雨通讯'],
  ])('glued to the end of the last paragraph: %s', (byline, beginning) => {
    const lesson = lessonOf(page(CRANES, '=\nh 老窑重新点火', KILN, `b ${KILN_END}${byline}`, SNOW));
    const at = taught(lesson).indexOf('body 三天以后开窑，村');
    expect(found(lesson)).toEqual(taught(lesson).toSpliced(at + 1, 0, `byline ${beginning}`));
  });
});

describe('no byline', () => {
  traits([
    ['a sentence that begins with 记者', page(CRANES, '=\nh 老窑重新点火', KILN, 'b 记者在窑口看到，火苗已经由红转白。', `b ${KILN_END}`, SNOW)],
    ['a paragraph that names the reporter in its middle', page(CRANES, '=\nh 一碗馄饨的规矩', NIGHT, 'b 第二天，本报记者谷雨又去了夜市，老姜不在，摊前贴着一张纸条，写着今天去医院复查，馄饨在对面老赵家，已经付过钱了。', SNOW)],
    ['a quotation whose last word is a name', page(CRANES, '=\nh 老窑重新点火', KILN, 'b 窑头的石碑上刻着每一代掌火师傅的名字，最后一个刻得最浅，那是三十年前封窑时刻下的：“末任掌火，谷雨生。”', SNOW)],
  ]);
});
