import { describe, expect } from 'vitest';
import { CHESS, CRANES, page } from './testing/neighbours.ts';
import { found, taught, truncated } from './testing/split-lesson.ts';
import { traits } from './testing/traits.ts';

const WELDER = (end: string) => `=
h 焊工学校来了一位女徒弟
b 本报讯（记者 纪小北）船厂焊工学校今年招收的六十名徒弟里，有一位十九岁的女孩，名叫向阳红，她的父亲也是这里毕业的焊工。
b 开学第一天，师傅让徒弟们把一根焊条夹稳，平端十分钟。向阳红端了十二分钟，放下来的时候胳膊一直在抖，${end}`;

const LAST = '师傅看了看';

describe('an article that stops in mid-sentence', () => {
  traits([
    ['after a word', page(CRANES, CHESS, WELDER('师傅把自己用了二十年的那副帆布手套递给她，说这副手套烧穿过三次，补过三次，戴~~惯了就合手。~~'))],
    ['after a comma', page(CRANES, CHESS, WELDER('师傅把自己用了二十年的那副帆布手套递给她，~~一句话也没有说。~~'))],
    ['inside a quotation', page(CRANES, CHESS, WELDER('师傅把自己用了二十年的那副帆布手套递给她，说：“戴上。手稳了，焊~~缝就稳了。”~~'))],
    ['above other articles', page(CRANES, WELDER('师傅把自己用了二十年的那副帆布手套递给她，说这副手套烧穿过三次，补过三次，戴~~惯了就合手。~~'), CHESS)],
  ], (lesson) => {
    expect(found(lesson)).toEqual(taught(lesson));
    expect(truncated(lesson)).toEqual(['开学第一天，师傅']);
  });
});

describe('an article that is complete', () => {
  traits([
    ['ends in a full stop', page(CRANES, CHESS, WELDER(`${LAST}，点了点头。`))],
    ['ends in a quotation', page(CRANES, CHESS, WELDER(`${LAST}，说：“成了。”`))],
    ['ends in a quotation whose full stop stands outside', page(CRANES, CHESS, WELDER(`${LAST}，把她的名字从“试读”改成了“正式”。`))],
    ['ends in dots of omission', page(CRANES, CHESS, WELDER(`${LAST}，想起二十年前也有一个人这样端过，也是这样抖……`))],
    ['ends in a name in brackets', page(CRANES, CHESS, WELDER(`${LAST}，点了点头。（纪小北）`))],
    ['ends in a question', page(CRANES, CHESS, WELDER(`${LAST}，问：“疼不疼？”`))],
    ['goes on in the next column', page(CRANES, WELDER('师傅把自己用了二十年的那副帆布手|套递给她，一句话也没有说。'), CHESS)],
    ['ends in a list without full stops', page(CRANES, WELDER('师傅点了点头。'), '=\nh 焊工学校夏季课表\nb 周一 平焊 一号工棚\nb 周三 立焊 二号工棚\nb 周五 仰焊 三号工棚')],
  ], (lesson) => expect(truncated(lesson)).toEqual([]));
});
