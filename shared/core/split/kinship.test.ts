import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { kinshipIn, usualIn } from './kinship.ts';

const words: Words = (text) => [...text].map((word) => ({ word, tag: 'n' }));

/** Two articles of three blocks, the rest of the first below the second; then a caption. */
const texts = [
  '白鹭村榨油坊重新开门',
  '白鹭村的榨油坊停了十一年，上个月重新开门，榨油的老师傅郝满仓把木槌擦得发亮，第一天就榨出了六十斤菜籽',
  '铁路小学的气象站',
  '铁路小学的学生每天早晨八点到气象站读一次温度，记在墙上的表里，读数由值日生郭小满在广播里念给全校听。',
  '气象站的百叶箱是学生们自己漆的，念读数的值日生一周一换，没有人愿意把这一周让给别人。',
  '油。郝满仓说，榨油坊一年只开两个月，菜籽收完就停，木槌要用桐油养着。',
  '图为榨油坊的木槌。',
];
const page = parsePage(texts.join('\n\n'), { words, archive: countArchive('', texts, words) });
const begins = Uint8Array.from([1, 0, 1, 0, 0, 0, 0]);
const text = Uint8Array.from([0, 1, 0, 1, 1, 1, 0]);
const asPrinted = [0, 1, 2, 3, 4, 5, 6];
const kinship = kinshipIn(page, { order: asPrinted, begins, text }, usualIn(page));

describe('kinship', () => {
  it('speaks for the article whose names a rest shares, and against one whose names a paragraph does not', () => {
    expect(kinship([0, 1, 5, 2, 3, 4, 6], [5])).toBeGreaterThan(1);
    expect(kinship([0, 1, 4, 2, 3, 5, 6], [4])).toBeLessThan(-0.5);
  });

  it('says the same when it is asked again', () => {
    const once = kinship([0, 1, 5, 2, 3, 4, 6], [5]);
    kinship([0, 1, 4, 2, 3, 5, 6], [4]);
    expect(kinship([0, 1, 5, 2, 3, 4, 6], [5])).toBe(once);
  });

  it('says of a run in whatever place what it says when nothing was asked before', () => {
    const move = fc.record({ run: fc.constantFrom<readonly number[]>([3], [4], [5], [4, 5], [3, 4], [5, 6], [1]), to: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const asked = kinshipIn(page, { order: asPrinted, begins, text }, usualIn(page));
        for (const { run, to } of moves) {
          const others = asPrinted.filter((block) => !run.includes(block));
          const order = others.toSpliced(to, 0, ...run);
          expect(asked(order, run)).toBe(kinshipIn(page, { order: asPrinted, begins, text }, usualIn(page))(order, run));
        }
      }),
    );
  });

  it('says nothing of wording where blocks stay in the same company', () => {
    expect(kinship([0, 1, 2, 4, 3, 5, 6], [4])).toBeCloseTo(0, 12);
  });

  it('does not ask for the wording of runs in which an article begins, or without text', () => {
    expect(kinship([2, 3, 4, 5, 0, 1, 6], [2, 3, 4, 5])).toBeLessThan(0);
    expect(kinship([0, 1, 6, 2, 3, 4, 5], [6])).toBeGreaterThan(0);
  });
});
