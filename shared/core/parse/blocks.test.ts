import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank as isBlankPoint } from '../model/reading.ts';
import { blockText, parseBlocks } from './blocks.ts';
import { isBlank } from './characters.ts';

const texts = (source: string) => parseBlocks(source).map((block) => blockText(source, block));

describe('parseBlocks', () => {
  it.each([
    ['', []],
    [' \n\t\n\u3000\uFEFF\u200B\n', []],
    ['甲', ['甲']],
    ['\n\n甲\n乙\n\n丙\n', ['甲\n乙', '丙']],
    ['甲\r\n\r\n乙\r\n丙', ['甲', '乙\r\n丙']],
    ['甲\r\r乙', ['甲', '乙']],
    ['\u3000\u3000甲乙 \n \n\u200B丙\u200B', ['甲乙', '丙']],
    ['甲\n\u3000\n乙', ['甲', '乙']],
  ])('cuts %j into %j', (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it('counts the blank lines before each block', () => {
    expect(parseBlocks('甲\n\n乙\n\n\n\n丙\n丁').map(({ gap }) => gap)).toEqual([0, 1, 3]);
    expect(parseBlocks('\n\n甲').map(({ gap }) => gap)).toEqual([2]);
  });

  it('cuts alike whatever the lines end with', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', 'a', ' ', '\n', '\n\n', '\u3000', '\u0a0d') }), fc.constantFrom('\r', '\r\n'), (source, end) => {
        const cut = (text: string) => parseBlocks(text).map((block) => ({ text: blockText(text, block).replaceAll(end, '\n'), gap: block.gap }));
        expect(cut(source.replaceAll('\n', end))).toEqual(cut(source));
      }),
    );
  });

  it('covers every character that is not blank, in order, each block beginning and ending with one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '𠮷', 'a', ' ', '\n', '\r', '\r\n', '\u3000', '\u0085', '\u200B', '\uFEFF', '\0') }), (source) => {
        let end = 0;
        for (const { range } of parseBlocks(source)) {
          expect([...source.slice(end, range.from)].every(isBlankPoint)).toBe(true);
          expect(isBlank(source.charCodeAt(range.from)) || isBlank(source.charCodeAt(range.to - 1))).toBe(false);
          end = range.to;
        }
        expect([...source.slice(end)].every(isBlankPoint)).toBe(true);
      }),
    );
  });
});

describe('isBlank', () => {
  it('agrees with the model on every unit', () => {
    const differing: number[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      if (isBlank(unit) !== isBlankPoint(String.fromCharCode(unit))) differing.push(unit);
    }
    expect(differing).toEqual([]);
  });
});
