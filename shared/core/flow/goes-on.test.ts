import { describe, expect, it } from 'vitest';
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { CONTINUITY, continuityOf, numberBin, stubBin } from './continuity.ts';
import { goesOnIn } from './goes-on.ts';

const words: Words = (text) => (text.match(/渡船|河堤|./gsu) ?? []).map((word) => ({ word, tag: 'n' }));
const texts = [
  '老船工章有田开出了第一班渡船，船上坐着四十个人，河堤上站满了来看的居民，章有田说，孩子们过河上学乘渡',
  '船，再也不用绕到上游的石桥。',
  '的人。',
  '渡口去年运了',
  '3860名学生。',
  '“河堤加高了一米，渡船照开。”章有田说，渡口的人都是从堤上走来的，',
  '从前两岸的人隔着河堤喊话，如今坐渡船见面。渡口管理站说，首月免收船费，老人和学生长期免费，章有田和徒弟轮流开船',
];
const page = parsePage(texts.join('\n\n'), { words, archive: countArchive('', texts, words) });
const pairs = texts.flatMap((_, above) => texts.flatMap((__, below) => (above === below ? [] : [[above, below] as const])));

/** Weights of all features, of either sign, so that nothing can be left out of a sum unseen. */
const weightsOf = (seed: number) => Float64Array.from({ length: CONTINUITY.size }, (_, feature) => 2 * Math.sin(seed + feature * 12.9898));

describe('goesOnIn', () => {
  it('withholds nothing that is as much as was asked for, and is never more than it says', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const weights = weightsOf(seed);
      for (const [above, below] of pairs) {
        const exact = continuityOf(page, page.overlap, weights, above, below);
        const { goesOn, most } = goesOnIn(page, weights);
        expect(goesOn(above, below, exact - 1e-6)).toBe(exact);
        expect(most).toBeGreaterThanOrEqual(exact);
      }
    }
  });

  it.each(Object.keys(CONTINUITY.base))('counts %s in what it says to be the most', (group) => {
    const weights = Float64Array.from({ length: CONTINUITY.size }, (_, feature) => (CONTINUITY.groupOf(feature) === group ? 1 : 0));
    const { goesOn, most } = goesOnIn(page, weights);
    for (const [above, below] of pairs) expect(most).toBeGreaterThanOrEqual(goesOn(above, below));
  });
});

describe('what is looked at', () => {
  const named = (group: 'stub' | 'number', place: number) => CONTINUITY.nameOf(CONTINUITY.base[group] + place);

  it('knows the short end of a paragraph', () => {
    expect(page.shapes.map((shape) => named('stub', stubBin(shape)))).toEqual(['stub=open', 'stub=24', 'stub=6', 'stub=open', 'stub=6', 'stub=open', 'stub=open']);
  });

  it.each([
    ['共有3', '860名', 'number=inside'],
    ['共有3860', '名学生', 'number=before-unit'],
    ['共有3860', '，其中', 'number=before-other'],
    ['共有', '3860名', 'number=behind-other'],
    ['共有三千', '八百名', 'number=none'],
  ])('knows where a number meets: %s | %s', (above, below, name) => {
    expect(named('number', numberBin(above, below))).toBe(name);
  });
});
