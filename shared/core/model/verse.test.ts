import { describe, expect, test } from 'vitest';
import type { Piece } from './piece.ts';
import { readPassage } from './reading.ts';
import { isVerse } from './verse.ts';

const whole = (source: string): readonly Piece[] => [{ kind: 'kept', range: { from: 0, to: source.length } }];
const keeps = (source: string) => isVerse(source, { role: 'body', pieces: whole(source) });

describe('lines that stand for themselves', () => {
  test.each<[string, string]>([
    ['lines of unequal length, with no marks', '雨落在瓦上\n落在去年的伞骨上\n我站在门口\n等一盏灯'],
    ['lines of unequal length, each with a mark', '江边的雾，\n是夜里晾下的旧衣裳。\n船过来，\n把它一件件收走。'],
    ['lines of nearly one length, each with a mark, some of two parts', '采叶要趁露水重，\n水里的影子跟着人动。\n一片叶，一寸青，\n两片叶子包住风。'],
    ['lines of one length, each with a mark', '雨歇青山近，\n潮来小艇轻。\n渔翁收网罢，\n笑说两三声。'],
    ['two verses a line', '雨歇青山近，潮来小艇轻。\n渔翁收网罢，笑说两三声。\n灯火连村起，炊烟伴月生。\n何须寻胜地，此处即蓬瀛。'],
    ['a list of names', '一等奖：\n周望川\n沈若川 裴大勇\n温小棠'],
    ['blanks at the ends of its lines', '　　雨落在瓦上 \r\n　　落在去年的伞骨上\r\n　　我站在门口'],
  ])('%s', (_, source) => expect(keeps(source)).toBe(true));

  test.each<[string, string]>([
    ['a paragraph in a column', '今年全市要疏通管道二百一十公里\n目前做完了七成，遇到老式砖沟，\n机械臂伸不进去，仍要靠人一锹一\n锹往外挖。'],
    ['a paragraph in a column, whose lines end at marks by chance', '汛期将至，清河市排水中心的清，\n换了作息：晚上十点出门，四点。\n看工人们怎样给地下管网做体检。'],
    ['a column a mark narrower here and there', '江边的雾是夜里晾下的旧衣裳\n船过来把它一件件收走又把它\n一件件晾在对岸的竹竿上等\n天亮'],
    ['one line', '雨落在瓦上'],
    ['two lines', '雨落在瓦上\n落在去年的伞骨上'],
    ['long lines', '排水中心提醒沿街商户不要把油污和菜叶扫进雨水口以免堵塞\n市民若见井盖松动\n可打热线'],
    ['lines of Latin letters', 'so much depends\nupon\na red wheel\nbarrow'],
    ['a sentence that ends inside a line', '雨落在瓦上\n落在伞骨上。我站在门口\n等一盏灯'],
  ])('not %s', (_, source) => expect(keeps(source)).toBe(false));
});

const POEM = '雨落在瓦上\n落在去年的伞骨上\n\n我站在门口\n等一盏灯';
const at = (text: string, length = text.length) => ({ from: POEM.indexOf(text), to: POEM.indexOf(text) + length });

test('a body passage is read with its lines, a stack of headings as one', () => {
  expect(readPassage(POEM, { role: 'body', pieces: whole(POEM) }, 'printed')).toBe('雨落在瓦上\n落在去年的伞骨上\n我站在门口\n等一盏灯');
  expect(readPassage(POEM, { role: 'headline', pieces: whole(POEM) }, 'printed')).toBe('雨落在瓦上落在去年的伞骨上我站在门口等一盏灯');
});

test('a verse that two columns parted goes on in a line of its own', () => {
  const pieces: readonly Piece[] = [{ kind: 'kept', range: { from: 0, to: at('伞骨上').to } }, { kind: 'kept', range: { from: at('我站').from, to: POEM.length } }];
  expect(readPassage(POEM, { role: 'body', pieces }, 'emended')).toBe('雨落在瓦上\n落在去年的伞骨上\n我站在门口\n等一盏灯');
});

test('what is corrected does not change what the lines are; a line end that is struck joins two', () => {
  const why = { id: 'human', data: {} } as const;
  const end = at('\n落').from;
  const pieces: readonly Piece[] = [
    { kind: 'kept', range: { from: 0, to: end } },
    { kind: 'struck', range: { from: end, to: end + 1 }, why },
    { kind: 'added', text: '，又', why },
    { kind: 'kept', range: { from: end + 1, to: POEM.length } },
  ];
  expect(readPassage(POEM, { role: 'body', pieces }, 'emended')).toBe('雨落在瓦上，又落在去年的伞骨上\n我站在门口\n等一盏灯');
  expect(readPassage(POEM, { role: 'body', pieces }, 'printed')).toBe('雨落在瓦上\n落在去年的伞骨上\n我站在门口\n等一盏灯');
});
