import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf } from './characters.ts';
import { countGrams } from './grams.ts';
import { overlapOf } from './overlap.ts';
import { postingsOf } from './postings.ts';

const lines = fc.string({ unit: fc.constantFrom(...'渡口通航老船工。，'), maxLength: 24 });

type Section = { readonly list: readonly string[]; readonly window: readonly string[] };

/** Asks for the shares of sections that stand behind each other; `turned`: they are read from the last to the first. */
function asked(sections: readonly Section[], ahead: number, turned = false) {
  let from = 0;
  const texts = sections.flatMap(({ list, window }) => [...list, ...window]);
  const grams = countGrams(unitsOf(texts.join('')), texts.map((text) => ({ range: { from, to: (from += text.length) } })));
  const overlap = overlapOf(grams, postingsOf(grams));
  let block = 0;
  const numbered = (some: readonly string[]) => some.map(() => (block += 1) - 1);
  const placed = sections.map(({ list, window }) => ({ list: numbered(list), window: numbered(window) }));
  if (turned) placed.reverse();
  const found = overlap.sharesAhead(placed.map(({ list }) => list), placed.map(({ window }) => window), ahead);
  return { found, oneByOne: placed.flatMap(({ list }, at) => Array.from({ length: ahead + 1 }, (_, k) => overlap.share(list, placed[at + k]?.window ?? []))) };
}

it('finds of every list, in its window and those after it, the share that is found in each by itself', () => {
  const sections = fc.array(fc.record({ list: fc.array(lines, { maxLength: 3 }), window: fc.array(lines, { maxLength: 20 }) }), { maxLength: 6 });
  fc.assert(
    fc.property(sections, fc.integer({ min: 0, max: 5 }), fc.boolean(), (page, ahead, turned) => {
      const { found, oneByOne } = asked(page, ahead, turned);
      expect([...found]).toEqual(oneByOne);
    }),
  );
});

it('finds it among many blocks that hold the same', () => {
  const many = Array<string>(20).fill('渡口');
  expect([...asked([{ list: ['渡口'], window: ['渡口'] }, { list: ['船工'], window: many }, { list: ['渡口'], window: ['船工'] }], 1).found]).toEqual([1, 1, 0, 1, 0, 0]);
});
