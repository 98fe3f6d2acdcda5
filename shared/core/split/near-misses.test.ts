import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { findDuplicates } from '../flow/duplicates.ts';
import { countArchive } from '../parse/archive.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { KIND_COUNT } from './model.ts';
import { nearMisses } from './near-misses.ts';
import { reasonsIn } from './reasons.ts';
import { readPage } from './read-page.ts';
import { splitPage } from './split-page.ts';
import { KINDS, type Kind } from './states.ts';
import { growTree } from './tree.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;
const characters: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));
const language = { words: characters, archive: countArchive('', [], characters) };

/** One article: a headline and three paragraphs. */
const FERRY = [
  '清河渡口今天恢复通航',
  '本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，两岸居民一早赶来看船，老船工章有田开出了第一班渡船。',
  '新渡船能坐四十人，船上备有救生衣和急救箱。章有田说，从前过河要等水落，如今不论晴雨，每半小时就有一班，孩子们上学再也不用绕到上游的石桥。',
  '渡口管理站表示，通航首月免收船费，老人和学生长期免费。',
].join('\n\n');

/** The near misses where the model's odds are these at some blocks, and none of a beginning or a going on anywhere else. */
function withOdds(source: string, odds: readonly (readonly [block: number, kind: Kind, odds: number])[]): readonly string[] {
  const page = parsePage(source, language);
  const reading = readPage(page, findDuplicates(page), model);
  const likely = reading.decoding.likely.map((value, at) => (['kicker', 'opening', 'continued'].includes(KINDS[at % KIND_COUNT]!) ? 0 : value));
  for (const [block, kind, value] of odds) likely[reading.order.indexOf(block) * KIND_COUNT + KINDS.indexOf(kind)] = value;
  const found = nearMisses(page, { ...reading, decoding: { ...reading.decoding, likely } }, growTree(page, reading, '0123456789abcdef'), reasonsIn(page, reading.order, reading.observations, model));
  const blockOf = new Map(page.blocks.map(({ range }, block) => [`${range.from}`, block]));
  return found.map(({ subject, kind, confidence }) => `${kind} ${blockOf.get(subject.split('-').at(-1)!)} ${(1 - confidence).toFixed(2)}`);
}

describe('near misses', () => {
  it.each<readonly [string, Parameters<typeof withOdds>[1], readonly string[]]>([
    ['nothing where nothing speaks for it', [], []],
    ['a beginning, less likely than the odds say', [[3, 'opening', 0.5]], ['no-boundary 3 0.34']],
    ['kicker or headline alike', [[3, 'opening', 0.3], [3, 'kicker', 0.2]], ['no-boundary 3 0.34']],
    ['no beginning that is too unlikely to be asked', [[3, 'opening', 0.3]], []],
    ['none where the article begins, nor next to it: that is asked there', [[0, 'kicker', 0.5], [1, 'opening', 0.5]], []],
    ['a join, as likely as the odds say', [[2, 'continued', 0.3], [3, 'continued', 0.2]], ['no-join 2 0.30', 'no-join 3 0.20']],
    ['no join without a paragraph above', [[1, 'continued', 0.4]], []],
    ['no join that is too unlikely to be asked', [[2, 'continued', 0.14]], []],
    ['both of one passage', [[3, 'continued', 0.2], [3, 'opening', 0.6]], ['no-boundary 3 0.49', 'no-join 3 0.20']],
  ])('%s', (_, odds, expected) => {
    expect(withOdds(FERRY, odds)).toEqual(expected);
  });

  it('a page gives the five likeliest, in its order', () => {
    const long = [FERRY, ...Array.from({ length: 9 }, (_, i) => `第${i + 1}班渡船准时靠岸，船上的人都说，河上的风和从前一样，只是船快了许多，也稳了许多。`)].join('\n\n');
    const odds = [0.16, 0.4, 0.2, 0.17, 0.35, 0.3, 0.18, 0.45].map((value, i) => [i + 4, 'continued', value] as const);
    expect(withOdds(long, odds)).toEqual(['no-join 5 0.40', 'no-join 6 0.20', 'no-join 8 0.35', 'no-join 9 0.30', 'no-join 11 0.45']);
  });

  it('are decisions about passages of articles that begin none, whatever the text', () => {
    const line = fc.constantFrom('渡口今天通航', '本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，', '两岸居民一早赶来看船。', '图为渡船', '石磊摄', '一、水位', '——第一班船开出', '老船工章有田说，从前过河要等水落', '系列报道之三');
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const { tree, decisions } = splitPage(lines.join('\n\n'), { sourceVersion: 'c0ffee00deadbeef', model, language });
      const near = decisions.filter(({ kind }) => kind === 'no-boundary' || kind === 'no-join');
      expect(near.length).toBeLessThanOrEqual(5);
      for (const { subject, kind, confidence } of near) {
        const article = tree.articles.find(({ passages }) => passages.some(({ id }) => id === subject))!;
        const at = article.passages.findIndex(({ id }) => id === subject);
        expect(at).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(0.85);
        if (kind === 'no-join') expect([article.passages[at]!.role, article.passages.slice(0, at).some(({ role }) => role === 'body')]).toEqual(['body', true]);
      }
    }));
  });
});
