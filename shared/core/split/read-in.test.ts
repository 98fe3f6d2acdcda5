import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { readIn } from './read-in.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const words: Words = (text) => (text.match(/.{1,2}/gsu) ?? []).map((word) => ({ word, tag: 'n' }));

const line = fc.string({ unit: fc.constantFrom(...'渡口通航老船工图书室石桥的了，。“”'), minLength: 1, maxLength: 60 });
const page = fc.array(line, { minLength: 2, maxLength: 24 }).map((texts) => parsePage(texts.join('\n\n'), { words, archive: countArchive('', texts, words) }));
const orders = page.chain((parsed) => {
  const blocks = parsed.blocks.map((_, block) => block);
  const order = fc.shuffledSubarray(blocks, { minLength: 1 });
  return fc.record({ page: fc.constant(parsed), known: order, order });
});

describe('readIn', () => {
  it('finds the same whether or not another order is known', () => {
    const same = fc.property(orders, ({ page: parsed, known, order }) => {
      const alone = readIn(parsed, order, model);
      const knowing = readIn(parsed, order, model, readIn(parsed, known, model));
      expect(knowing).toEqual(alone);
    });
    fc.assert(same, { numRuns: 60 });
  });

  it('finds the same, but for rounding, where the order that is known ends alike', () => {
    const same = fc.property(page, fc.nat(), (parsed, pick) => {
      const known = parsed.blocks.map((_, block) => block);
      const at = pick % Math.ceil(known.length / 2);
      const order = [...known.slice(0, at), ...known.slice(at, at + 2).reverse(), ...known.slice(at + 2)];
      const alone = readIn(parsed, order, model);
      const knowing = readIn(parsed, order, model, readIn(parsed, known, model));
      expect(knowing.states).toEqual(alone.states);
      expect(knowing.score).toBeCloseTo(alone.score, 8);
    });
    fc.assert(same, { numRuns: 60 });
  });
});
