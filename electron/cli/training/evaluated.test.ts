import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { markedTruth } from '#core/testing/marked-truth.ts';
import { CommandError } from '../command.ts';
import { confusionLines } from './confusion-table.ts';
import { editsLines } from './edits-table.ts';
import { type Evaluated, evaluated, placeOf } from './evaluated.ts';
import { figuresLines } from './figures-table.ts';
import { lossLine } from './loss-line.ts';
import { mistakeLines } from './mistake-words.ts';
import { mistakesFile } from './mistakes-file.ts';

const folder = join('work', 'eval');
const truth = markedTruth('a headline: 渡口通航', 'a body >2: 船来了，停在', 'a body: 岸边。', 'b headline: 石桥修好了', 'b body: 桥面新铺了石板。', '- furniture: www.example.com');

/** A page as it was split, one passage a line as `issueOf` takes it. */
function page(set: string, name: string, ...lines: readonly string[]): Evaluated {
  const { source, ...tree } = issueOf(...lines);
  return evaluated({ set, name, source, truth }, join(folder, set, 'pages', `${name}.txt`), { tree, decisions: [], version: '' });
}

const right = page('dev', 'one', 'a headline: 渡口通航', 'a body: 船来了，停在', 'a body: 岸边。', 'b headline: 石桥修好了', 'b body: 桥面新铺了石板。', '- furniture: www.example.com');
const wrong = page('dev', '两', 'a headline: 渡口通航', 'a body: 船来了，停在', 'a subhead: 岸边。', 'a subhead: 石桥修好了', 'a body: 桥面新铺了石板。', '- banner: www.example.com');

describe('a page held against its truth', () => {
  it('says where each block stands', () => {
    expect(right.lines).toEqual([1, 3, 5, 7, 9, 11]);
    expect(placeOf(right, 3, 'work')).toBe(join('eval', 'dev', 'pages', 'one.txt:7'));
  });

  it('is refused if the truth is of another page, or says too little', () => {
    const other = { set: 'dev', name: 'one', source: '渡口通航', truth };
    expect(() => evaluated(other, 'one.txt', right.split)).toThrow(CommandError);
    const little = { blocks: truth.blocks.map(({ index, role, continues }) => ({ index, role, continues })), articles: [] };
    expect(() => evaluated({ ...right.page, truth: little }, 'one.txt', right.split)).toThrow(CommandError);
  });

  it('tells the edits by the blocks they are aimed at', () => {
    expect(right.edits).toEqual([{ kind: 'join', block: 2, article: 0 }]);
    expect(wrong.edits).toEqual([
      { kind: 'splitBefore', block: 3, article: 1 },
      { kind: 'join', block: 2, article: 0 },
      { kind: 'setRole', block: 3, article: 1 },
      { kind: 'setRole', block: 5, article: 1 },
    ]);
  });
});

describe('what is printed', () => {
  const row = (lines: readonly string[], name: string) => lines.find((line) => line.trim().startsWith(name))?.trim().split(/\s{2,}/u);

  it('figures beside the baselines and what is asked for, with a mark', () => {
    const lines = figuresLines('dev', [right]);
    expect(row(lines, 'pairwise F1')).toEqual(['pairwise F1', '0.667', '1.000', '0.790', '0.880', '0.950', '1.000', 'aim reached']);
    expect(row(lines, 'paragraph joins F1')).toEqual(['paragraph joins F1', '0.000', '0.000', '–', '0.950', '0.980', '0.000', 'BELOW THE FLOOR']);
    expect(row(lines, 'headline (2)')).toEqual(['headline (2)', '0.667', '0.667', '–', '–', '–', '1.000']);
  });

  it('false alarms where nothing is to be found', () => {
    const lines = figuresLines('clean', [right]);
    expect(row(lines, 'duplicates: false alarms')).toEqual(['duplicates: false alarms', '0', '0', '–', '0', '0', '0', 'aim reached']);
  });

  it('a goal for each role that is common on real pages', () => {
    const lines = figuresLines('real', [wrong, wrong]);
    expect(row(lines, 'body (6)')?.slice(4)).toEqual(['0.900', '1.000', '0.800', 'BELOW THE FLOOR']);
    expect(row(lines, 'headline (4)')?.slice(4)).toEqual(['–', '–', '0.667']);
  });

  it('how unlikely the truth is in all, and which pages are left out', () => {
    expect(lossLine([3, 0.5, 7])).toBe('  minus log-likelihood of the truth 10.5, a page 3.50');
    expect(lossLine([3, null])).toBe('  minus log-likelihood of the truth 3.0, a page 3.00; 1 left out, which the grammar cannot say');
    expect(lossLine([null])).toBe('  minus log-likelihood of the truth 0.0, a page 0.00; 1 left out, which the grammar cannot say');
  });

  it('a matrix of the roles that occur', () => {
    expect(confusionLines([wrong]).map((line) => line.trim().split(/\s+/u))).toEqual([
      ['headline', 'subhead', 'body', 'banner', 'furniture'],
      ['headline', '1', '1', '·', '·', '·'],
      ['subhead', '·', '·', '·', '·', '·'],
      ['body', '·', '1', '2', '·', '·'],
      ['banner', '·', '·', '·', '·', '·'],
      ['furniture', '·', '·', '·', '1', '·'],
    ]);
  });

  it('edits by page, by article and by kind', () => {
    expect(editsLines([right, wrong], folder)).toEqual([
      '  5 edits',
      '  a page     mean 2.50  median 2.5  most 4',
      '  an article mean 1.25  median 1  most 3  none for 1 of 4',
      '  of a kind  splitBefore 1, setRole 2, join 2',
      `    4 on ${join('dev', 'pages', '两.txt:5')}`,
      `    1 on ${join('dev', 'pages', 'one.txt:5')}`,
    ]);
  });

  it('mistakes by kind, the commonest first, so many of each', () => {
    const places = (name: string, line: number) => `      ${join('dev', 'pages', name)}.txt:${line}`;
    expect(mistakeLines([right, wrong], folder, 1)).toEqual([
      '  2 × goes on with the paragraph of the other block; found to begin one',
      `${places('one', 5)}  block 2, the other is 1`,
      '      and 1 more',
      '  1 × an article begins here; found to go on',
      `${places('两', 7)}  block 3`,
      '  1 × body taken for subhead',
      `${places('两', 5)}  block 2`,
      '  1 × headline taken for subhead',
      `${places('两', 7)}  block 3`,
      '  1 × furniture taken for banner',
      `${places('两', 11)}  block 5`,
    ]);
  });

  it('a file of all of them, with links and the beginnings of their blocks', () => {
    const file = mistakesFile([{ set: 'dev', pages: [wrong] }], join('work', 'out'));
    expect(file).toContain('## 1 × headline taken for subhead\n\n- [两.txt:7](../eval/dev/pages/%E4%B8%A4.txt#L7) block 3: 石桥修好了\n');
    expect(file).toContain('block 2, the other is 1: 岸边。 (the other: 船来了，停在)');
    expect(file).toContain('- 两: 4\n  - splitBefore [两.txt:7]');
  });
});
