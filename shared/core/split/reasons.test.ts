import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { OBSERVATIONS } from './observations.ts';
import { KIND_COUNT, type Model } from './model.ts';
import { reasonsIn } from './reasons.ts';
import { splitPage } from './split-page.ts';
import { KINDS } from './states.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const characters: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));
const language = { words: characters, archive: countArchive('', [], characters) };

const [OPENING, PARAGRAPH] = [KINDS.indexOf('opening'), KINDS.indexOf('paragraph')];
const LINES = ['清河渡口今天恢复通航', '新渡船能坐四十人，船上备有救生衣。', '渡口管理站表示，通航首月免收船费。', '老人和学生长期免费。'];
const page = parsePage(LINES.join('\n\n'), language);
const order = LINES.map((_, block) => block);

/** Each block with these features, of which each weighs so much for a headline. */
function asked(rows: readonly (readonly string[])[], weighing: Readonly<Record<string, number>>, position: number): readonly string[] {
  const names = Array.from({ length: OBSERVATIONS.size }, (_, feature) => OBSERVATIONS.nameOf(feature));
  const made: Model = { ...model, weights: new Float64Array(model.weights.length) };
  for (const [name, weight] of Object.entries(weighing)) made.weights[names.indexOf(name) * KIND_COUNT + OPENING] = weight;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length));
  const features = Uint16Array.from(rows.flat(), (name) => names.indexOf(name));
  return reasonsIn(page, order, { starts, features }, made)({ position, chosen: OPENING, other: PARAGRAPH }).map(({ id }) => id.replace('split.reason.', ''));
}

describe('the reasons of a block', () => {
  it('are what weighs most in its favour, strongest first, three at most', () => {
    const rows = [['edge=first', 'colons=1', 'spaces=1', 'ending=han', 'width=10'], [], [], []];
    expect(asked(rows, { 'edge=first': 1, 'colons=1': 4, 'spaces=1': 2, 'ending=han': 3, 'width=10': -5 }, 0)).toEqual(['colon-inside', 'ending', 'space-inside']);
  });

  it('are nothing that all blocks of the page have', () => {
    const row = ['ending=han', 'spaces=1'];
    expect(asked([row, row, row, ['ending=han']], { 'ending=han': 9, 'spaces=1': 1 }, 0)).toEqual(['space-inside']);
  });

  it('are nothing that it lacks, however much the others have that speaks against them', () => {
    expect(asked([['ending=han'], ['colons=1'], ['colons=1'], ['colons=1']], { 'ending=han': 1, 'colons=1': -9 }, 0)).toEqual(['ending']);
  });

  it('of a paragraph that goes on tell how the text above ends', () => {
    const cut = [LINES[0]!, '本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，两岸居民一早赶来看船，老船工章有田开出了第一班渡', '船，孩子们上学再也不用绕到上游的石桥。', LINES[2]!].join('\n\n');
    const { decisions } = splitPage(cut, { sourceVersion: '0123456789abcdef', model, language });
    expect(decisions.find(({ kind }) => kind === 'join')?.reasons).toContainEqual({ id: 'split.reason.text-end-above', data: { ending: 'han' } });
  });
});
