import { describe, expect, it } from 'vitest';
import { CHARACTER_KINDS } from './characters.ts';
import { codesOf } from './codes.ts';
import { FORMULAS } from './formulas.ts';
import { ENDINGS, shapeOf } from './shape.ts';
import { OPENINGS } from './wording.ts';

describe('codes', () => {
  it('are the places of what the shapes name', () => {
    const texts = ['渡口今天恢复通航', '本报讯（记者甲）渡口今天恢复通航，', '的人都来了。', '“来了”', '图为渡口。', '摄影：甲', '2024', '一、渡口', '近日，渡口（', '——', 'Stet'];
    const shapes = texts.map((text) => shapeOf(text));
    const { endings, firsts, formulas, openings } = codesOf(shapes);
    const named = texts.map((_, k) => ({ ending: ENDINGS[endings[k]!], first: CHARACTER_KINDS[firsts[k]!], formula: FORMULAS[formulas[k]!], opening: OPENINGS[openings[k]!] }));
    expect(named).toEqual(shapes.map(({ ending, first, formula, opening }) => ({ ending, first, formula, opening })));
    expect(new Set(formulas).size).toBeGreaterThan(3);
  });
});
