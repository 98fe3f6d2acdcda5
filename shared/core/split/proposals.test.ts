import fc from 'fast-check';
import { expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { goesOnIn } from '../flow/goes-on.ts';
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { endsOf, proposalsFor } from './proposals.ts';
import { readIn } from './read-in.ts';
import { STATES } from './states.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const words: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));
const paragraph = STATES.findIndex(({ kind }) => kind === 'paragraph');

/** What is told of blocks that are read as paragraphs. */
function endsIn(...texts: readonly string[]) {
  const page = parsePage(texts.join('\n\n'), { words, archive: countArchive('', texts, words) });
  return endsOf(page, { ...readIn(page, texts.map((_, block) => block), model), states: texts.map(() => paragraph) });
}

const PROSE = '清河渡口的新渡船能坐四十人，船上备有救生衣和急救箱。';
const VERSE = '风把渡口吹白。';

it.each([
  ['long', '清河渡口的新渡船能坐四十人船上备有救生衣和急救箱', true],
  ['short', '清河渡口今天恢复通航', false],
  ['short, with a pause', '章有田说，孩子们上学可以乘渡', true],
  ['shorter yet, with a pause', '章有田说，孩子', false],
  ['short, in a quotation', '他说：“孩子', true],
  ['complete', '章有田说，孩子们上学可以乘渡船。', false],
])('a cut paragraph may begin so: %s', (_, text, cut) => {
  expect(endsIn(text).cut[0] === 1).toBe(cut);
});

it.each([
  ['a few characters in prose', [PROSE, '救生衣。', PROSE], true],
  ['at the end of the page', [PROSE, '救生衣。'], true],
  ['the end of a quotation', [PROSE, '也好。”', PROSE], true],
  ['a whole quotation', [PROSE, '“也好。”', PROSE], false],
  ['more than a few', [PROSE, '船上备有救生衣。', PROSE], false],
  ['nothing that ends', [PROSE, '救生衣', PROSE], false],
  ['a line of verse', [VERSE, '船不开。', VERSE], false],
  ['the first line of a verse', [PROSE, '船不开。', VERSE], false],
])('what can only end a paragraph: %s', (_, texts, stub) => {
  expect(endsIn(...texts).stub[1] === 1).toBe(stub);
});

/** Paragraphs that break off, and their rests. */
const texts = [
  '清河渡口的新渡船能坐四十人，船上备有救生衣和急救箱。章有田说，孩子们过河上学乘渡船，再也不用绕到上游的石',
  '桥。渡口管理站表示，渡船通航首月免收船费，老人和学生乘渡船长期免费，章有田和他的徒弟轮流开船。',
  '图书室每天下午四点开门，由三位退休教师轮流照看。教师梁月如说，图书室里的孩子们最爱看的是科学画册，捐书的读',
  '者来信说，图书室的书还会年年添，借书的本子已经写满了两本，退休教师们又添了一本。',
  '渡口管理站把候船的棚子也翻修了一遍，棚里添了长凳和热水，墙上挂着一张老照片，照片里的清',
  '河结着冰。',
  '章有田开船三十一年，从摇橹开到柴油机，他说今年要教会两个徒弟看水色，水色发暗的地方就有沙',
  '洲，船要绕着走。',
];

it('proposes all that may be among the best so many, and nothing whose ends fit too badly', () => {
  const order = fc.shuffledSubarray(texts.map((_, block) => block), { minLength: texts.length });
  fc.assert(
    fc.property(order, fc.integer({ min: 1, max: 12 }), (blocks, most) => {
      const shuffled = blocks.map((block) => texts[block]!);
      const page = parsePage(shuffled.join('\n\n'), { words, archive: countArchive('', shuffled, words) });
      const reading = { ...readIn(page, blocks.map((_, place) => place), model), states: blocks.map(() => paragraph) };
      const best = (limit?: number) =>
        proposalsFor(reading, endsOf(page, reading), goesOnIn(page, model.continuity), limit)
          .toSorted((a, b) => b.fits - a.fits)
          .map(({ fits, order: orderOf }) => ({ fits, order: orderOf() }));
      const all = best();
      expect(best(most).slice(0, most)).toEqual(all.slice(0, most));
      for (const { fits, order: put } of all) {
        expect(fits).toBeGreaterThanOrEqual(-6);
        expect([...put].sort((a, b) => a - b)).toEqual(reading.order);
      }
    }),
    { numRuns: 60 },
  );
});
