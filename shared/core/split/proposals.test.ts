import { expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { endsOf } from './proposals.ts';
import { readIn } from './read-in.ts';
import { STATES } from './states.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const words: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));
const paragraph = STATES.findIndex(({ kind }) => kind === 'paragraph');

/** Whether a block that is read as a paragraph is taken for the beginning of one that is cut. */
function isCut(text: string): boolean {
  const page = parsePage(text, { words, archive: countArchive('', [text], words) });
  return endsOf(page, { ...readIn(page, [0], model), states: [paragraph] }).cut[0] === 1;
}

it.each([
  ['long', '清河渡口的新渡船能坐四十人船上备有救生衣和急救箱', true],
  ['short', '清河渡口今天恢复通航', false],
  ['short, with a pause', '章有田说，孩子们上学可以乘渡', true],
  ['shorter yet, with a pause', '章有田说，孩子', false],
  ['short, in a quotation', '他说：“孩子', true],
  ['complete', '章有田说，孩子们上学可以乘渡船。', false],
])('a cut paragraph may begin so: %s', (_, text, cut) => {
  expect(isCut(text)).toBe(cut);
});
