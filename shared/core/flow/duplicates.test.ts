import { countArchive } from '../parse/archive.ts';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../parse/page.ts';
import { findDuplicates } from './duplicates.ts';

const found = (...texts: readonly string[]) =>
  findDuplicates(parsePage(texts.join('\n\n'), { words: () => [], archive: countArchive('', texts, () => []) })).map(({ block, twin }) => `${block}=${twin}`);

const ferry = '渡口今天通航，老船工天不亮就起来擦船，说这是他四十年里最盼的一天，岸上来了许多人。';
const misread = '渡口今天通航，老船工天不亮就起来檫船，说这是他四十年里最盼的一夭，岸上来了许多人。';
const other = '清河两岸的柳树今年发芽早，护林队修好了去年被水冲坏的木栈道，游人可以一直走到桥头。';

describe('findDuplicates', () => {
  it.each([
    ['a paragraph that comes twice', [ferry, other, ferry], ['2=0']],
    ['one whose second copy is misread', [ferry, other, misread], ['2=0']],
    ['one that comes three times', [ferry, ferry, ferry], ['1=0', '2=0']],
    ['a short line that comes twice', ['渡口今天通航，老船工很高兴', other, '渡口今天通航，老船工很高兴'], ['2=0']],
  ])('finds %s', (_, texts, expected) => {
    expect(found(...texts)).toEqual(expected);
  });

  it.each([
    ['captions', ['图为渡口通航的热闹现场。', other, '图为渡口通航的热闹现场。']],
    ['very short lines', ['清河渡口', other, '清河渡口']],
    ['paragraphs on one subject', [ferry, '渡口今天通航，老船工带着新徒弟走了第一趟，船上坐满了去赶集的乡亲，笑声传出很远。']],
    ['short lines that differ in one character', ['渡口今天通航，老船工很高兴', '渡口明天通航，老船工很高兴']],
  ])('leaves %s alone', (_, texts) => {
    expect(found(...texts)).toEqual([]);
  });
});
