import { expect, it } from 'vitest';
import { countArchive } from './archive.ts';
import { endsOf } from './ends.ts';
import { GAIN_LEVELS, marginsOf } from './margins.ts';

const archive = countArchive('v', ['船工每天摆渡。渡口通航以后，人人高兴。渡口的船工说，渡口通航是大喜事。'.repeat(20)], () => []);

const of = (texts: readonly string[]) => marginsOf(texts, endsOf(archive, texts), archive);

it('measures the clause that a block begins with, and the one it ends with', () => {
  const { heads, tails } = of(['渡口，今天“通航了”', '渡口通航', '，', '渡'.repeat(300)]);
  expect([...heads]).toEqual([2, 4, 0, 255]);
  expect([...tails]).toEqual([0, 4, 0, 255]);
});

it('says whether a block begins as sentences do and ends as clauses do', () => {
  const { starts, ends } = of(['渡口通航以后', '口通航是大喜', '（一）']);
  const level = (gains: Uint8Array, block: number) => GAIN_LEVELS[gains[block]!]!;
  expect([level(starts, 0), level(starts, 1), level(starts, 2)]).toEqual(['much', 'against', 'nothing']);
  expect([level(ends, 0), level(ends, 1), level(ends, 2)]).toEqual(['much', 'against', 'nothing']);
});
